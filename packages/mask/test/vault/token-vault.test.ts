import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAead, createKeyProvider, generateKeyset } from '@yushu/encrypt';
import {
  createMemoryTokenStore,
  createPostgresTokenStore,
  createRedisTokenStore,
  createSqliteTokenStore,
  createTokenVault,
  type SqliteDatabase,
  type TokenStore,
} from '@yushu/mask/vault';
import { createClient } from 'redis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const place = { tenant: 'a', table: 'customers', column: 'phone' };
const tokenError = expect.objectContaining({ code: 'ERR_MASK_TOKEN' });

const keys = createKeyProvider({
  values: generateKeyset('AES256_GCM'),
  fingerprints: generateKeyset('HMAC_SHA256_PRF'),
});
const aead = await keys.aead('values');
const prf = await keys.prf('fingerprints');

interface Pool {
  query(sql: string, parameters?: string[]): Promise<{ rows: unknown[] }>;
  end(): Promise<void>;
}

const { Pool: PostgresPool } = createRequire(import.meta.url)('pg') as {
  Pool: new (options: object) => Pool;
};

/** Whether a server answers on this machine as it is asked. */
async function answers(ask: () => Promise<unknown>): Promise<boolean> {
  try {
    await ask();
    return true;
  } catch {
    return false;
  }
}

const makePool = () =>
  new PostgresPool({
    host: '127.0.0.1',
    user: process.env['PGUSER'] ?? 'postgres',
    database: 'postgres',
    max: 4,
    connectionTimeoutMillis: 3_000,
  });

const hasPostgres = await answers(async () => {
  const pool = makePool();
  await pool.query('SELECT 1').finally(() => pool.end());
});

const makeRedis = () =>
  createClient({ socket: { reconnectStrategy: false, connectTimeout: 3_000 } });

const hasRedis = await answers(async () => {
  const client = makeRedis();
  client.on('error', () => undefined);
  await client.connect();
  await client.close();
});

interface Opened {
  readonly store: TokenStore;
  /** All that the store holds, as text. */
  dump(): Promise<string>;
  close(): Promise<void>;
}

type Open = () => Promise<Opened>;

const openMemory: Open = async () => {
  const inner = createMemoryTokenStore();
  const entries: unknown[] = [];
  const store: TokenStore = {
    ...inner,
    putIfAbsent: (entry) => {
      entries.push(entry);
      return inner.putIfAbsent(entry);
    },
  };
  return { store, dump: async () => JSON.stringify(entries), close: async () => undefined };
};

const openPostgres: Open = async () => {
  const pool = makePool();
  const table = `yushu_tokens_${process.pid}`;
  await pool.query(`DROP TABLE IF EXISTS ${table}`);
  const store = await createPostgresTokenStore(pool, { table });
  return {
    store,
    dump: async () => JSON.stringify((await pool.query(`SELECT * FROM ${table}`)).rows),
    close: async () => {
      await pool.query(`DROP TABLE IF EXISTS ${table}`);
      await pool.end();
    },
  };
};

const openRedis: Open = async () => {
  const client = makeRedis();
  await client.connect();
  const prefix = `yushu:test:${process.pid}`;
  return {
    store: createRedisTokenStore((command) => client.sendCommand(command), { prefix }),
    dump: async () => {
      const found = await client.keys(`{${prefix}}:*`);
      const hashes = found.filter((key) => key.includes(':t:'));
      return JSON.stringify([found, await Promise.all(hashes.map((key) => client.hGetAll(key)))]);
    },
    close: async () => {
      const found = await client.keys(`{${prefix}}:*`);
      if (found.length > 0) await client.del(found);
      await client.close();
    },
  };
};

type OpenDatabase = (path: string) => SqliteDatabase & { close(): void };

const require = createRequire(import.meta.url);

/** SQLite in WebAssembly: with files, and the same on every machine. It takes parameters as a list. */
const openWasm: OpenDatabase = (path) => {
  const { Database } = require('node-sqlite3-wasm') as {
    Database: new (
      path: string,
    ) => {
      exec(sql: string): void;
      close(): void;
      prepare(sql: string): {
        run(values: readonly string[]): { changes: number };
        get(values: readonly string[]): unknown;
      };
    };
  };
  const database = new Database(path);
  return {
    exec: (sql) => database.exec(sql),
    close: () => database.close(),
    prepare(sql) {
      const statement = database.prepare(sql);
      return {
        run: (...values) => statement.run(values),
        get: (...values) => statement.get(values) ?? undefined,
      };
    },
  };
};

/** A native SQLite: `better-sqlite3` where it is installed, or Node's own from 22 on. */
function findNative(): OpenDatabase | undefined {
  try {
    const Database = require(process.env['YUSHU_BETTER_SQLITE3'] ?? 'better-sqlite3');
    return (path) => new Database(path);
  } catch {
    const { getBuiltinModule } = process as unknown as {
      getBuiltinModule?: (
        name: string,
      ) => { DatabaseSync: new (path: string) => SqliteDatabase & { close(): void } } | undefined;
    };
    const builtin = getBuiltinModule?.('node:sqlite');
    return builtin === undefined ? undefined : (path) => new builtin.DatabaseSync(path);
  }
}

