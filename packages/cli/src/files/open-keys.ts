import type { KeyProvider } from '@yushu/core';

/** The keys of a key file; warnings go to standard error. */
export async function openKeys(path: string): Promise<KeyProvider>;
export async function openKeys(path: string | undefined): Promise<KeyProvider | undefined>;
export async function openKeys(path: string | undefined): Promise<KeyProvider | undefined> {
  if (path === undefined) return undefined;
  const { openKeyFile } = await import('@yushu/encrypt/node');
  const { provider, warnings } = await openKeyFile(path);
  for (const warning of warnings) process.stderr.write(`yushu: ${warning}\n`);
  return provider;
}
