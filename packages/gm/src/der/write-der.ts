import { concatBytes } from '../bytes/concat-bytes.ts';

/** Tags of ITU-T X.690 that keys, signatures and ciphertexts use. */
export const derTags = {
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  objectIdentifier: 0x06,
  sequence: 0x30,
  context0: 0xa0,
  context1: 0xa1,
} as const;

/** One element: tag, length in the shortest form, contents. */
export function writeElement(tag: number, ...contents: readonly Uint8Array[]): Uint8Array {
  const body = concatBytes(...contents);
  return concatBytes(Uint8Array.of(tag), writeLength(body.length), body);
}

function writeLength(length: number): Uint8Array {
  if (length < 0x80) return Uint8Array.of(length);
  const bytes: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256);
  return Uint8Array.of(0x80 | bytes.length, ...bytes);
}

/** A number that is not negative, from its big-endian bytes, in the shortest form. */
export function writeUnsigned(bigEndian: Uint8Array): Uint8Array {
  let start = 0;
  while (start < bigEndian.length - 1 && bigEndian[start] === 0) start++;
  const bytes = bigEndian.subarray(start);
  // A leading one bit would make it negative.
  return bytes[0]! >= 0x80
    ? writeElement(derTags.integer, Uint8Array.of(0), bytes)
    : writeElement(derTags.integer, bytes);
}
