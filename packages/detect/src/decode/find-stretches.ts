/**
 * Finds the encoded stretches of a text, one after the other.
 *
 * @module
 */
import { isHex, isWord } from '../engine/characters.ts';
import { base64Stretch, isBase64Unit, mayBeBase64Gzip, mayBeBase64Text } from './base64.ts';
import type { Encoding, Stretch, Units } from './decoded.ts';
import { escapeStretch } from './escapes.ts';
import { hexStretch } from './hex.ts';
import { percentStretch } from './percent.ts';
import { encodedWordStretch, quotedPrintableStretch } from './quoted-printable.ts';

/** Units of a string. */
export function unitsOf(text: string): Units {
  return {
    length: text.length,
    // Outside, charCodeAt gives NaN, which is no unit.
    at: (index) => text.charCodeAt(index) || 0,
    slice: (start, end) => text.slice(start, end),
  };
}

/** The stretches of a text that may be encoded, in order, none within another. Linear in the text. */
export function* findStretches(
  text: string,
  wanted: ReadonlySet<Encoding>,
  maxLength: number,
): Generator<Stretch> {
  const units = unitsOf(text);
  let index = 0;
  // What is before it was given out.
  let done = 0;
  while (index < text.length) {
    const unit = text.charCodeAt(index);
    let found: Stretch | undefined;
    if (unit === 0x25)
      found = wanted.has('percent') ? percentStretch(units, index, maxLength) : undefined;
    else if (unit === 0x5c)
      found = wanted.has('escape') ? escapeStretch(units, index, maxLength) : undefined;
    else if (unit === 0x3d) found = equalsStretch(units, index, wanted, maxLength);
    else if (isBase64Unit(unit)) {
      const run = runAt(units, index, wanted, maxLength);
      found = run.found;
      if (found === undefined) {
        index = run.end;
        continue;
      }
    }
    if (found === undefined) {
      index += unit === 0x5c ? 2 : 1;
      continue;
    }
    const start = Math.max(done, found.start);
    if (start < found.end) yield { ...found, start };
    done = found.end;
    index = Math.max(index + 1, found.end);
  }
}

function equalsStretch(
  units: Units,
  index: number,
  wanted: ReadonlySet<Encoding>,
  maxLength: number,
): Stretch | undefined {
  const word = wanted.has('encoded-word') ? encodedWordStretch(units, index) : undefined;
  if (word !== undefined || !wanted.has('quoted-printable')) return word;
  return quotedPrintableStretch(units, index, maxLength);
}

/** What the run of letters and digits at `index` is, and where it ends. */
function runAt(
  units: Units,
  index: number,
  wanted: ReadonlySet<Encoding>,
  maxLength: number,
): { found: Stretch | undefined; end: number } {
  if (wanted.has('hex') && isHex(units.at(index)) && !isWord(units.at(index - 1))) {
    const hex = hexStretch(units, index, maxLength);
    if (hex !== undefined) return { found: hex, end: hex.end };
  }
  const base64 = base64Stretch(units, index, maxLength);
  const end = Math.max(base64.end, index + 1);
  // `…%3D`: the padding is percent-encoded, so all of it is.
  if (wanted.has('percent') && units.at(end) === 0x25) {
    const percent = percentStretch(units, end, maxLength);
    if (percent !== undefined)
      return { found: { ...percent, start: Math.min(percent.start, index) }, end: percent.end };
  }
  const text = wanted.has('base64') && mayBeBase64Text(units, base64);
  if (text || (wanted.has('gzip') && mayBeBase64Gzip(units, base64))) return { found: base64, end };
  return { found: undefined, end };
}
