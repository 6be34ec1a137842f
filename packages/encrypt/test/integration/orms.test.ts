import 'reflect-metadata';
import { createAead, createFieldCipher, createPrf, generateKeyset } from '@yushu/encrypt';
import {
  addSequelizeHooks,
  createKyselyPlugin,
  createRecordCipher,
  createTypeormSubscriber,
  drizzleColumn,
  knexPostProcess,
  typeormTransformer,
} from '@yushu/encrypt/records';
import { createBlindIndex, normalizers } from '@yushu/encrypt/search';
import { eq } from 'drizzle-orm';
import { int as mysqlInt, mysqlTable, customType as mysqlType } from 'drizzle-orm/mysql-core';
import { drizzle as drizzleMysql } from 'drizzle-orm/mysql2';
import { drizzle as drizzlePg } from 'drizzle-orm/node-postgres';
import { integer, pgTable, customType as pgType } from 'drizzle-orm/pg-core';
import knex from 'knex';
import { Kysely, MysqlDialect, PostgresDialect } from 'kysely';
import { createPool as createMysqlPool } from 'mysql2';
import mysql from 'mysql2/promise';
import pg from 'pg';
import { DataTypes, Sequelize } from 'sequelize';
import { DataSource, EntitySchema } from 'typeorm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  mariadbUrl,
  openMariadb,
  openPostgres,
  postgresUrl,
  reachable,
  type TestDatabase,
} from './databases.ts';

const failure = (code: string) => expect.objectContaining({ code });
const cipher = createFieldCipher(createAead(generateKeyset('AES256_GCM')));
const index = createBlindIndex({
  prf: createPrf(generateKeyset('HMAC_SHA256_PRF')),
  name: 'customers.phone',
  bits: 64,
  normalize: normalizers.digits,
});
const table = `yushu_customers_${process.pid}`;
const customers = createRecordCipher({
  cipher,
  table,
  idColumn: 'id',
  columns: ['phone', 'note'],
  indexes: { phone_index: { from: 'phone', index } },
});

interface Customer {
  id: number;
  city: string;
  phone: string | null;
  note: string | null;
  phone_index?: string | null;
}
const row: Customer = { id: 1, city: '杭州', phone: '138-0013-8000', note: '备注🙂' };

