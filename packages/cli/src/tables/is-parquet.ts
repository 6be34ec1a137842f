import { open } from 'node:fs/promises';

/** Whether a file begins as Parquet files do, with the bytes `PAR1`. */
export async function isParquet(path: string): Promise<boolean> {
  if (path === '-') return false;
  const handle = await open(path, 'r').catch(() => undefined);
  try {
    const { buffer, bytesRead } =
      (await handle?.read(Buffer.alloc(4), 0, 4, 0).catch(() => undefined)) ?? {};
    return bytesRead === 4 && buffer?.toString('latin1') === 'PAR1';
  } finally {
    await handle?.close();
  }
}
