import {
  createAead,
  createFieldCipher,
  destroyKey,
  generateKeyset,
  rotateKeyset,
} from '@yushu/encrypt';
import {
  createMemoryRowStore,
  type MemoryRowStore,
  type RowStore,
  renewRows,
  type StoredRow,
  surveyKeys,
} from '@yushu/encrypt/rotation';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const contextOf = (row: { readonly id: string }, column: string) => ({
  table: 't',
  column,
  row: row.id,
});
const old = generateKeyset('AES256_GCM');
const both = rotateKeyset(old, 'AES256_GCM');
const next = destroyKey(both, old.primaryId);
const [oldCipher, bothCipher, nextCipher] = [old, both, next].map((keyset) =>
  createFieldCipher(createAead(keyset)),
) as [
  ReturnType<typeof createFieldCipher>,
  ReturnType<typeof createFieldCipher>,
  ReturnType<typeof createFieldCipher>,
];

const plain = (id: string, column: string) => `${column} of ${id}`;

function sealedRows(count: number, renewed: number): StoredRow[] {
  return Array.from({ length: count }, (_, index) => {
    const id = String(index).padStart(4, '0');
    const cipher = index % 5 < renewed ? bothCipher : oldCipher;
    const seal = (column: string) =>
      cipher.seal(plain(id, column), contextOf({ id }, column), { label: column });
    return { id, cells: { phone: seal('phone'), name: index % 3 === 0 ? null : seal('name') } };
  });
}

function everyRowReads(store: MemoryRowStore, cipher: typeof bothCipher): void {
  for (const row of store.rows()) {
    for (const [column, cell] of Object.entries(row.cells)) {
      if (cell === null) continue;
      const opened = cipher.openLabelled(cell, contextOf(row, column));
      expect(opened.value).toMatch(new RegExp(`^${column} of ${row.id}( again)?$`));
      expect(opened.label).toBe(column);
    }
  }
}

class Crash extends Error {}

/** A store that fails before or after its n-th call has done its work, as a lost connection does. */
function crashing(store: RowStore, at: number, after: boolean): RowStore {
  let calls = 0;
  const guard = async <T>(call: () => Promise<T>): Promise<T> => {
    calls += 1;
    if (calls === at && !after) throw new Crash();
    const result = await call();
    if (calls === at) throw new Crash();
    return result;
  };
  return {
    loadState: () => guard(() => store.loadState()),
    read: (cursor, limit) => guard(() => store.read(cursor, limit)),
    readOne: (id) => guard(() => store.readOne(id)),
    commit: (changes, state) => guard(() => store.commit(changes, state)),
  };
}

