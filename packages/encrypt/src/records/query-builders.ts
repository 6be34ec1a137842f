/**
 * Kysely, Knex and Sequelize.
 *
 * @module
 */
import type { DatabaseRecord, RecordCipher } from './create-record-cipher.ts';
import { EntitySealer } from './entity-sealer.ts';

interface KyselyNode {
  readonly kind: string;
}

/** What Kysely asks of a plugin, for any of its types. */
export interface KyselyPlugin {
  transformQuery<T>(args: { readonly node: T }): T;
  transformResult<T extends { readonly rows: readonly unknown[] }>(args: {
    readonly result: T;
  }): Promise<T>;
}

type Loose = Readonly<Record<string, unknown>>;

const loose = (value: unknown): Loose =>
  typeof value === 'object' && value !== null ? (value as Loose) : {};
const looseList = (value: unknown): readonly Loose[] =>
  Array.isArray(value) ? value.map(loose) : [];

/** The name in a table, column or identifier node. */
function nameIn(node: unknown): string | undefined {
  const { name, identifier, column, table } = loose(node);
  if (typeof name === 'string') return name;
  const inner = identifier ?? column ?? table;
  return inner === undefined ? undefined : nameIn(inner);
}

/** The records that a query would write into a table. */
function writtenRecords(node: Loose): { table: string | undefined; records: DatabaseRecord[] } {
  if (node['kind'] === 'InsertQueryNode') {
    const columns = looseList(node['columns']).map(nameIn);
    const lists = looseList(loose(node['values'])['values']);
    const records = lists.map(({ values }) =>
      Object.fromEntries(
        (Array.isArray(values) ? values : []).map((value: unknown, index) => [
          columns[index] ?? '',
          loose(value)['kind'] === 'ValueNode' ? loose(value)['value'] : value,
        ]),
      ),
    );
    return { table: nameIn(loose(node['into'])['table']), records };
  }
  if (node['kind'] === 'UpdateQueryNode') {
    const updates = looseList(node['updates']).map(
      ({ column, value }) => [nameIn(column) ?? '', loose(value)['value'] ?? value] as const,
    );
    return { table: nameIn(node['table']), records: [Object.fromEntries(updates)] };
  }
  return { table: undefined, records: [] };
}

/**
 * A Kysely plugin for one sealed table: it opens what queries give (rows that hold all of id and sealed columns under
 * their names), and refuses to write a sealed column in the clear. Seal what you write with the record cipher.
 *
 * @example
 * ```ts
 * import { createAead, createFieldCipher, generateKeyset } from '@yushu/encrypt';
 * import { createKyselyPlugin, createRecordCipher } from '@yushu/encrypt/records';
 *
 * const cipher = createFieldCipher(createAead(generateKeyset('AES256_GCM')));
 * const columns = ['phone'];
 * const customers = createRecordCipher({ cipher, table: 'customers', idColumn: 'id', columns });
 * // db.withPlugin(plugin).insertInto('customers').values(customers.seal(row))
 * const plugin = createKyselyPlugin(customers);
 * const result = { rows: [customers.seal({ id: 1, phone: '13800138000' })] };
 * console.log((await plugin.transformResult({ result })).rows); // [ { id: 1, phone: '13800138000' } ]
 * ```
 */
export function createKyselyPlugin(records: RecordCipher): KyselyPlugin {
  return {
    transformQuery({ node }) {
      const written = writtenRecords(loose(node as KyselyNode));
      // A name with its schema ends in the table's.
      if (written.table === records.table || written.table?.endsWith(`.${records.table}`)) {
        for (const record of written.records) records.refusePlain(record);
      }
      return node;
    },
    async transformResult({ result }) {
      return { ...result, rows: result.rows.map((row) => openIfRecord(records, row)) };
    },
  };
}

/** Rows without sealed columns, counts for example, pass as they are. */
function openIfRecord(records: RecordCipher, row: unknown): unknown {
  const isRecord = typeof row === 'object' && row !== null && !Array.isArray(row);
  return isRecord && records.columns.some((column) => column in row)
    ? records.open(row as DatabaseRecord)
    : row;
}

