import type { DocumentRecord } from '@yushu/detect/formats';
import { describe, expect, test } from 'vitest';
import { readDocument } from './read-document.ts';

function rowsOf(records: readonly DocumentRecord[]) {
  return records.filter((record) => record.number > 0 && record.problem === undefined);
}

function cellsOf(text: string): [path: string, kind: string, text: string][][] {
  return rowsOf(readDocument('sql', [text])).map((record) =>
    record.fields.map(({ path, kind, text: value }) => [path, kind, value]),
  );
}

const mysqlDump = `-- MySQL dump 10.13  Distrib 8.0.36
--
-- Host: localhost    Database: o'shop

/*!40101 SET NAMES utf8mb4 */;
DROP TABLE IF EXISTS \`customers\`;
CREATE TABLE \`customers\` (
  \`id\` int NOT NULL AUTO_INCREMENT,
  \`name\` varchar(64) DEFAULT 'x, (y)' COMMENT 'it''s; here',
  \`phone\` varchar(32),
  PRIMARY KEY (\`id\`),
  KEY \`k\` (\`phone\`)
) ENGINE=InnoDB;
LOCK TABLES \`customers\` WRITE;
INSERT INTO \`customers\` VALUES (1,'O\\'Brien; (x)','138,001'),(2,'张三\\n\\\\',NULL),
(3,'it''s',-1.5e3);
UNLOCK TABLES;
`;

describe('a dump of MySQL', () => {
  const records = readDocument('sql', [mysqlDump]);

  test('gives one record a row, with the columns of CREATE TABLE', () => {
    expect(cellsOf(mysqlDump)).toEqual([
      [
        ['/0/id', 'number', '1'],
        ['/0/name', 'string', "O'Brien; (x)"],
        ['/0/phone', 'string', '138,001'],
      ],
      [
        ['/1/id', 'number', '2'],
        ['/1/name', 'string', '张三\n\\'],
        ['/1/phone', 'null', 'NULL'],
      ],
      [
        ['/2/id', 'number', '3'],
        ['/2/name', 'string', "it's"],
        ['/2/phone', 'number', '-1.5e3'],
      ],
    ]);
    expect(rowsOf(records).map((record) => record.line)).toEqual([15, 15, 16]);
  });

  test('gives every other statement as one text', () => {
    const statements = records.filter((record) => record.number === 0);
    expect(statements.map((record) => record.raw.trimStart().slice(0, 8))).toEqual([
      '-- MySQL',
      'DROP TAB',
      'CREATE T',
      'LOCK TAB',
      'UNLOCK T',
    ]);
    for (const { raw, fields } of statements)
      expect(fields.map((field) => field.text)).toEqual([raw]);
  });

  test('writes values so that they are read back', () => {
    for (const record of rowsOf(records)) {
      for (const [index, field] of record.fields.entries()) {
        for (const next of ["a'b", 'C:\\', '\n', '"', '7', '', ');--']) {
          const raw =
            record.raw.slice(0, field.rawStart) +
            field.encode(next) +
            record.raw.slice(field.rawEnd);
          const text = records.map((one) => (one === record ? raw : one.raw)).join('');
          const after = rowsOf(readDocument('sql', [text]));
          expect(after).toHaveLength(3);
          expect(after[record.number - 1]!.fields[index]!.text).toBe(next);
        }
      }
    }
  });
});

const postgresDump = `--
-- PostgreSQL database dump
--
SET standard_conforming_strings = on;
CREATE FUNCTION f() RETURNS trigger AS $body$ BEGIN x := 'a;b'; $x$ END; $body$ LANGUAGE plpgsql;
CREATE TABLE public.users (key integer, "e-mail" text DEFAULT 'x'::text, CONSTRAINT c CHECK (key > 0));
COPY public.users (key, "e-mail") FROM stdin;
1\ta@b.cn
2\tx\\ty\\\\z\\101
3\t\\N
4
\\.

INSERT INTO public.users VALUES (5, 'C:\\'), (6, E'it\\'s \\u4e2d') ON CONFLICT DO NOTHING;
INSERT INTO public.users ("e-mail") VALUES ('a' || 'b'), ('2020-01-01'::date), (now());
`;