describe('rotation', () => {
  it('leaves every row readable wherever it crashes, and ends when it is resumed', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(60),
        fc.nat(5),
        fc.integer({ min: 1, max: 20 }),
        fc.array(fc.tuple(fc.integer({ min: 1, max: 12 }), fc.boolean()), { maxLength: 6 }),
        async (count, renewed, batchRows, crashes) => {
          const store = createMemoryRowStore(sealedRows(count, renewed));
          for (const [at, after] of crashes) {
            await renewRows(crashing(store, at, after), bothCipher, { contextOf, batchRows }).catch(
              (error: unknown) => expect(error).toBeInstanceOf(Crash),
            );
            everyRowReads(store, bothCipher);
          }
          const progress = await renewRows(store, bothCipher, { contextOf, batchRows });
          expect(progress.done).toBe(true);
          everyRowReads(store, nextCipher);
          const keys = [...(await surveyKeys(store, batchRows)).keys()];
          expect(keys.every((key) => key === bothCipher.keyId)).toBe(true);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('loses no write that comes in between', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(19), { maxLength: 30 }),
        fc.integer({ min: 1, max: 8 }),
        async (writes, batchRows) => {
          const store = createMemoryRowStore(sealedRows(20, 0));
          const pending = [...writes];
          const busy: RowStore = {
            ...store,
            // Between reading and writing, somebody else saves a row.
            async commit(changes, state) {
              const id = String(pending.pop() ?? -1).padStart(4, '0');
              const row = await store.readOne(id);
              if (row !== undefined) {
                const phone = oldCipher.seal(
                  `${plain(id, 'phone')} again`,
                  contextOf(row, 'phone'),
                  { label: 'phone' },
                );
                const current = await store.loadState();
                await store.commit([{ id, from: row.cells, to: { phone } }], current);
              }
              return store.commit(changes, state);
            },
          };
          await renewRows(busy, bothCipher, { contextOf, batchRows });
          everyRowReads(store, bothCipher);
          const used = writes.slice(pending.length).map((id) => String(id).padStart(4, '0'));
          for (const row of store.rows()) {
            const value = bothCipher.open(row.cells['phone'] ?? '', contextOf(row, 'phone'));
            expect(String(value).endsWith('again')).toBe(used.includes(row.id));
          }
        },
      ),
      { numRuns: 100 },
    );
  });

  it('is strict: what does not open is neither passed on nor sealed again', async () => {
    const rows = sealedRows(10, 0);
    const broken = rows.map((row, index) =>
      index === 4 ? { ...row, cells: { ...row.cells, phone: rows[5]?.cells['phone'] ?? '' } } : row,
    );
    const plainRow: StoredRow = { id: '9999', cells: { phone: '13800138000' } };
    const store = createMemoryRowStore([...broken, plainRow]);
    await expect(renewRows(store, bothCipher, { contextOf, batchRows: 3 })).rejects.toThrow(
      expect.objectContaining({
        code: 'ERR_ENCRYPT_ROTATION',
        details: { row: '0004', column: 'phone', reason: 'ERR_ENCRYPT_OPEN' },
      }),
    );
    expect((await store.loadState()).cursor).toBe('0002');
    const before = new Map(store.rows().map((row) => [row.id, row]));
    const progress = await renewRows(store, bothCipher, {
      contextOf,
      batchRows: 3,
      onFailure: 'skip',
    });
    expect(progress.failures).toEqual([
      { id: '0004', column: 'phone', code: 'ERR_ENCRYPT_OPEN' },
      { id: '9999', column: 'phone', code: 'ERR_ENCRYPT_OPEN' },
    ]);
    for (const id of ['0004', '9999']) {
      const row = store.rows().find((candidate) => candidate.id === id);
      expect(row?.cells['phone']).toBe(before.get(id)?.cells['phone']);
    }
  });

  it('seals plain text only where it is asked to', async () => {
    const store = createMemoryRowStore([{ id: '1', cells: { phone: '13800138000' } }]);
    const accept = { contextOf, acceptPlaintext: true };
    expect((await renewRows(store, bothCipher, accept)).changed).toBe(1);
    const sealed = store.rows()[0]?.cells['phone'] ?? '';
    expect(bothCipher.open(sealed, contextOf({ id: '1' }, 'phone'))).toBe('13800138000');
  });

  it('tells how far it is, waits, and stops when asked', async () => {
    const store = createMemoryRowStore(sealedRows(10, 0));
    const seen: number[] = [];
    const waits: number[] = [];
    const controller = new AbortController();
    const stopped = await renewRows(store, bothCipher, {
      contextOf,
      batchRows: 3,
      maxRowsPerSecond: 6,
      signal: controller.signal,
      sleep: async (ms) => void waits.push(ms),
      onProgress({ rows }) {
        seen.push(rows);
        if (rows === 6) controller.abort();
      },
    });
    expect(seen).toEqual([3, 6]);
    expect(waits).toEqual([500, 500]);
    expect(stopped.done).toBe(false);
    const rest = await renewRows(store, bothCipher, { contextOf, batchRows: 3 });
    expect([rest.rows, rest.done]).toEqual([4, true]);
    await expect(renewRows(store, bothCipher, { contextOf, batchRows: 0 })).rejects.toThrow(
      expect.objectContaining({ code: 'ERR_ENCRYPT_OPTIONS' }),
    );
  });
});
