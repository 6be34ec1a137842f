import { DataSecurityError } from '@yushu/core';

/**
 * Refuses what is no string: a number or `null` that a caller's types let through is never passed on in the clear.
 *
 * @throws {DataSecurityError} `ERR_MASK_VALUE`.
 */
export function checkText(value: unknown): asserts value is string {
  if (typeof value === 'string') return;
  throw new DataSecurityError('ERR_MASK_VALUE', 'Only a text can be masked', {
    hint: 'Turn the value into a string first, or leave null and undefined out.',
    details: { type: value === null ? 'null' : typeof value },
  });
}
