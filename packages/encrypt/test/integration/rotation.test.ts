import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createAead, createFieldCipher, generateKeyset, rotateKeyset } from '@yushu/encrypt';
import { insecureWriteKeyset } from '@yushu/encrypt/insecure';
import { createSqlRowStore, renewRows, surveyKeys } from '@yushu/encrypt/rotation';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openMariadb, openPostgres, reachable, type TestDatabase } from './databases.ts';

const rowCount = 600;
const old = generateKeyset('AES256_GCM');
const both = rotateKeyset(old, 'AES256_GCM');
const cipher = createFieldCipher(createAead(both));
const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
const contextOf = (row: { readonly id: string }, column: string) => ({
  table: 'customers',
  column,
  row: row.id,
});

for (const open of [openPostgres, openMariadb]) {
  const state = await reachable(open);
  const why = state.there ? '' : ` (${state.why})`;
  describe.skipIf(!state.there)(`rotation on ${open.name}${why}`, () => {
    let opened: TestDatabase;
    const table = `yushu_rotation_${process.pid}`;
    const database = () => opened.database;
    const store = () =>
      createSqlRowStore(database(), {
        work: table,
        table,
        idColumn: 'id',
        columns: ['phone'],
        stateTable: `${table}_state`,
      });

    beforeAll(async () => {
      opened = await open();
    });
    afterAll(async () => {
      await database().query(`DROP TABLE IF EXISTS ${table}`, []);
      await database().query(`DROP TABLE IF EXISTS ${table}_state`, []);
      await opened.close();
    });
    async function fill(): Promise<void> {
      await database().query(`DROP TABLE IF EXISTS ${table}`, []);
      await database().query(`DROP TABLE IF EXISTS ${table}_state`, []);
      await database().query(`CREATE TABLE ${table} (id INTEGER PRIMARY KEY, phone TEXT)`, []);
      const before = createFieldCipher(createAead(old));
      for (let id = 1; id <= rowCount; id += 100) {
        const values = Array.from({ length: 100 }, (_, index) => {
          const row = String(id + index);
          return `(${row}, '${before.seal(`phone ${row}`, contextOf({ id: row }, 'phone'))}')`;
        });
        await database().query(`INSERT INTO ${table} VALUES ${values.join(', ')}`, []);
      }
    }
    beforeEach(fill);

    async function everyRowReads(): Promise<void> {
      const rows = await store().read(undefined, rowCount + 1);
      expect(rows.length).toBe(rowCount);
      for (const row of rows) {
        expect(cipher.open(row.cells['phone'] ?? '', contextOf(row, 'phone'))).toBe(
          `phone ${row.id}`,
        );
      }
    }

    async function endsWhenResumed(): Promise<void> {
      await everyRowReads();
      expect((await renewRows(store(), cipher, { contextOf, batchRows: 50 })).done).toBe(true);
      await everyRowReads();
      expect(await surveyKeys(store())).toEqual(new Map([[cipher.keyId, rowCount]]));
    }

    it('renews all rows, batch by batch, and knows when it is done', async () => {
      const rows: number[] = [];
      const onProgress = (progress: { rows: number }) => void rows.push(progress.rows);
      const progress = await renewRows(store(), cipher, { contextOf, batchRows: 250, onProgress });
      expect([progress.changed, rows]).toEqual([rowCount, [250, 500, 600]]);
      const again = await renewRows(store(), cipher, { contextOf });
      expect([again.rows, again.changed, again.done]).toEqual([0, 0, true]);
      await endsWhenResumed();
    });

    it('survives the death of its process', async () => {
      const child = spawn(
        process.execPath,
        [
          '--import',
          'tsx',
          '--conditions=@yushu/source',
          new URL('rotate-forever.ts', import.meta.url).pathname,
        ],
        {
          env: {
            ...process.env,
            TEST_KEYSET: insecureWriteKeyset(both),
            TEST_TABLE: table,
            TEST_DATABASE: opened.name,
          },
          stdio: ['ignore', 'pipe', 'inherit'],
        },
      );
      // The first word of progress says that a batch is written; the next is on its way.
      await once(child.stdout, 'data');
      child.kill('SIGKILL');
      const [, signal] = await once(child, 'exit');
      expect(signal).toBe('SIGKILL');
      const survey = await surveyKeys(store());
      expect(survey.get(cipher.keyId)).toBeGreaterThan(0);
      expect(survey.get(cipher.keyId)).toBeLessThan(rowCount);
      await endsWhenResumed();
    });

    it('survives the loss of its connections', async () => {
      const attempts = Array.from({ length: 10 }, (_, index) => index);
      let lost = 0;
      for (const attempt of attempts) {
        let kill: Promise<void> | undefined;
        const work = renewRows(store(), cipher, {
          contextOf,
          batchRows: 30,
          // While the next batch is read or written, at another moment each time.
          onProgress: ({ rows }) => {
            if (rows === 60) kill ??= pause(attempt * 3).then(() => opened.killConnections());
          },
        });
        await work.catch(() => {
          lost += 1;
        });
        await kill;
        await everyRowReads();
        if (lost >= 2) break;
        await fill();
      }
      expect(lost).toBeGreaterThan(0);
      await endsWhenResumed();
    });
  });
}
