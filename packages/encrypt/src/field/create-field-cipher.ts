/**
 * Fields of a table, encrypted each in its place.
 *
 * @module
 */
import type { Aead, FieldContext } from '@yushu/core';
import { ByteWriter } from '../bytes/byte-writer.ts';
import { copyBytes } from '../bytes/copy-bytes.ts';
import { openError } from '../errors.ts';
import { type SealedKind, writeAssociatedData } from './associated-data.ts';
import { type FieldValue, type LabelledValue, readValue, writeValue } from './field-value.ts';
import { readRow, writeRow } from './row-values.ts';
import { sealedOfText, textOfSealed } from './text-form.ts';

/** Options of {@link FieldCipher.seal}. */
export interface SealOptions {
  /** Sealed with the value and given back by `openLabelled`: a category, for example. At most 255 bytes of UTF-8. */
  readonly label?: string;
}

/** Seals and opens values in their places. Give the same context to open as to seal, or nothing opens. */
export interface FieldCipher {
  /** Id of the key that seals now. */
  readonly keyId: string;
  /**
   * A value as text, `ysk1.…`, for a text column.
   *
   * @throws {DataSecurityError} `ERR_ENCRYPT_VALUE` where the value cannot be held without loss, `ERR_ENCRYPT_CONTEXT`
   * where the context cannot be bound, `ERR_ENCRYPT_KEY_EXHAUSTED` where the key is used up.
   */
  seal(value: FieldValue, context: FieldContext, options?: SealOptions): string;
  /** The value, with its type. @throws {DataSecurityError} `ERR_ENCRYPT_OPEN` for whatever is wrong. */
  open(sealed: string, context: FieldContext): FieldValue;
  /** The value and its label. @throws {DataSecurityError} `ERR_ENCRYPT_OPEN` for whatever is wrong. */
  openLabelled(sealed: string, context: FieldContext): LabelledValue;
  /** Like `seal`, as bytes for a binary column: a quarter shorter, and exactly Tink's ciphertext. */
  sealBytes(value: FieldValue, context: FieldContext, options?: SealOptions): Uint8Array;
  /** Opens what `sealBytes` gave. @throws {DataSecurityError} `ERR_ENCRYPT_OPEN` for whatever is wrong. */
  openBytes(sealed: Uint8Array, context: FieldContext): FieldValue;
  /** All fields of a row under one seal, as text: quicker and shorter than one by one. */
  sealRow(row: Readonly<Record<string, FieldValue>>, context: FieldContext): string;
  /** Opens what `sealRow` gave. @throws {DataSecurityError} `ERR_ENCRYPT_OPEN` for whatever is wrong. */
  openRow(sealed: string, context: FieldContext): Record<string, FieldValue>;
}

/** What {@link createFieldCipher} takes: any {@link Aead}; one of `createAead` also seals without copies. */
interface SealingAead extends Aead {
  readonly overhead?: number;
  sealInto?(
    plaintext: Uint8Array,
    associatedData: Uint8Array,
    out: Uint8Array,
    offset: number,
  ): number;
}

// Shared by all ciphers: sealing is synchronous, and values are turned into text before the first byte is written.
const plaintextWriter = new ByteWriter();
const contextWriter = new ByteWriter();
const sealedWriter = new ByteWriter();

function clearWriters(): void {
  plaintextWriter.erase();
  contextWriter.reset();
  sealedWriter.reset();
}

class FieldCipherOf implements FieldCipher {
  readonly #aead: SealingAead;

  constructor(aead: Aead) {
    this.#aead = aead;
  }

  get keyId(): string {
    return this.#aead.keyId;
  }

  seal(value: FieldValue, context: FieldContext, options?: SealOptions): string {
    try {
      writeValue(plaintextWriter, value, options?.label);
      return textOfSealed(this.#sealWritten('field', context));
    } finally {
      clearWriters();
    }
  }

  sealBytes(value: FieldValue, context: FieldContext, options?: SealOptions): Uint8Array {
    try {
      writeValue(plaintextWriter, value, options?.label);
      return copyBytes(this.#sealWritten('field', context));
    } finally {
      clearWriters();
    }
  }

  sealRow(row: Readonly<Record<string, FieldValue>>, context: FieldContext): string {
    try {
      writeRow(plaintextWriter, row);
      return textOfSealed(this.#sealWritten('row', context));
    } finally {
      clearWriters();
    }
  }

  open(sealed: string, context: FieldContext): FieldValue {
    return this.openLabelled(sealed, context).value;
  }

  openLabelled(sealed: string, context: FieldContext): LabelledValue {
    return this.#opened('field', sealedOfText(sealed), context, readValue);
  }

  openBytes(sealed: Uint8Array, context: FieldContext): FieldValue {
    return this.#opened('field', sealed, context, readValue).value;
  }

  openRow(sealed: string, context: FieldContext): Record<string, FieldValue> {
    return this.#opened('row', sealedOfText(sealed), context, readRow);
  }

  /** Seals what the writer holds; the result stands in a writer too, until it is cleared. */
  #sealWritten(kind: SealedKind, context: FieldContext): Uint8Array {
    writeAssociatedData(contextWriter, kind, context);
    const plaintext = plaintextWriter.written();
    const associatedData = contextWriter.written();
    const aead = this.#aead;
    if (aead.sealInto === undefined || aead.overhead === undefined) {
      return aead.seal(plaintext, associatedData);
    }
    sealedWriter.reserve(plaintext.length + aead.overhead);
    aead.sealInto(plaintext, associatedData, sealedWriter.buffer(), 0);
    return sealedWriter.written();
  }

  #opened<T>(
    kind: SealedKind,
    sealed: Uint8Array,
    context: FieldContext,
    read: (plaintext: Uint8Array) => T,
  ): T {
    let associatedData: Uint8Array;
    try {
      writeAssociatedData(contextWriter, kind, context);
      associatedData = contextWriter.written();
    } finally {
      contextWriter.reset();
    }
    const plaintext = this.#aead.open(sealed, associatedData);
    try {
      return read(plaintext);
    } catch {
      // Authentic, but not a field: sealed by other means under the same key.
      throw openError();
    } finally {
      plaintext.fill(0);
    }
  }
}

/**
 * A cipher for single values, each bound to its place: a value that is moved to another row, column, table or tenant no
 * longer opens. Types come back as they were.
 *
 * @example
 * ```ts
 * import { createAead, createFieldCipher, generateKeyset } from '@yushu/encrypt';
 *
 * const cipher = createFieldCipher(createAead(generateKeyset('AES256_GCM')));
 * const place = { table: 'customers', column: 'phone', row: '42' };
 * const sealed = cipher.seal('13800138000', place); // ysk1.A…
 * console.log(cipher.open(sealed, place)); // 13800138000
 * ```
 */
export function createFieldCipher(aead: Aead): FieldCipher {
  return new FieldCipherOf(aead);
}
