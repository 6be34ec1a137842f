/**
 * A store in memory, for tests and trials.
 *
 * @module
 */
import type { RowStore, StoredRow, WorkState } from './row-store.ts';

/** A {@link RowStore} that lets its rows be seen. */
export interface MemoryRowStore extends RowStore {
  rows(): readonly StoredRow[];
}

/**
 * A {@link RowStore} in memory, its rows in the order of their ids as text.
 *
 * @example
 * ```ts
 * import { createMemoryRowStore } from '@yushu/encrypt/rotation';
 *
 * const store = createMemoryRowStore([{ id: '1', cells: { phone: null } }]);
 * console.log((await store.read(undefined, 10)).length); // 1
 * ```
 */
export function createMemoryRowStore(rows: readonly StoredRow[]): MemoryRowStore {
  const byId = new Map(rows.map((row) => [row.id, row]));
  let state: WorkState = { cursor: undefined, done: false };
  const ordered = () => [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    rows: ordered,
    loadState: async () => state,
    read: async (cursor, limit) =>
      ordered()
        .filter((row) => cursor === undefined || row.id > cursor)
        .slice(0, limit),
    readOne: async (id) => byId.get(id),
    async commit(changes, next) {
      const missed: string[] = [];
      for (const { id, from, to } of changes) {
        const row = byId.get(id);
        const same = Object.entries(from).every(([column, cell]) => row?.cells[column] === cell);
        if (row === undefined || !same) missed.push(id);
        else byId.set(id, { id, cells: { ...row.cells, ...to } });
      }
      if (missed.length === 0) state = next;
      return missed;
    },
  };
}
