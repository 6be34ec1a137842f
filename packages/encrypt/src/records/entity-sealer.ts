/**
 * Objects that a library writes as they stand: sealed for as long as they are written.
 *
 * @module
 */
import type { DatabaseRecord, RecordCipher } from './create-record-cipher.ts';

type Entity = Record<string, unknown>;

/**
 * Seals columns of objects in place and puts the values back. It remembers what it sealed: an object whose writing failed
 * is put back before it is sealed once more, so that nothing is ever sealed twice.
 */
export class EntitySealer {
  readonly #records: RecordCipher;
  readonly #written = new WeakMap<object, Map<string, { plain: unknown; sealed: unknown }>>();

  constructor(records: RecordCipher) {
    this.#records = records;
  }

  /** Seals these columns, and fills the tokens that are of them. */
  seal(entity: Entity, columns: readonly string[] = this.#records.columns): void {
    this.restore(entity);
    const others = this.#records.columns.filter((column) => !columns.includes(column));
    const hidden: DatabaseRecord = Object.fromEntries(others.map((column) => [column, undefined]));
    const sealed = this.#records.seal<DatabaseRecord>({ ...entity, ...hidden });
    const written = new Map<string, { plain: unknown; sealed: unknown }>();
    for (const [name, value] of Object.entries(sealed)) {
      if (others.includes(name) || value === entity[name]) continue;
      if (columns.includes(name)) written.set(name, { plain: entity[name], sealed: value });
      entity[name] = value;
    }
    this.#written.set(entity, written);
  }

  /** Puts back what was sealed, where it still stands. */
  restore(entity: Entity): void {
    for (const [name, { plain, sealed }] of this.#written.get(entity) ?? []) {
      if (entity[name] === sealed) entity[name] = plain;
    }
    this.#written.delete(entity);
  }

  /** Opens what was read. */
  open(entity: Entity): void {
    Object.assign(entity, this.#records.open(entity));
  }
}
