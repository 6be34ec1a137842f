/**
 * One sealed field, under the key that seals now.
 *
 * @module
 */
import type { FieldContext } from '@yushu/core';
import type { FieldCipher } from '../field/create-field-cipher.ts';
import type { FieldValue } from '../field/field-value.ts';
import { sealedKeyId } from '../field/sealed-key-id.ts';

/** A value, and what to write back in its place. */
export interface RenewedField {
  readonly value: FieldValue;
  /** The value under the primary key; `undefined` where it was under it already. */
  readonly renewed: string | undefined;
}

/**
 * Opens a field, and seals it again if it was sealed under another key than the primary: re-encryption when a row is
 * read anyway. The label goes along. Write `renewed` back only where the column still holds what was read.
 *
 * Strict: what cannot be opened throws. It is never passed through as if it were plain, and never sealed once more.
 *
 * @throws {DataSecurityError} `ERR_ENCRYPT_OPEN`.
 *
 * @example
 * ```ts
 * import { createAead, createFieldCipher, generateKeyset, rotateKeyset } from '@yushu/encrypt';
 * import { renewField } from '@yushu/encrypt/rotation';
 *
 * const old = generateKeyset('AES256_GCM');
 * const sealed = createFieldCipher(createAead(old)).seal('13800138000', { row: '42' });
 * const cipher = createFieldCipher(createAead(rotateKeyset(old, 'AES256_GCM')));
 * const { value, renewed } = renewField(cipher, sealed, { row: '42' });
 * console.log(value, renewed === undefined); // 13800138000 false
 * ```
 */
export function renewField(
  cipher: FieldCipher,
  sealed: string,
  context: FieldContext,
): RenewedField {
  const { value, label } = cipher.openLabelled(sealed, context);
  if (sealedKeyId(sealed) === cipher.keyId) return { value, renewed: undefined };
  const renewed = cipher.seal(value, context, label === undefined ? {} : { label });
  return { value, renewed };
}