const native = findNative();
const openSqlite =
  (open: OpenDatabase): Open =>
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'yushu-tokens-'));
    const path = join(folder, 'tokens.db');
    const database = open(path);
    const store = createSqliteTokenStore(database);
    return {
      store,
      dump: async () =>
        [path, `${path}-wal`]
          .map((file) => (existsSync(file) ? readFileSync(file, 'latin1') : ''))
          .join(''),
      close: async () => {
        database.close();
        rmSync(folder, { recursive: true });
      },
    };
  };

const stores: readonly (readonly [string, Open, string | undefined])[] = [
  ['memory', openMemory, undefined],
  ['PostgreSQL', openPostgres, hasPostgres ? undefined : 'no PostgreSQL answers'],
  ['Redis', openRedis, hasRedis ? undefined : 'no Redis answers'],
  ['SQLite in WebAssembly', openSqlite(openWasm), undefined],
  // Node 20 has none of its own, and better-sqlite3 takes minutes to compile: there the file store is tested in WebAssembly alone.
  ...(native === undefined ? [] : [['native SQLite', openSqlite(native), undefined] as const]),
];

for (const [name, open, missing] of stores) {
  describe.skipIf(missing !== undefined)(
    `a vault in ${name}${missing === undefined ? '' : `: skipped, ${missing}`}`,
    () => {
      let opened: Opened;
      beforeAll(async () => {
        opened = await open();
      });
      afterAll(async () => opened?.close());
      const make = (options: object = {}) =>
        createTokenVault({ store: opened.store, aead, prf, ...options });

      it('gives one token to one value, and the value back', async () => {
        const vault = make();
        const token = await vault.tokenise('13800138000', place);
        expect(token).toMatch(/^ytk1\.[\w-]{22}$/);
        expect(await vault.tokenise('13800138000', { ...place, row: '7' })).toBe(token);
        expect(await vault.tokenise('13800138001', place)).not.toBe(token);
        expect(await vault.reveal(token, place)).toBe('13800138000');
        for (const value of ['', '张三 😀\0', '\ufeffx', 'x'.repeat(100_000)]) {
          expect(await vault.reveal(await vault.tokenise(value, place), place)).toBe(value);
        }
      });

      it('keeps places apart, unless a field joins them', async () => {
        const vault = make();
        const token = await vault.tokenise('v', place);
        for (const other of [
          { ...place, tenant: 'b' },
          { ...place, table: 'orders' },
          { ...place, column: 'fax' },
        ]) {
          expect(await vault.tokenise('v', other)).not.toBe(token);
          await expect(vault.reveal(token, other)).rejects.toThrow(tokenError);
        }
        const joined = make({ field: 'phone' });
        const one = await joined.tokenise('v', place);
        const other = { ...place, table: 'orders', column: 'tel' };
        expect(await joined.tokenise('v', other)).toBe(one);
        expect(await joined.reveal(one, other)).toBe('v');
        await expect(joined.reveal(one, { ...other, tenant: 'b' })).rejects.toThrow(tokenError);
      });

      it('gives one token to many who ask at once', async () => {
        const vault = make();
        const tokens = await Promise.all(
          Array.from({ length: 50 }, () => vault.tokenise('at once', place)),
        );
        expect(new Set(tokens).size).toBe(1);
        expect(await vault.reveal(tokens[49]!, place)).toBe('at once');
      });

      it('forgets', async () => {
        const vault = make();
        const token = await vault.tokenise('to be forgotten', place);
        expect(await vault.forget(token)).toBe(true);
        expect(await vault.forget(token)).toBe(false);
        await expect(vault.reveal(token, place)).rejects.toThrow(tokenError);
        expect(await vault.tokenise('to be forgotten', place)).not.toBe(token);
      });

      it('holds nothing of the values', async () => {
        await make().tokenise('geheim-hunter2', place);
        expect(await opened.dump()).not.toMatch(/geheim|hunter2|13800138|Z2VoZWlt/);
      });

      it('opens nothing with another key', async () => {
        const token = await make().tokenise('v', place);
        const other = make({ aead: createAead(generateKeyset('AES256_GCM')) });
        await expect(other.reveal(token, place)).rejects.toThrow(tokenError);
      });
    },
  );
}

describe('createTokenVault', () => {
  const store = createMemoryTokenStore();

  it.each(['', 'ytk1.', 'ytk1.x', 'x', "ytk1.'; DROP TABLE x; --", null, 7])(
    'refuses the token %j',
    async (token) => {
      const vault = createTokenVault({ store, aead, prf });
      await expect(vault.reveal(token as string, place)).rejects.toThrow(tokenError);
      expect(await vault.forget(token as string)).toBe(false);
    },
  );

  it('refuses values that could not be given back, and bad options', async () => {
    const vault = createTokenVault({ store, aead, prf });
    for (const value of ['\ud800', null, 7]) {
      await expect(vault.tokenise(value as string, place)).rejects.toThrow(
        expect.objectContaining({ code: 'ERR_MASK_VALUE' }),
      );
    }
    for (const options of [{}, { store }, { store, aead }]) {
      expect(() => createTokenVault(options as never)).toThrow(
        expect.objectContaining({ code: 'ERR_MASK_OPTIONS' }),
      );
    }
    await expect(
      createPostgresTokenStore({ query: async () => ({ rows: [] }) }, { table: 'x; DROP' }),
    ).rejects.toThrow(expect.objectContaining({ code: 'ERR_MASK_OPTIONS' }));
  });
});
