/**
 * Base64 with padding (RFC 4648 section 4), as protobuf's JSON has it.
 *
 * @module
 */
import { platform } from '#platform';

/** Standard base64 with padding. */
export function encodeBase64(bytes: Uint8Array): string {
  const text = platform.encodeBase64Url(bytes).replaceAll('-', '+').replaceAll('_', '/');
  return text.padEnd(Math.ceil(text.length / 4) * 4, '=');
}

/** Standard or URL-safe base64, padded or not, as readers of protobuf's JSON must take it; `undefined` for other text. */
export function decodeBase64(text: string): Uint8Array | undefined {
  const padding = /={0,2}$/.exec(text)?.[0].length ?? 0;
  if (padding > 0 && text.length % 4 !== 0) return undefined;
  const digits = text
    .slice(0, text.length - padding)
    .replaceAll('+', '-')
    .replaceAll('/', '_');
  return /^[\w-]*$/.test(digits) ? platform.decodeBase64Url(withoutLooseBits(digits)) : undefined;
}

/** Other writers may leave bits set after the last byte: they mean nothing, and are cleared. */
function withoutLooseBits(digits: string): string {
  const loose = { 2: 4, 3: 2 }[digits.length % 4];
  if (loose === undefined) return digits;
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const last = alphabet.indexOf(digits.slice(-1));
  return digits.slice(0, -1) + alphabet.charAt((last >> loose) << loose);
}
