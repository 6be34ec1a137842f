/**
 * A field cipher over columns that hold foreign ciphertexts beside its own.
 *
 * @module
 */
import type { FieldContext } from '@yushu/core';
import type { FieldCipher } from '../field/create-field-cipher.ts';
import type { FieldValue } from '../field/field-value.ts';
import { sealedTextPrefix } from '../field/text-form.ts';

/** Opens a foreign ciphertext, or throws. The context is that of the cell. */
export type OpenForeign = (ciphertext: string, context: FieldContext) => FieldValue;

/**
 * A cipher that seals as `cipher` does, and opens texts that are not `ysk1.…` with `openForeign`. It is for the time of a move:
 * the application reads both forms through it, and `renewRows` of `@yushu/encrypt/rotation` seals every foreign cell again
 * while it runs. What neither opens is an error; nothing is taken for plain text.
 *
 * Never give `acceptPlaintext` to `renewRows` for this: it would seal foreign ciphertexts as they stand. Foreign ciphertexts are
 * not bound to their place by us: whoever can write to the database can swap them until they have been sealed again.
 *
 * @example
 * ```ts
 * import { createAead, createFieldCipher, generateKeyset } from '@yushu/encrypt';
 * import { createCloakOpener, createImportingCipher } from '@yushu/encrypt/import';
 * import { createMemoryRowStore, renewRows } from '@yushu/encrypt/rotation';
 *
 * const cloak = createCloakOpener({ keys: ['k1.aesgcm256.AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8='] });
 * const phone = 'v1.aesgcm256.3bab9a53.SPI0MnP1ekPXFYK2.6XU1Qx_j8vVisXm64eZ89EK56z5Y-mr9F9Gy';
 * const store = createMemoryRowStore([{ id: '1', cells: { phone } }]);
 *
 * const cipher = createFieldCipher(createAead(generateKeyset('AES256_GCM')));
 * const importing = createImportingCipher(cipher, (text) => cloak.open(text));
 * const contextOf = (row: { id: string }, column: string) => ({ table: 'users', column, row: row.id });
 * console.log((await renewRows(store, importing, { contextOf })).changed); // 1
 * const [row] = await store.read(undefined, 1);
 * console.log(cipher.open(row?.cells['phone'] ?? '', { table: 'users', column: 'phone', row: '1' })); // 13800138000
 * ```
 */
export function createImportingCipher(cipher: FieldCipher, openForeign: OpenForeign): FieldCipher {
  const openLabelled: FieldCipher['openLabelled'] = (sealed, context) =>
    typeof sealed !== 'string' || sealed.startsWith(sealedTextPrefix)
      ? cipher.openLabelled(sealed, context)
      : { value: openForeign(sealed, context), label: undefined };
  return {
    get keyId() {
      return cipher.keyId;
    },
    seal: (value, context, options) => cipher.seal(value, context, options),
    open: (sealed, context) => openLabelled(sealed, context).value,
    openLabelled,
    sealBytes: (value, context, options) => cipher.sealBytes(value, context, options),
    openBytes: (sealed, context) => cipher.openBytes(sealed, context),
    sealRow: (row, context) => cipher.sealRow(row, context),
    openRow: (sealed, context) => cipher.openRow(sealed, context),
  };
}
