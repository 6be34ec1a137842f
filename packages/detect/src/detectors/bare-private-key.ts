/**
 * Private keys in base64 without the lines of PEM, as settings and payment interfaces have them: told by the structure of their DER.
 *
 * @module
 */
import { base64Bytes } from '../decode/base64.ts';
import type { Stretch } from '../decode/decoded.ts';
import { isAlphanumeric } from '../engine/characters.ts';
import { type Detector, reason, type Scan } from '../engine/scan.ts';
import type { TextView } from '../engine/view.ts';

const detector: Detector = { id: 'bare-private-key', category: 'secret.private_key', topics: [] };
const structure = reason('format', 4, 'DER of a private key, of the length that it names');

/** Units of base64 that hold the head. */
const headUnits = 64;

/** Object identifiers of the keys' algorithms: RSA, RSASSA-PSS, EC (SM2 with it), X25519 to Ed448, DSA (RFC 8017, 5480, 8410, 3279). */
const algorithms: readonly (readonly number[])[] = [
  [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01],
  [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x0a],
  [0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01],
  [0x2b, 0x65, 0x6e],
  [0x2b, 0x65, 0x6f],
  [0x2b, 0x65, 0x70],
  [0x2b, 0x65, 0x71],
  [0x2a, 0x86, 0x48, 0xce, 0x38, 0x04, 0x01],
];

/** Length of the value whose length octets begin at `at`, and where it begins (X.690 section 8.1.3). */
function lengthAt(bytes: Uint8Array, at: number): { length: number; from: number } | undefined {
  const first = bytes[at];
  if (first === undefined || first === 0x80 || first > 0x83) return undefined;
  if (first < 0x80) return { length: first, from: at + 1 };
  let length = 0;
  for (let index = 1; index <= first - 0x80; index += 1)
    length = length * 256 + (bytes[at + index] ?? 0);
  return { length, from: at + 1 + first - 0x80 };
}

const stands = (bytes: Uint8Array, at: number, what: readonly number[]): boolean =>
  what.every((byte, index) => bytes[at + index] === byte);

/**
 * Bytes of a private key of which these are the first, or -1: PKCS #8 (RFC 5958), PKCS #1 (RFC 8017 appendix A.1.2), SEC 1
 * (RFC 5915).
 */
export function privateKeyLength(head: Uint8Array): number {
  if (head[0] !== 0x30) return -1;
  const outer = lengthAt(head, 1);
  if (outer === undefined || head[outer.from] !== 0x02 || head[outer.from + 1] !== 0x01) return -1;
  const version = head[outer.from + 2]!;
  const at = outer.from + 3;
  const size = outer.from + outer.length;
  // SEC 1: version 1 and the key as an octet string.
  if (version === 1 && head[at] === 0x04 && head[at + 1]! >= 0x10 && head[at + 1]! <= 0x42)
    return size;
  if (version > 1) return -1;
  // PKCS #1: the modulus.
  if (version === 0 && head[at] === 0x02) {
    const modulus = lengthAt(head, at + 1);
    return modulus !== undefined && modulus.length >= 64 && modulus.length * 3 < size ? size : -1;
  }
  const algorithm = head[at] === 0x30 ? lengthAt(head, at + 1) : undefined;
  if (algorithm === undefined || head[algorithm.from] !== 0x06) return -1;
  const isKnown = algorithms.some(
    (id) => head[algorithm.from + 1] === id.length && stands(head, algorithm.from + 2, id),
  );
  return isKnown ? size : -1;
}

/** Looks for a key that is the base64 of `[start, end)`. Returns whether it is one. */
export function findBarePrivateKey(scan: Scan, { start, end }: Stretch): boolean {
  const { view } = scan;
  // 0x30 and a length of more than 16 bytes: MC to MI.
  const second = view.at(start + 1);
  if (view.at(start) !== 0x4d || second < 0x43 || second > 0x49 || end - start < headUnits)
    return false;
  const head = base64Bytes(view.slice(start, start + headUnits));
  const length = head === undefined ? -1 : privateKeyLength(head);
  if (length < 0) return false;
  const keyEnd = endOfUnits(view, start, end, Math.ceil((length * 4) / 3));
  if (keyEnd < 0) return false;
  scan.report(detector, start, keyEnd, [structure]);
  return true;
}

/** Where so many units of base64 end, with their padding; line ends between them count nothing. -1 where they are fewer or more. */
function endOfUnits(view: TextView, start: number, end: number, units: number): number {
  let left = units;
  let at = start;
  while (at < end && left > 0) {
    if (isAlphanumeric(view.at(at)) || view.at(at) === 0x2b || view.at(at) === 0x2f) left -= 1;
    at += 1;
  }
  while (view.at(at) === 0x3d) at += 1;
  return left > 0 || isAlphanumeric(view.at(at)) ? -1 : at;
}
