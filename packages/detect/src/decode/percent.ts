/**
 * Percent-encoding, RFC 3986 section 2.1.
 *
 * @module
 */
import { isHex } from '../engine/characters.ts';
import { type Decoded, DecodedBuilder, decodeUtf8, type Stretch, type Units } from './decoded.ts';

/** How far before its first escape a stretch begins at most. */
const reachBack = 64;

function isPercentUnit(unit: number): boolean {
  return (
    unit > 0x20 &&
    unit < 0x7f &&
    unit !== 0x22 &&
    unit !== 0x27 &&
    unit !== 0x3c &&
    unit !== 0x3e &&
    unit !== 0x26 &&
    unit !== 0x3d
  );
}

/** The stretch around the `%` at `percent`. */
export function percentStretch(units: Units, percent: number, limit: number): Stretch | undefined {
  if (!isHex(units.at(percent + 1)) || !isHex(units.at(percent + 2))) return undefined;
  let start = percent;
  while (percent - start < reachBack && isPercentUnit(units.at(start - 1))) start -= 1;
  let end = percent;
  while (end - start < limit && isPercentUnit(units.at(end))) end += 1;
  return { encoding: 'percent', start, end };
}

const escaped = /^[\dA-Fa-f]{2}$/;

/** Decodes percent-encoding; `undefined` where the escapes are no UTF-8. */
export function decodePercent(source: string): Decoded | undefined {
  const decoded = new DecodedBuilder();
  let index = 0;
  while (index < source.length) {
    if (source[index] !== '%' || !escaped.test(source.slice(index + 1, index + 3))) {
      let to = index + 1;
      while (to < source.length && source[to] !== '%') to += 1;
      for (let at = index; at < to; at += 1) decoded.add(source[at]!, at, at + 1);
      index = to;
      continue;
    }
    let to = index;
    const bytes: number[] = [];
    // One run of escapes is one run of UTF-8.
    while (source[to] === '%' && escaped.test(source.slice(to + 1, to + 3))) {
      bytes.push(Number.parseInt(source.slice(to + 1, to + 3), 16));
      to += 3;
    }
    const run = decodeUtf8(Uint8Array.from(bytes));
    if (run === undefined) return undefined;
    decoded.addBytes(run, index, 3);
    index = to;
  }
  return decoded;
}