describe('a dump of PostgreSQL', () => {
  const records = readDocument('sql', [postgresDump]);

  test('reads COPY, standard strings, E strings and expressions', () => {
    expect(cellsOf(postgresDump)).toEqual([
      [
        ['/0/key', 'string', '1'],
        ['/0/e-mail', 'string', 'a@b.cn'],
      ],
      [
        ['/1/key', 'string', '2'],
        ['/1/e-mail', 'string', 'x\ty\\zA'],
      ],
      [
        ['/2/key', 'string', '3'],
        ['/2/e-mail', 'null', '\\N'],
      ],
      [
        ['/4/key', 'number', '5'],
        ['/4/e-mail', 'string', 'C:\\'],
      ],
      [
        ['/5/key', 'number', '6'],
        ['/5/e-mail', 'string', "it's 中"],
      ],
      [['/6/e-mail', 'string', "'a' || 'b'"]],
      [['/7/e-mail', 'string', "'2020-01-01'::date"]],
      [['/8/e-mail', 'string', 'now()']],
    ]);
  });

  test('names a row of another width, and goes on', () => {
    const broken = records.filter((record) => record.problem !== undefined);
    expect(broken.map(({ number, problem }) => [number, problem?.code, problem?.line])).toEqual([
      [4, 'column-count', 11],
    ]);
  });

  test('the end of COPY and what follows rows are no data', () => {
    const others = records.filter((record) => record.number === 0).map((record) => record.raw);
    expect(others).toContain('\\.\n');
    expect(others).toContain('ON CONFLICT DO NOTHING;\n');
  });

  test('finds each character at its escape', () => {
    const [, copy] = rowsOf(records);
    const field = copy!.fields[1]!;
    const units = [...field.text].map((_, at) =>
      copy!.raw.slice(field.locate(at), field.locate(at + 1)),
    );
    expect(units).toEqual(['x', '\\t', 'y', '\\\\', 'z', '\\101']);
  });

  test('writes values so that they are read back', () => {
    for (const record of rowsOf(records)) {
      for (const [index, field] of record.fields.entries()) {
        for (const next of ["a'b", 'C:\\', 'a\tb', '\\N', '\\.', '', '💡\n']) {
          const raw =
            record.raw.slice(0, field.rawStart) +
            field.encode(next) +
            record.raw.slice(field.rawEnd);
          const text = records.map((one) => (one === record ? raw : one.raw)).join('');
          const after = readDocument('sql', [text]).find((one) => one.number === record.number)!;
          if (next === '\\N' && field.kind === 'null') continue;
          // Values of expressions become strings and are read as such.
          expect(after.fields[index]!.text).toBe(next);
        }
      }
    }
  });
});

test.each([
  ["INSERT INTO t (a,b) VALUES (1,'x');\nSELECT 1;", 'undecided'],
  ["INSERT INTO \"t\" VALUES (1,'C:\\'),(2,'y');", 'names in double quotes'],
  [
    "PRAGMA foreign_keys=OFF;\nBEGIN TRANSACTION;\nINSERT INTO t VALUES(1,'\\');\nCOMMIT;",
    'SQLite',
  ],
  ["insert into t values row(1,'x'), row(2,'y');", 'ROW of MySQL 8'],
  ["REPLACE INTO t (`a`) VALUE ('#x --'),('/* y');", 'signs of comments in strings'],
  ["INSERT INTO t VALUES (1,'x') -- one'\n,(2,'y') # two'\n;", 'comments between rows'],
])('%s (%s) is read to the end', (text) => {
  const records = readDocument('sql', [text]);
  expect(records.every((record) => record.problem === undefined)).toBe(true);
  expect(rowsOf(records)).toHaveLength(text.match(/\((?=\d|')/g)!.length);
});

test('a quote that is never closed is named', () => {
  const records = readDocument('sql', ["INSERT INTO t VALUES (1,'x'),\n(2,'y);\nSELECT 1;\n"]);
  expect(records.at(-1)!.problem).toMatchObject({ code: 'unclosed-quote', line: 2 });
  const [statement] = readDocument('sql', ["UPDATE t SET a='x;\n"]);
  expect(statement!.problem).toMatchObject({ code: 'unclosed-quote' });
});

test('a row that is broken ends with its statement', () => {
  const records = readDocument('sql', [
    'INSERT INTO t VALUES (1,2;\nINSERT INTO t VALUES (3,4);\n',
  ]);
  expect(records.map((record) => record.problem?.code)).toEqual(['sql-syntax', undefined]);
});
