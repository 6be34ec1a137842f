/**
 * JSON Pointer, RFC 6901.
 *
 * @module
 */
import { DataSecurityError } from './errors.ts';

/**
 * A pointer one step below another. RFC 6901 section 3: `~` becomes `~0` and `/` becomes `~1`.
 *
 * @example
 * ```ts
 * import { appendPointer } from '@yushu/core';
 *
 * console.log(appendPointer('/rows/0', 'a/b')); // /rows/0/a~1b
 * ```
 */
export function appendPointer(pointer: string, segment: string | number): string {
  if (typeof segment === 'number') return `${pointer}/${segment}`;
  const plain = !segment.includes('~') && !segment.includes('/');
  return `${pointer}/${plain ? segment : segment.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/**
 * The segments of a pointer, unescaped. The empty pointer is the whole document and has none.
 *
 * @throws {DataSecurityError} `ERR_CORE_POINTER` where the text is no pointer.
 *
 * @example
 * ```ts
 * import { parsePointer } from '@yushu/core';
 *
 * console.log(parsePointer('/rows/0/a~1b')); // [ 'rows', '0', 'a/b' ]
 * ```
 */
export function parsePointer(pointer: string): string[] {
  if (pointer === '') return [];
  if (!pointer.startsWith('/') || /~(?![01])/.test(pointer)) {
    throw new DataSecurityError('ERR_CORE_POINTER', 'Not a JSON Pointer', {
      hint: 'Begin with / and write ~ as ~0 and / as ~1 (RFC 6901 section 3).',
      details: { length: pointer.length },
    });
  }
  return pointer
    .slice(1)
    .split('/')
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));
}
