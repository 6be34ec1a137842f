/**
 * Which key a sealed text names.
 *
 * @module
 */
import { platform } from '#platform';
import { prefixBytes, prefixId } from '../aead/output-prefix.ts';
import { sealedTextPrefix } from './text-form.ts';

/**
 * Id of the key that a sealed text names, without opening it; `undefined` where the text is not sealed or its key has no
 * prefix. What it says is not authenticated: use it to choose what to do next, never to trust the value.
 *
 * @example
 * ```ts
 * import { createAead, createFieldCipher, generateKeyset, sealedKeyId } from '@yushu/encrypt';
 *
 * const cipher = createFieldCipher(createAead(generateKeyset('AES256_GCM')));
 * console.log(sealedKeyId(cipher.seal('x', {})) === cipher.keyId); // true
 * ```
 */
export function sealedKeyId(sealed: string): string | undefined {
  if (!sealed.startsWith(sealedTextPrefix)) return undefined;
  // Eight characters are six bytes: the prefix and one more.
  const start = sealedTextPrefix.length;
  const head = platform.decodeBase64Url(sealed.slice(start, start + 8));
  if (head === undefined || head.length < prefixBytes) return undefined;
  const id = prefixId(head);
  return id < 0 ? undefined : String(id);
}
