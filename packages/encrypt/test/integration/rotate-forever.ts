/** A process that renews a table and is killed by its test. Keysets come by environment, which is for tests only. */
import { createAead, createFieldCipher } from '@yushu/encrypt';
import { insecureReadKeyset } from '@yushu/encrypt/insecure';
import { createSqlRowStore, renewRows } from '@yushu/encrypt/rotation';
import { openMariadb, openPostgres } from './databases.ts';

const { TEST_KEYSET = '', TEST_TABLE = '', TEST_DATABASE = '' } = process.env;
const { database } = await (TEST_DATABASE === 'PostgreSQL' ? openPostgres() : openMariadb());
const store = createSqlRowStore(database, {
  work: TEST_TABLE,
  table: TEST_TABLE,
  idColumn: 'id',
  columns: ['phone'],
  stateTable: `${TEST_TABLE}_state`,
});
await renewRows(store, createFieldCipher(createAead(insecureReadKeyset(TEST_KEYSET))), {
  batchRows: 20,
  contextOf: (row, column) => ({ table: 'customers', column, row: row.id }),
  onProgress: ({ rows }) => process.stdout.write(`${rows}\n`),
});
process.exit(0);
