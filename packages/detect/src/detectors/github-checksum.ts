/**
 * The checksum of GitHub's tokens: the last six characters are the CRC-32 of those before them, in base 62.
 *
 * @module
 */

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

let table: Uint32Array | undefined;

function crcTable(): Uint32Array {
  const entries = new Uint32Array(256);
  for (let index = 0; index < 256; index += 1) {
    let value = index;
    for (let bit = 0; bit < 8; bit += 1)
      value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    entries[index] = value;
  }
  return entries;
}

/** CRC-32 (IEEE 802.3) of an ASCII text. */
export function crc32(text: string): number {
  table ??= crcTable();
  let value = 0xffffffff;
  for (let index = 0; index < text.length; index += 1) {
    value = table[(value ^ text.charCodeAt(index)) & 0xff]! ^ (value >>> 8);
  }
  return (value ^ 0xffffffff) >>> 0;
}

/** Whether 36 characters end with the checksum of the first 30. */
export function hasGithubChecksum(body: string): boolean {
  if (body.length !== 36) return false;
  let value = crc32(body.slice(0, 30));
  let digits = '';
  while (value > 0) {
    digits = alphabet[value % 62]! + digits;
    value = Math.floor(value / 62);
  }
  return digits.padStart(6, '0') === body.slice(30);
}
