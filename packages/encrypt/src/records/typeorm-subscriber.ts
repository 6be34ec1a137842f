/**
 * TypeORM entities with columns bound to their rows.
 *
 * @module
 */
import type { RecordCipher } from './create-record-cipher.ts';
import { EntitySealer } from './entity-sealer.ts';

type Entity = Record<string, unknown>;

interface InsertEvent {
  readonly entity: unknown;
  readonly queryRunner: object;
}

interface UpdateEvent {
  readonly entity?: unknown;
  readonly databaseEntity?: unknown;
  readonly updatedColumns?: readonly { readonly propertyName: string }[];
  readonly queryRunner: object;
}

/** What TypeORM asks of a subscriber. Put it into `subscribers` of the data source, or into its `subscribers` array. */
export interface TypeormSubscriber {
  listenTo(): unknown;
  afterLoad(entity: unknown): void;
  beforeInsert(event: InsertEvent): void;
  afterInsert(event: InsertEvent): void;
  beforeUpdate(event: UpdateEvent): void;
  afterUpdate(event: UpdateEvent): void;
  afterTransactionRollback(event: { readonly queryRunner: object }): void;
}

/**
 * A subscriber that seals an entity before it is written, and opens it after it was written or read. Ids must be there
 * before an entity is saved: generate UUIDs in the program. Query builders' own `insert` and `update` go past subscribers,
 * as all of TypeORM's events do: seal for them with the record cipher.
 *
 * @param target - The entity's class or schema, as TypeORM's `listenTo` wants it.
 *
 * @example
 * ```ts
 * import { createAead, createFieldCipher, generateKeyset } from '@yushu/encrypt';
 * import { createRecordCipher, createTypeormSubscriber } from '@yushu/encrypt/records';
 *
 * class Customer {
 *   id = '42';
 *   phone = '13800138000';
 * }
 * const cipher = createFieldCipher(createAead(generateKeyset('AES256_GCM')));
 * const columns = ['phone'];
 * const records = createRecordCipher({ cipher, table: 'customers', idColumn: 'id', columns });
 * const subscriber = createTypeormSubscriber(records, Customer);
 * const event = { entity: new Customer(), queryRunner: {} };
 * subscriber.beforeInsert(event);
 * console.log(event.entity.phone.slice(0, 5)); // ysk1.
 * ```
 */
export function createTypeormSubscriber(records: RecordCipher, target: unknown): TypeormSubscriber {
  const sealer = new EntitySealer(records);
  /** Entities that are sealed now, by transaction: it may be rolled back. */
  const sealed = new WeakMap<object, Set<Entity>>();

  function seal(entity: Entity, columns: readonly string[], queryRunner: object): void {
    sealer.seal(entity, columns);
    const entities = sealed.get(queryRunner) ?? new Set<Entity>();
    sealed.set(queryRunner, entities.add(entity));
  }

  function restore(entity: unknown, queryRunner: object): void {
    if (!entity) return;
    sealer.restore(entity as Entity);
    sealed.get(queryRunner)?.delete(entity as Entity);
  }

  return {
    listenTo: () => target,
    afterLoad(entity) {
      sealer.open(entity as Entity);
    },
    beforeInsert({ entity, queryRunner }) {
      if (entity) seal(entity as Entity, records.columns, queryRunner);
    },
    afterInsert: ({ entity, queryRunner }) => restore(entity, queryRunner),
    beforeUpdate({ entity, updatedColumns = [], queryRunner }) {
      const names = updatedColumns.map((column) => column.propertyName);
      const columns = records.columns.filter((column) => names.includes(column));
      if (entity && columns.length > 0) seal(entity as Entity, columns, queryRunner);
    },
    afterUpdate: ({ entity, queryRunner }) => restore(entity, queryRunner),
    afterTransactionRollback({ queryRunner }) {
      for (const entity of sealed.get(queryRunner) ?? []) sealer.restore(entity);
      sealed.delete(queryRunner);
    },
  };
}
