/**
 * Decodes a stretch by its encoding.
 *
 * @module
 */
import { decodeBase64 } from './base64.ts';
import type { Decoded, Encoding } from './decoded.ts';
import { decodeEscapes } from './escapes.ts';
import { decodeHex } from './hex.ts';
import { decodePercent } from './percent.ts';
import { decodeEncodedWord, decodeQuotedPrintable } from './quoted-printable.ts';

/** Decodes the encoded form; `undefined` where it holds no text. Gzip holds bytes and is none of these. */
export function decodeStretch(source: string, encoding: Encoding): Decoded | undefined {
  switch (encoding) {
    case 'base64':
      return decodeBase64(source);
    case 'hex':
      return decodeHex(source);
    case 'percent':
      return decodePercent(source);
    case 'escape':
      return decodeEscapes(source);
    case 'quoted-printable':
      return decodeQuotedPrintable(source);
    case 'encoded-word':
      return decodeEncodedWord(source);
    case 'gzip':
      return undefined;
  }
}
