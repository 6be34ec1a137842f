export { createMemoryRowStore, type MemoryRowStore } from './memory-row-store.ts';
export { type RenewedField, renewField } from './renew-field.ts';
export { type RenewOptions, renewRows, surveyKeys } from './renew-rows.ts';
export type { RowChange, RowStore, StoredRow, WorkState } from './row-store.ts';
export {
  type RowFailure,
  type RowWork,
  runOverRows,
  type WorkOptions,
  type WorkProgress,
} from './run-over-rows.ts';
export {
  createSqlRowStore,
  type SqlDatabase,
  type SqlQuery,
  type SqlRowStoreOptions,
} from './sql-row-store.ts';