/**
 * Knex's `postProcessResponse`: opens the rows of queries that say so with `.queryContext({ sealed: customers })`. Seal
 * what you write with the record cipher.
 *
 * @example
 * ```ts
 * import { createAead, createFieldCipher, generateKeyset } from '@yushu/encrypt';
 * import { createRecordCipher, knexPostProcess } from '@yushu/encrypt/records';
 *
 * const cipher = createFieldCipher(createAead(generateKeyset('AES256_GCM')));
 * const columns = ['phone'];
 * const customers = createRecordCipher({ cipher, table: 'customers', idColumn: 'id', columns });
 * // knex({ …, postProcessResponse: knexPostProcess })
 * const rows = [customers.seal({ id: 1, phone: '13800138000' })];
 * console.log(knexPostProcess(rows, { sealed: customers })); // [ { id: 1, phone: '13800138000' } ]
 * ```
 */
export function knexPostProcess(result: unknown, queryContext: unknown): unknown {
  const { sealed } = loose(queryContext);
  if (sealed === undefined) return result;
  const records = sealed as RecordCipher;
  // The answers of statements that are no queries have rows beside other things; nothing is to be opened there.
  return Array.isArray(result)
    ? result.map((row: unknown) => openIfRecord(records, row))
    : openIfRecord(records, result);
}

interface SequelizeInstance {
  readonly dataValues: Record<string, unknown>;
  /** What Sequelize compares with to know what has changed. */
  readonly _previousDataValues?: Record<string, unknown>;
}

/** What Sequelize's models have for hooks. */
export interface SequelizeModel {
  addHook(name: string, hook: (subject: never) => void): unknown;
}

/**
 * Hooks for a Sequelize model: instances are sealed before they are written, and opened after they were written or read.
 * `Model.update` and `Model.upsert` go past instances: they are refused where they would write a sealed column in the
 * clear.
 *
 * @example
 * ```ts
 * import { createAead, createFieldCipher, generateKeyset } from '@yushu/encrypt';
 * import { addSequelizeHooks, createRecordCipher } from '@yushu/encrypt/records';
 *
 * const cipher = createFieldCipher(createAead(generateKeyset('AES256_GCM')));
 * const columns = ['phone'];
 * const customers = createRecordCipher({ cipher, table: 'customers', idColumn: 'id', columns });
 * const hooks: string[] = [];
 * const model = { addHook: (name: string) => hooks.push(name) }; // a model of Sequelize's
 * addSequelizeHooks(model, customers);
 * console.log(hooks.includes('beforeCreate')); // true
 * ```
 */
export function addSequelizeHooks(model: SequelizeModel, records: RecordCipher): void {
  const sealer = new EntitySealer(records);
  /** What was written or read is not a change. */
  const settle = ({ dataValues, _previousDataValues: previous }: SequelizeInstance) => {
    if (previous === undefined) return;
    for (const column of records.columns) {
      if (column in previous) previous[column] = dataValues[column];
    }
  };
  const seal = (instance: SequelizeInstance) => sealer.seal(instance.dataValues);
  const restore = (instance: SequelizeInstance) => {
    sealer.restore(instance.dataValues);
    settle(instance);
  };
  const open = (instance: SequelizeInstance) => {
    sealer.open(instance.dataValues);
    settle(instance);
  };
  const each = (change: (instance: SequelizeInstance) => void) => (found: unknown) => {
    const list = Array.isArray(found) ? (found as unknown[]) : [found];
    for (const item of list) {
      if (item !== null && item !== undefined) change(instanceOf(item));
    }
  };
  // Rows read with `raw: true` are plain objects.
  const instanceOf = (item: unknown): SequelizeInstance =>
    'dataValues' in (item as object)
      ? (item as SequelizeInstance)
      : { dataValues: item as Record<string, unknown> };
  for (const name of ['beforeCreate', 'beforeUpdate', 'beforeBulkCreate'])
    model.addHook(name, each(seal));
  for (const name of ['afterCreate', 'afterUpdate', 'afterBulkCreate']) {
    model.addHook(name, each(restore));
  }
  model.addHook('afterFind', each(open));
  model.addHook('beforeBulkUpdate', (options: { attributes?: DatabaseRecord }) =>
    records.refusePlain(options.attributes ?? {}),
  );
  model.addHook('beforeUpsert', (values: DatabaseRecord) => records.refusePlain(values));
}
