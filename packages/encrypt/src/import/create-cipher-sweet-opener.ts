/**
 * Ciphertexts of CipherSweet (PHP and JavaScript): `brng:`, `nacl:`, `fips:`.
 *
 * @module
 */
import { copyBytes } from '../bytes/copy-bytes.ts';
import { openError } from '../errors.ts';
import {
  type CipherSweetFormat,
  cipherSweetFieldKey,
  cipherSweetFormats,
} from './cipher-sweet-backends.ts';
import { importOptionsError, strictBase64, strictUtf8 } from './foreign-text.ts';

/** CipherSweet's backends by the names of their classes: `brng:`, `nacl:` and `fips:` texts. */
export type CipherSweetBackend = 'BoringCrypto' | 'ModernCrypto' | 'FIPSCrypto';

/** Options of {@link createCipherSweetOpener}. */
export interface CipherSweetOpenerOptions {
  /** The backend that sealed; texts of others are refused. */
  readonly backend: CipherSweetBackend;
  /**
   * The keys that may have sealed, tried in this order: 32 bytes, or 64 hexadecimal digits as in `.env`. With tenants, those of
   * one tenant.
   */
  readonly keys: readonly (Uint8Array | string)[];
}

/** What CipherSweet's field types come back as. Integers beyond 2⁵³ are bigints; `null` is the empty boolean. */
export interface CipherSweetValues {
  readonly string: string;
  readonly int: number | bigint;
  readonly float: number;
  readonly bool: boolean | null;
  readonly bytes: Uint8Array;
}

/** Where a value stood, and as what. */
export interface CipherSweetField<T extends keyof CipherSweetValues = keyof CipherSweetValues> {
  /** Table, as it was given to `EncryptedRow` or `EncryptedField`. */
  readonly table: string;
  readonly column: string;
  /** `addTextField` and `EncryptedField` are `string`, `bytes` is the same undecoded. */
  readonly type: T;
  /** The value that was bound as additional authenticated data, such as that of an AAD source column. */
  readonly associatedData?: string | Uint8Array;
}

/** Opens what CipherSweet has sealed. */
export interface CipherSweetOpener {
  /** The value. @throws {DataSecurityError} `ERR_ENCRYPT_OPEN` for whatever is wrong. */
  open<T extends keyof CipherSweetValues>(
    ciphertext: string,
    field: CipherSweetField<T>,
  ): CipherSweetValues[T];
}

function readInteger(bytes: Uint8Array): number | bigint {
  const value = new DataView(bytes.buffer, bytes.byteOffset).getBigInt64(0, true);
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}

const readers: {
  readonly [T in keyof CipherSweetValues]: (bytes: Uint8Array) => CipherSweetValues[T] | undefined;
} = {
  string: strictUtf8,
  bytes: (bytes) => copyBytes(bytes),
  int: (bytes) => (bytes.length === 8 ? readInteger(bytes) : undefined),
  float: (bytes) =>
    bytes.length === 8
      ? new DataView(bytes.buffer, bytes.byteOffset).getFloat64(0, true)
      : undefined,
  bool: (bytes) => (bytes.length === 1 ? [null, false, true][bytes[0] as number] : undefined),
};

function bytesOfKey(key: unknown): Uint8Array {
  if (key instanceof Uint8Array && key.length === 32) return copyBytes(key);
  if (typeof key === 'string' && /^[0-9a-f]{64}$/i.test(key)) {
    return Uint8Array.from({ length: 32 }, (_, i) =>
      Number.parseInt(key.slice(i * 2, i * 2 + 2), 16),
    );
  }
  throw importOptionsError(
    'A key is not one of CipherSweet',
    'Give 32 bytes, or 64 hexadecimal digits.',
  );
}

/** Columns are few; a caller that makes up names must not fill the memory. */
const keptFieldKeys = 1000;

/**
 * Opens the columns of CipherSweet, so that they can be moved. Keys of fields are derived from table and column as
 * CipherSweet does, so give their old names.
 *
 * Blind indexes are not read: make new ones with `backFillIndexes` of `@yushu/encrypt/search`. Neither are JSON fields and
 * encrypted files, nor CipherSweet's `AAD` objects that bind several columns.
 *
 * @throws {DataSecurityError} `ERR_ENCRYPT_OPTIONS` without keys, with a malformed one, or with an unknown backend.
 *
 * @example
 * ```ts
 * import { createCipherSweetOpener } from '@yushu/encrypt/import';
 *
 * const keys = ['c6c8759cee5084c74f26ce6b634477d3d5514a651bdd041a1b391f23fd9241ec'];
 * const opener = createCipherSweetOpener({ backend: 'ModernCrypto', keys });
 * const age = 'nacl:HWgBJrpUdtXoouOKHCVzHsdB5qS5LX5ParUeSAORqifTTycGvPdNT3f0iKVFOFqA';
 * console.log(opener.open(age, { table: 'example', column: 'age', type: 'int' })); // 1337
 * ```
 */
export function createCipherSweetOpener(options: CipherSweetOpenerOptions): CipherSweetOpener {
  const { backend } = options;
  if (!Object.hasOwn(cipherSweetFormats, backend)) {
    throw importOptionsError(
      'An unknown backend',
      `One of ${Object.keys(cipherSweetFormats).join(', ')}.`,
    );
  }
  const format: CipherSweetFormat = cipherSweetFormats[backend];
  const keys = options.keys.map(bytesOfKey);
  if (keys.length === 0) throw importOptionsError('No keys', 'Give at least one key.');

  const fieldKeys = new Map<string, readonly Uint8Array[]>();
  const fieldKeysOf = (table: string, column: string): readonly Uint8Array[] => {
    const name = JSON.stringify([table, column]);
    const kept = fieldKeys.get(name);
    if (kept !== undefined) return kept;
    const made = keys.map((key) => cipherSweetFieldKey(key, table, column));
    if (fieldKeys.size >= keptFieldKeys) fieldKeys.clear();
    fieldKeys.set(name, made);
    return made;
  };

  return {
    open<T extends keyof CipherSweetValues>(ciphertext: string, field: CipherSweetField<T>) {
      const { prefix, minimumBytes } = format;
      if (typeof ciphertext !== 'string' || !ciphertext.startsWith(prefix)) throw openError();
      const bytes = strictBase64(ciphertext.slice(prefix.length), 'url', 'required');
      if (bytes.length < minimumBytes) throw openError();
      const { table, column, type, associatedData = '' } = field;
      const data =
        typeof associatedData === 'string'
          ? new TextEncoder().encode(associatedData)
          : associatedData;
      for (const fieldKey of fieldKeysOf(table, column)) {
        const plaintext = format.open(fieldKey, bytes, data);
        if (plaintext === undefined) continue;
        const value = readers[type](plaintext);
        if (value === undefined) throw openError();
        return value;
      }
      throw openError();
    },
  };
}
