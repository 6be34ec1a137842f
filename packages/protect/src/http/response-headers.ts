/**
 * What a response says of a body that is no longer the one it was made for (RFC 9110, RFC 9111).
 *
 * @module
 */

/** Headers that speak of the bytes of the body. */
const ofTheBytes = [
  'accept-ranges',
  'content-digest',
  'content-encoding',
  'content-length',
  'content-md5',
  'content-range',
  'digest',
  'repr-digest',
  'transfer-encoding',
];

const entityTag = /(?:W\/)?"([^"]*)"/g;

/**
 * A short name for who asks under which policy: two that see different bodies must not share an entity tag.
 *
 * @example
 * ```ts
 * import { variantOf } from '@yushu/protect/http';
 *
 * console.log(variantOf('guest') === variantOf('auditor')); // false
 * ```
 */
export function variantOf(text: string): string {
  // FNV-1a, twice over: for telling variants apart, not for secrecy.
  let low = 0x811c9dc5;
  let high = 0x01000193;
  for (let index = 0; index < text.length; index += 1) {
    low = Math.imul(low ^ text.charCodeAt(index), 0x01000193);
    high = Math.imul(high ^ text.charCodeAt(text.length - 1 - index), 0x01000193);
  }
  return ((low >>> 0).toString(36) + (high >>> 0).toString(36)).slice(0, 12);
}

/** `public` and `s-maxage` would let a shared cache give one reader what another was shown. */
function keepPrivate(header: string | null): string {
  const directives = (header ?? '')
    .split(',')
    .map((directive) => directive.trim())
    .filter((directive) => directive !== '' && !/^(?:public|s-maxage\b.*)$/i.test(directive));
  if (!directives.some((directive) => /^(?:private|no-store)$/i.test(directive))) {
    directives.unshift('private');
  }
  return directives.join(', ');
}

/**
 * Corrects the headers of a response whose body is another one for each variant: what speaks of the bytes of the body goes, the entity tag
 * is made the variant's own, and shared caches are kept out.
 *
 * @example
 * ```ts
 * import { correctHeaders } from '@yushu/protect/http';
 *
 * const headers = new Headers({ 'content-length': '17', etag: '"7"' });
 * correctHeaders(headers, 'guest');
 * console.log(headers.get('etag'), headers.get('content-length')); // W/"7~guest" null
 * ```
 */
export function correctHeaders(headers: Headers, variant: string): void {
  for (const name of ofTheBytes) headers.delete(name);
  const tag = headers.get('etag');
  if (tag !== null) {
    const opaque = /^(?:W\/)?"([^"]*)"$/.exec(tag.trim())?.[1];
    if (opaque === undefined) headers.delete('etag');
    else headers.set('etag', `W/"${opaque}~${variant}"`);
  }
  headers.set('cache-control', keepPrivate(headers.get('cache-control')));
}

/**
 * The conditions of a request in terms of the bodies behind: entity tags of this variant lose its name, those of others are left out. A
 * part of a body cannot be protected, nor a compressed one without unpacking it, so neither is asked for.
 *
 * @example
 * ```ts
 * import { correctConditions } from '@yushu/protect/http';
 *
 * const headers = new Headers({ range: 'bytes=0-9', 'if-none-match': 'W/"7~guest"' });
 * correctConditions(headers, 'guest');
 * console.log(headers.get('if-none-match'), headers.get('range')); // "7", W/"7" null
 * ```
 */
export function correctConditions(headers: Headers, variant: string): void {
  for (const name of ['range', 'if-range']) headers.delete(name);
  if (headers.has('accept-encoding')) headers.set('accept-encoding', 'identity');
  for (const name of ['if-none-match', 'if-match']) {
    const given = headers.get(name);
    if (given === null || given.trim() === '*') continue;
    const tags = [...given.matchAll(entityTag)]
      .map((match) => match[1]!)
      .filter((opaque) => opaque.endsWith(`~${variant}`))
      .map((opaque) => opaque.slice(0, -variant.length - 1));
    // The tag behind may have been a strong or a weak one.
    if (tags.length > 0)
      headers.set(name, tags.flatMap((tag) => [`"${tag}"`, `W/"${tag}"`]).join(', '));
    else if (name === 'if-none-match') headers.delete(name);
    // A condition that no body meets must not be met by leaving it out.
    else headers.set(name, '"~"');
  }
}
