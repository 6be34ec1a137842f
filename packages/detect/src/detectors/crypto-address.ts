/**
 * Addresses of cryptocurrencies: Base58Check (Bitcoin, Litecoin, Dogecoin, Tron), Bech32 (BIP 173, BIP 350), Ethereum (EIP-55).
 *
 * @module
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { keccak_256 } from '@noble/hashes/sha3.js';
import { type Detector, reason, type Scan } from '../engine/scan.ts';

const detector: Detector = {
  id: 'crypto-address',
  category: 'finance.crypto_address',
  topics: ['finance.crypto_address'],
  neutral: 'all',
};

const checked = reason('checksum', 3, 'checksum of the address');
const mixedCase = reason('checksum', 3, 'EIP-55 checksum');
const plainHex = reason('format', 0.4, '0x and 40 hexadecimal digits');

const base58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const bech32 = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';

/** First bytes of addresses: Bitcoin, Litecoin, Dogecoin, Tron, Dash, to keys and to scripts each (chain parameters of their nodes). */
const versions = new Set([0x00, 0x05, 0x30, 0x32, 0x1e, 0x16, 0x41, 0x4c, 0x10]);

/** Whether the last four of 25 bytes are the first of the double SHA-256 of the others, and the first is that of a known chain. */
export function isBase58Check(text: string): boolean {
  const bytes = new Uint8Array(25);
  for (const character of text) {
    let carry = base58.indexOf(character);
    if (carry < 0) return false;
    for (let index = 24; index >= 0; index -= 1) {
      carry += bytes[index]! * 58;
      bytes[index] = carry & 0xff;
      carry >>= 8;
    }
    if (carry !== 0) return false;
  }
  if (!versions.has(bytes[0]!)) return false;
  const digest = sha256(sha256(bytes.subarray(0, 21)));
  return [0, 1, 2, 3].every((index) => digest[index] === bytes[21 + index]);
}

/** Whether values of five bits are a witness program of its version: length and padding as BIP 173 and BIP 141 have them. */
function isWitnessProgram(values: readonly number[], check: number): boolean {
  const [version] = values;
  if (version === undefined || version > 16) return false;
  const bits = (values.length - 1) * 5;
  const length = Math.floor(bits / 8);
  const padding = bits % 8;
  if (padding > 4 || (values.at(-1)! & ((1 << padding) - 1)) !== 0) return false;
  if (version === 0) return check === 1 && (length === 20 || length === 32);
  // BIP 350 has a constant of its own for versions from 1 on; addresses of before have that of BIP 173.
  return (check === 0x2bc830a3 || check === 1) && length >= 2 && length <= 40;
}

/** Whether the checksum of BIP 173 or BIP 350 holds, and what it protects is a witness program. */
export function isBech32(text: string): boolean {
  const lower = text.toLowerCase();
  if (text !== lower && text !== text.toUpperCase()) return false;
  const separator = lower.lastIndexOf('1');
  if (separator < 1 || lower.length - separator < 7) return false;
  const generators = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];
  let check = 1;
  const feed = (value: number): void => {
    const top = check >>> 25;
    check = ((check & 0x1ffffff) << 5) ^ value;
    for (let bit = 0; bit < 5; bit += 1) if ((top >> bit) & 1) check ^= generators[bit]!;
  };
  for (let index = 0; index < separator; index += 1) feed(lower.charCodeAt(index) >> 5);
  feed(0);
  for (let index = 0; index < separator; index += 1) feed(lower.charCodeAt(index) & 31);
  const values: number[] = [];
  for (const character of lower.slice(separator + 1)) {
    const value = bech32.indexOf(character);
    if (value < 0) return false;
    feed(value);
    values.push(value);
  }
  return isWitnessProgram(values.slice(0, -6), check);
}

/** Whether the case of the letters is the checksum of EIP-55. */
export function isChecksummedEthereum(text: string): boolean {
  const hex = text.slice(2);
  const digest = keccak_256(new TextEncoder().encode(hex.toLowerCase()));
  return Array.from(hex).every((character, index) => {
    const nibble = (digest[index >> 1]! >> (index % 2 === 0 ? 4 : 0)) & 15;
    return /\d/.test(character) || nibble >= 8 === (character === character.toUpperCase());
  });
}

/** Looks for an address in the word at `[start, end)`. */
export function findCryptoAddress(scan: Scan, start: number, end: number): void {
  const length = end - start;
  if (length > 90) return;
  const text = scan.view.slice(start, end);
  if (length === 42 && /^0x[\dA-Fa-f]{40}$/.test(text)) {
    const oneCase = text === text.toLowerCase() || text.slice(2) === text.slice(2).toUpperCase();
    if (oneCase) scan.report(detector, start, end, [plainHex]);
    else if (isChecksummedEthereum(text)) scan.report(detector, start, end, [mixedCase]);
  } else if (/^(?:[13LMDAT9][1-9A-HJ-NP-Za-km-z]{25,34})$/.test(text)) {
    if (isBase58Check(text)) scan.report(detector, start, end, [checked]);
  } else if (/^(?:bc|ltc|tb)1[a-z\d]{25,87}$/i.test(text) && isBech32(text)) {
    scan.report(detector, start, end, [checked]);
  }
}
