/**
 * A copy of bytes. `slice` is not one: of a Node `Buffer` it gives a view, which whoever gave the bytes can change.
 */
export function copyBytes(bytes: Uint8Array, start = 0, end: number = bytes.length): Uint8Array {
  return new Uint8Array(bytes.subarray(start, end));
}
