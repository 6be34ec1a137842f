/**
 * Text in hexadecimal digits, RFC 4648 section 8, with or without `0x` before it.
 *
 * @module
 */
import { isHex, isWord } from '../engine/characters.ts';
import {
  type Decoded,
  DecodedBuilder,
  decodeUtf8,
  mayBeginText,
  type Stretch,
  type Units,
} from './decoded.ts';

/** Shortest stretch that is looked into: eight bytes, which a hash almost never has as text. */
const shortest = 16;

const digitOf = (unit: number): number => (unit <= 0x39 ? unit - 0x30 : (unit | 0x20) - 0x57);

/** The stretch of hexadecimal digits that begins with the word at `start`, where it may be text. */
export function hexStretch(units: Units, start: number, limit: number): Stretch | undefined {
  let from = start;
  if (units.at(start) === 0x30 && (units.at(start + 1) | 0x20) === 0x78) from += 2;
  let end = from;
  while (end - from < limit && isHex(units.at(end))) end += 1;
  const length = end - from;
  if (length < shortest || length % 2 !== 0 || isWord(units.at(end))) return undefined;
  const isText = mayBeginText(
    (index) => digitOf(units.at(from + index * 2)) * 16 + digitOf(units.at(from + index * 2 + 1)),
    shortest / 2,
  );
  return isText ? { encoding: 'hex', start: from, end } : undefined;
}

/** Decodes hexadecimal digits that hold text. */
export function decodeHex(source: string): Decoded | undefined {
  const bytes = new Uint8Array(source.length / 2);
  for (let index = 0; index < bytes.length; index += 1) {
    bytes[index] =
      digitOf(source.charCodeAt(index * 2)) * 16 + digitOf(source.charCodeAt(index * 2 + 1));
  }
  const text = decodeUtf8(bytes);
  if (text === undefined) return undefined;
  const decoded = new DecodedBuilder();
  decoded.addBytes(text, 0, 2);
  return decoded;
}
