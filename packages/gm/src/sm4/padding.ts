import { readChoice } from '../bytes/read-input.ts';
import { inputError } from '../errors.ts';
import { sm4BlockBytes } from './sm4-schedule.ts';

/** How the last block is filled: PKCS #7 (RFC 5652 section 6.3), or not at all, for texts of whole blocks. */
export type Sm4Padding = 'pkcs7' | 'none';

export function readPadding(padding: Sm4Padding | undefined): Sm4Padding {
  return readChoice(padding ?? 'pkcs7', ['pkcs7', 'none'], 'padding');
}

export function pad(text: Uint8Array, padding: Sm4Padding): Uint8Array {
  if (padding === 'none') {
    if (text.length % sm4BlockBytes === 0) return text;
    throw inputError(
      'Without padding the length must be a multiple of 16 bytes',
      "Use padding: 'pkcs7'.",
      { length: text.length },
    );
  }
  const count = sm4BlockBytes - (text.length % sm4BlockBytes);
  const padded = new Uint8Array(text.length + count).fill(count, text.length);
  padded.set(text);
  return padded;
}

/** Whether blocks of this length can be padded text. */
export function hasPaddedLength(length: number, padding: Sm4Padding): boolean {
  return length % sm4BlockBytes === 0 && (length > 0 || padding === 'none');
}

/** The text without its padding, or undefined. Looks at all of the last block, whatever it holds. */
export function unpad(padded: Uint8Array, padding: Sm4Padding): Uint8Array | undefined {
  if (padding === 'none') return padded;
  const { length } = padded;
  const count = padded[length - 1]!;
  let wrong = ((count - 1) >>> 31) | ((sm4BlockBytes - count) >>> 31);
  for (let i = 1; i <= sm4BlockBytes; i++) {
    // All ones where i <= count, else zero.
    const inside = ((i - 1 - count) >> 31) | 0;
    wrong |= inside & (padded[length - i]! ^ count);
  }
  return wrong === 0 ? padded.slice(0, length - count) : undefined;
}