for (const open of [openPostgres, openMariadb]) {
  const state = await reachable(open);
  const why = state.there ? '' : ` (${state.why})`;
  const postgres = open === openPostgres;
  const url = postgres ? postgresUrl : mariadbUrl;
  const parsed = new URL(url);

  describe.skipIf(!state.there)(`libraries on ${open.name}${why}`, () => {
    let opened: TestDatabase;
    const run = (sql: string) => opened.database.query(sql, []);
    const stored = async (id = 1) =>
      (await run(`SELECT * FROM ${table} WHERE id = ${id}`))[0] as unknown as Customer;

    beforeAll(async () => {
      opened = await open();
    });
    afterAll(async () => {
      await run(`DROP TABLE IF EXISTS ${table}`);
      await opened.close();
    });
    beforeEach(async () => {
      await run(`DROP TABLE IF EXISTS ${table}`);
      await run(
        `CREATE TABLE ${table} (id INTEGER PRIMARY KEY, city VARCHAR(20) UNIQUE, phone TEXT, note TEXT, phone_index VARCHAR(40))`,
      );
    });

    async function isSealed(id = 1): Promise<void> {
      const { phone, note } = await stored(id);
      expect(phone).toMatch(/^ysk1\./);
      expect(note).toMatch(/^ysk1\./);
    }

    it('Drizzle: column type', async () => {
      const column = (name: string) => drizzleColumn<string>(cipher, { table, column: name });
      if (postgres) {
        const pool = new pg.Pool({ connectionString: url });
        const db = drizzlePg(pool);
        const custom = (name: string) =>
          pgType<{ data: string; driverData: string }>(column(name))(name);
        const schema = pgTable(table, {
          id: integer('id').primaryKey(),
          phone: custom('phone'),
          note: custom('note'),
        });
        await db.insert(schema).values({ id: 1, phone: row.phone, note: row.note });
        await isSealed();
        expect(await db.select().from(schema)).toEqual([
          { id: 1, phone: row.phone, note: row.note },
        ]);
        await db.update(schema).set({ note: null }).where(eq(schema.id, 1));
        expect((await db.select().from(schema))[0]?.note).toBeNull();
        await run(`UPDATE ${table} SET note = phone`);
        await expect(db.select().from(schema)).rejects.toThrow(failure('ERR_ENCRYPT_OPEN'));
        await pool.end();
        return;
      }
      const pool = mysql.createPool(url);
      const db = drizzleMysql(pool);
      const custom = (name: string) =>
        mysqlType<{ data: string; driverData: string }>(column(name))(name);
      const schema = mysqlTable(table, {
        id: mysqlInt('id').primaryKey(),
        phone: custom('phone'),
        note: custom('note'),
      });
      await db.insert(schema).values({ id: 1, phone: row.phone, note: row.note });
      await isSealed();
      expect(await db.select().from(schema)).toEqual([{ id: 1, phone: row.phone, note: row.note }]);
      await run(`UPDATE ${table} SET note = phone`);
      await expect(db.select().from(schema)).rejects.toThrow(failure('ERR_ENCRYPT_OPEN'));
      await pool.end();
    });

    it('Kysely: plugin', async () => {
      const dialect = postgres
        ? new PostgresDialect({ pool: new pg.Pool({ connectionString: url }) })
        : new MysqlDialect({ pool: createMysqlPool(url) });
      const db = new Kysely<{ [name: string]: Customer }>({ dialect }).withPlugin(
        createKyselyPlugin(customers),
      );
      await db.insertInto(table).values(customers.seal(row)).execute();
      await isSealed();
      const found = await db.selectFrom(table).select(['id', 'city', 'phone', 'note']).execute();
      expect(found).toEqual([row]);
      const [token = ''] = index.tokensFor('13800138000');
      const byToken = await db
        .selectFrom(table)
        .selectAll()
        .where('phone_index', '=', token)
        .execute();
      expect(byToken.map(({ id }) => id)).toEqual([1]);
      const sealed = customers.seal({ id: 1, phone: '139' });
      await db.updateTable(table).set({ phone: sealed.phone }).where('id', '=', 1).execute();
      expect((await db.selectFrom(table).selectAll().execute())[0]?.phone).toBe('139');
      const plainWrites = [
        () =>
          db
            .insertInto(table)
            .values({ ...row, id: 2, city: 'x' })
            .execute(),
        () => db.updateTable(table).set({ phone: '139' }).where('id', '=', 1).execute(),
      ];
      for (const write of plainWrites)
        await expect(write()).rejects.toThrow(failure('ERR_ENCRYPT_VALUE'));
      const { count } = db.fn;
      const [counted] = await db.selectFrom(table).select(count('id').as('rows')).execute();
      expect(Number(counted?.rows)).toBe(1);
      await db.destroy();
    });

    it('Knex: postProcessResponse', async () => {
      const db = knex({
        client: postgres ? 'pg' : 'mysql2',
        connection: postgres
          ? url
          : {
              host: parsed.hostname,
              port: Number(parsed.port),
              user: parsed.username,
              database: parsed.pathname.slice(1),
            },
        postProcessResponse: knexPostProcess,
      });
      await db(table).insert(customers.seal(row));
      await isSealed();
      const sealed = { sealed: customers };
      expect(await db(table).queryContext(sealed).select('id', 'city', 'phone', 'note')).toEqual([
        row,
      ]);
      expect(await db(table).queryContext(sealed).where({ id: 1 }).first('id', 'phone')).toEqual({
        id: 1,
        phone: row.phone,
      });
      expect((await db(table).first()).phone).toMatch(/^ysk1\./);
      await run(`INSERT INTO ${table} SELECT 2, 'x', phone, note, phone_index FROM ${table}`);
      await expect(db(table).queryContext(sealed).select()).rejects.toThrow(
        failure('ERR_ENCRYPT_OPEN'),
      );
      await db.destroy();
    });

    it('Sequelize: hooks', async () => {
      const db = new Sequelize({
        dialect: postgres ? 'postgres' : 'mysql',
        host: parsed.hostname,
        port: Number(parsed.port),
        username: parsed.username,
        database: parsed.pathname.slice(1),
        logging: false,
      });
      const model = db.define(
        'customer',
        {
          id: { type: DataTypes.INTEGER, primaryKey: true },
          city: DataTypes.STRING,
          phone: DataTypes.TEXT,
          note: DataTypes.TEXT,
          phone_index: DataTypes.STRING,
        },
        { tableName: table, timestamps: false },
      );
      addSequelizeHooks(model, customers);
      const made = await model.create({ ...row });
      expect([made.get('phone'), made.changed()]).toEqual([row.phone, false]);
      await isSealed();
      expect((await stored()).phone_index).toBe(index.tokensFor('13800138000')[0]);
      const found = await model.findByPk(1);
      expect([found?.get('phone'), found?.get('note'), found?.changed()]).toEqual([
        row.phone,
        row.note,
        false,
      ]);
      await found?.update({ city: '宁波', phone: '139' });
      expect(found?.get('phone')).toBe('139');
      await isSealed();
      expect(customers.open(await stored())).toMatchObject({
        city: '宁波',
        phone: '139',
        note: row.note,
      });
      // The city is taken: the first try fails, and the second must not seal what is sealed.
      const again = model.build({ id: 2, city: '宁波', phone: '137', note: 'n' });
      await expect(again.save()).rejects.toThrow();
      again.set('city', '温州');
      await again.save();
      expect(again.get('phone')).toBe('137');
      expect(customers.open(await stored(2))).toMatchObject({ phone: '137', note: 'n' });
      await model.bulkCreate([{ id: 3, city: '绍兴', phone: '136', note: 'm' }]);
      await isSealed(3);
      expect(
        (await model.findAll({ raw: true, order: ['id'] })).map(
          (each) => (each as unknown as Customer).phone,
        ),
      ).toEqual(['139', '137', '136']);
      await expect(model.update({ phone: '1' }, { where: { id: 1 } })).rejects.toThrow(
        failure('ERR_ENCRYPT_VALUE'),
      );
      await db.close();
    });

    it('TypeORM: subscriber and transformer', async () => {
      const schema = (transformer?: ReturnType<typeof typeormTransformer>) =>
        new EntitySchema<Customer>({
          name: transformer === undefined ? 'BoundCustomer' : 'ColumnCustomer',
          tableName: table,
          columns: {
            id: { type: Number, primary: true },
            city: { type: String },
            phone: { type: 'text', nullable: true },
            note: {
              type: 'text',
              nullable: true,
              ...(transformer !== undefined && { transformer }),
            },
            phone_index: { type: String, nullable: true },
          },
        });
      const bound = schema();
      const byColumn = schema(typeormTransformer(cipher, { table, column: 'note' }));
      const source = new DataSource({
        ...(postgres ? { type: 'postgres' as const } : { type: 'mysql' as const }),
        url,
        entities: [bound, byColumn],
      });
      await source.initialize();
      source.subscribers.push(createTypeormSubscriber(customers, 'BoundCustomer') as never);
      const repository = source.getRepository(bound);
      const entity = await repository.save({ ...row });
      expect(entity.phone).toBe(row.phone);
      await isSealed();
      const found = await repository.findOneByOrFail({ id: 1 });
      expect(found).toMatchObject(row);
      const before = await stored();
      found.city = '宁波';
      await repository.save(found);
      // What was not changed is not written again.
      expect(await stored()).toEqual({ ...before, city: '宁波' });
      found.phone = '139';
      await repository.save(found);
      expect(found.phone).toBe('139');
      expect(customers.open(await stored())).toMatchObject({ phone: '139', note: row.note });
      expect((await stored()).note).toBe(before.note);
      const other = repository.create({ id: 2, city: '宁波', phone: '137', note: 'n' });
      await expect(repository.save(other)).rejects.toThrow();
      expect(other.phone).toBe('137');
      other.city = '温州';
      await repository.save(other);
      expect(customers.open(await stored(2))).toMatchObject({ phone: '137', note: 'n' });
      await source.getRepository(byColumn).save({ id: 3, city: 'x', phone: null, note: 'c' });
      expect((await stored(3)).note).toMatch(/^ysk1\./);
      expect((await source.getRepository(byColumn).findOneByOrFail({ id: 3 })).note).toBe('c');
      await source.destroy();
    });
  });
}
