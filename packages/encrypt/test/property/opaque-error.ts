import { isDataSecurityError } from '@yushu/core';

/** All that a failure to open ever shows. */
export const opaque = JSON.stringify({
  code: 'ERR_ENCRYPT_OPEN',
  message: 'Could not be opened',
  hint: 'The key, the context or the ciphertext is not the one it was sealed with.',
  details: {},
});

function shownOf(error: unknown): string {
  if (!isDataSecurityError(error, 'ERR_ENCRYPT_OPEN')) throw error;
  return error.cause === undefined ? JSON.stringify(error) : 'a cause';
}

/** What a failure shows to whoever caused it. */
export function shownBy(call: () => unknown): string {
  try {
    call();
  } catch (error) {
    return shownOf(error);
  }
  return 'opened';
}

/** As {@link shownBy}, of what ends later. */
export async function shownByAsync(call: () => Promise<unknown>): Promise<string> {
  try {
    await call();
  } catch (error) {
    return shownOf(error);
  }
  return 'opened';
}
