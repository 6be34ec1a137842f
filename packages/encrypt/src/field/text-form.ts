/**
 * Sealed bytes as text.
 *
 * @module
 */
import { platform } from '#platform';
import { openError } from '../errors.ts';

/** What every sealed text begins with. */
export const sealedTextPrefix = 'ysk1.';

/** `ysk1.` and the bytes in base64url. */
export function textOfSealed(bytes: Uint8Array): string {
  return sealedTextPrefix + platform.encodeBase64Url(bytes);
}

/** The bytes of a sealed text; only exactly what {@link textOfSealed} gives is taken. */
export function sealedOfText(text: string): Uint8Array {
  const bytes =
    typeof text === 'string' && text.startsWith(sealedTextPrefix)
      ? platform.decodeBase64Url(text.slice(sealedTextPrefix.length))
      : undefined;
  if (bytes === undefined) throw openError();
  return bytes;
}

/**
 * Whether a text has the form of a sealed value. It says nothing of whether it can be opened.
 *
 * @example
 * ```ts
 * import { isSealedText } from '@yushu/encrypt';
 *
 * console.log(isSealedText('13800138000')); // false
 * ```
 */
export function isSealedText(text: string): boolean {
  return /^ysk1\.[A-Za-z0-9_-]+$/.test(text);
}
