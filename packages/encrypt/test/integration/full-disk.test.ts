import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAead, createFieldCipher, generateKeyset, rotateKeyset } from '@yushu/encrypt';
import { createKeyFile, openKeyFile, rotateNamedKeyset, writeKeyFile } from '@yushu/encrypt/node';
import { createSqlRowStore, renewRows, surveyKeys } from '@yushu/encrypt/rotation';
import { afterAll, describe, expect, it } from 'vitest';
import { openPostgres, reachable, type TestDatabase } from './databases.ts';

/** A small disk of its own: a tmpfs, which only root can mount. */
class SmallDisk {
  readonly folder = mkdtempSync(join(tmpdir(), 'yushu-small-disk-'));

  constructor(size: string) {
    chmodSync(this.folder, 0o755);
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size},mode=0777`, 'tmpfs', this.folder]);
  }

  grow(size: string): void {
    execFileSync('mount', ['-o', `remount,size=${size}`, this.folder]);
  }

  /** Takes all that is left. */
  fill(name: string): void {
    const page = Buffer.alloc(4096);
    const pages: Buffer[] = [];
    for (;;) {
      pages.push(page);
      try {
        writeFileSync(join(this.folder, name), Buffer.concat(pages));
      } catch {
        return;
      }
    }
  }

  remove(): void {
    execFileSync('umount', ['-l', this.folder]);
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function whyNoDisk(): string | undefined {
  if (process.platform !== 'linux') return 'tmpfs is Linux';
  if (process.getuid?.() !== 0) return 'only root can mount a tmpfs';
  try {
    new SmallDisk('64k').remove();
    return undefined;
  } catch {
    return 'this container may not mount';
  }
}

const noDisk = whyNoDisk();

describe.skipIf(noDisk !== undefined)(
  `key files on a full disk${noDisk ? ` (${noDisk})` : ''}`,
  () => {
    const disk = noDisk === undefined ? new SmallDisk('64k') : undefined;
    afterAll(() => disk?.remove());

    it('are the old ones as a whole, and the next rotation ends the work', async () => {
      const folder = disk!.folder;
      const path = join(folder, 'keys.json');
      await createKeyFile(path, [{ name: 'pii', template: 'AES256_GCM' }]);
      const before = await readFile(path, 'utf8');
      const { keysets, kek } = await openKeyFile(path);
      const next = keysets.map((entry) => rotateNamedKeyset(entry));
      disk!.fill('filler');
      await expect(writeKeyFile(path, next, kek, { overwrite: true })).rejects.toThrow(
        expect.objectContaining({
          code: 'ERR_ENCRYPT_KEY_FILE',
          details: { path, reason: 'ENOSPC' },
        }),
      );
      expect(await readFile(path, 'utf8')).toBe(before);
      expect(readdirSync(folder).sort()).toEqual(['filler', 'keys.json', 'keys.json.kek']);
      await expect(
        createKeyFile(join(folder, 'more.json'), [{ name: 'a', template: 'AES256_GCM' }]),
      ).rejects.toThrow(expect.objectContaining({ code: expect.stringMatching(/KEY_FILE|KEK/) }));
      expect(readdirSync(folder).sort()).toEqual(['filler', 'keys.json', 'keys.json.kek']);
      rmSync(join(folder, 'filler'));
      await writeKeyFile(path, next, kek, { overwrite: true });
      expect((await openKeyFile(path)).keysets[0]?.keyset.keys.length).toBe(2);
      expect(statSync(path).mode & 0o777).toBe(0o600);
    });
  },
);

const state = await reachable(openPostgres);
const noServer = state.there ? noDisk : state.why;

describe.skipIf(noServer !== undefined)(
  `rotation on PostgreSQL with a full disk${noServer ? ` (${noServer})` : ''}`,
  () => {
    const rowCount = 2000;
    const old = generateKeyset('AES256_GCM');
    const before = createFieldCipher(createAead(old));
    const cipher = createFieldCipher(createAead(rotateKeyset(old, 'AES256_GCM')));
    const name = `yushu_full_${process.pid}`;
    const contextOf = (row: { readonly id: string }, column: string) => ({
      table: 'customers',
      column,
      row: row.id,
    });
    const note = (id: string) => `note of ${id} ${'x'.repeat(200)}`;
    let disk: SmallDisk | undefined;
    let opened: TestDatabase | undefined;
    const run = (sql: string) => opened!.database.query(sql, []);

    afterAll(async () => {
      await run(`DROP TABLE IF EXISTS ${name}`).catch(() => {});
      await run(`DROP TABLE IF EXISTS ${name}_state`).catch(() => {});
      await run(`DROP TABLESPACE IF EXISTS ${name}`).catch(() => {});
      await opened?.close();
      disk?.remove();
    });

    it('leaves every row readable, and ends when there is room again', async () => {
      disk = new SmallDisk('1280k');
      opened = await openPostgres();
      const folder = join(disk.folder, 'space');
      mkdirSync(folder);
      execFileSync('chown', ['postgres', folder]);
      chmodSync(folder, 0o700);
      await run(`CREATE TABLESPACE ${name} LOCATION '${folder}'`);
      // Old versions of rows are not taken away meanwhile: each change needs room.
      await run(
        `CREATE TABLE ${name} (id INTEGER PRIMARY KEY USING INDEX TABLESPACE pg_default, note TEXT) WITH (autovacuum_enabled = false, fillfactor = 100) TABLESPACE ${name}`,
      );
      for (let id = 1; id <= rowCount; id += 100) {
        const values = Array.from({ length: 100 }, (_, index) => {
          const row = String(id + index);
          return `(${row}, '${before.seal(note(row), contextOf({ id: row }, 'note'))}')`;
        });
        await run(`INSERT INTO ${name} VALUES ${values.join(', ')}`);
      }
      const store = () =>
        createSqlRowStore(opened!.database, {
          work: name,
          table: name,
          idColumn: 'id',
          columns: ['note'],
          stateTable: `${name}_state`,
        });
      const everyRowReads = async () => {
        const rows = await store().read(undefined, rowCount + 1);
        expect(rows.length).toBe(rowCount);
        for (const row of rows)
          expect(cipher.open(row.cells['note'] ?? '', contextOf(row, 'note'))).toBe(note(row.id));
      };
      // 53100: disk_full.
      await expect(renewRows(store(), cipher, { contextOf, batchRows: 100 })).rejects.toThrow(
        expect.objectContaining({ code: '53100' }),
      );
      const survey = await surveyKeys(store());
      expect(survey.get(cipher.keyId)).toBeGreaterThan(0);
      expect(survey.get(cipher.keyId)).toBeLessThan(rowCount);
      expect(survey.size).toBe(2);
      await everyRowReads();
      // Still full: the same failure, and still nothing lost.
      await expect(renewRows(store(), cipher, { contextOf, batchRows: 100 })).rejects.toThrow();
      await everyRowReads();
      disk.grow('16m');
      const progress = await renewRows(store(), cipher, { contextOf, batchRows: 100 });
      expect(progress.done).toBe(true);
      expect(progress.rows).toBeLessThan(rowCount);
      await everyRowReads();
      expect(await surveyKeys(store())).toEqual(new Map([[cipher.keyId, rowCount]]));
    });
  },
);
