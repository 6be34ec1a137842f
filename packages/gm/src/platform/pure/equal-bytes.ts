import type { EqualBytes } from '../platform.ts';

/** Does not leave early. The length is taken as public. */
export const equalBytes: EqualBytes = (a, b) => {
  if (a.length !== b.length) return false;
  let difference = 0;
  for (let i = 0; i < a.length; i++) difference |= a[i]! ^ b[i]!;
  return difference === 0;
};
