/**
 * What identifies a document, as text to bind fields to.
 *
 * @module
 */
import { encryptError } from '../errors.ts';

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** An id of a BSON type that has instances; `undefined` for all others. */
function textOfInstance(id: object): string | undefined {
  const { _bsontype: type } = id as { readonly _bsontype?: unknown };
  if (type === 'ObjectId') return `o:${(id as { toHexString(): string }).toHexString()}`;
  if (type === 'Int32' || type === 'Long' || type === 'Double') return `n:${String(id)}`;
  if (type !== 'Binary') return undefined;
  const { buffer, sub_type, position } = id as {
    readonly buffer: Uint8Array;
    readonly sub_type: number;
    readonly position: number;
  };
  return `b:${sub_type}:${hexOf(buffer.subarray(0, position))}`;
}

/**
 * `o:` and the digits of an ObjectId, `s:` and a string, `n:` and a number of any type in decimal, `b:`, subtype and
 * hexadecimal bytes of a binary value (a UUID). Numbers are the same whatever type the driver gives them.
 *
 * @throws {DataSecurityError} `ERR_ENCRYPT_CONTEXT` where there is no id, or one that is neither of these.
 */
export function textOfId(id: unknown, field: string): string {
  if (typeof id === 'string') return `s:${id}`;
  if (typeof id === 'number' || typeof id === 'bigint') return `n:${id}`;
  const text = typeof id === 'object' && id !== null ? textOfInstance(id) : undefined;
  if (text !== undefined) return text;
  throw encryptError('ERR_ENCRYPT_CONTEXT', 'The document does not say which one it is', {
    hint: 'Give ids before documents are sealed (new ObjectId()), and read them with sealed fields.',
    details: { field },
  });
}
