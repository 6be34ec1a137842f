import { createRequire } from 'node:module';
import { createRedactor } from '@yushu/mask/objects';
import type { Bench, Subject } from '../../src/bench.ts';

type Redact = (options: { paths: string[] }) => (value: unknown) => string;

const require = createRequire(import.meta.url);
const fastRedact = require('fast-redact') as Redact;
const pinoRedact = require('@pinojs/redact') as Redact;

/** A log line of an HTTP service, about 500 bytes. */
const line = {
  level: 30,
  time: 1_774_000_000_000,
  req: {
    id: 'req-1',
    method: 'POST',
    url: '/api/orders?page=1',
    headers: {
      host: 'example.com',
      cookie: 'sid=abcdef',
      'user-agent': 'Mozilla/5.0 (X11; Linux x86_64)',
    },
    remoteAddress: '192.0.2.7',
  },
  user: { id: 10_086, name: '张三', password: 'hunter2', roles: ['admin', 'audit'] },
  responseTime: 12.5,
  msg: 'request completed',
};

/** The smallest line that a logger writes, about 90 bytes. */
const shortLine = {
  level: 30,
  time: 1_774_000_000_000,
  user: { id: 7, password: 'hunter2' },
  msg: 'signed in',
};

/** A record with texts, about 2 kB: lines of a stack trace and a message with signs that JSON escapes. */
const record = {
  ...line,
  token: 'abcdef',
  err: {
    type: 'TypeError',
    message: 'Cannot read properties of undefined (reading "phone")',
    stack: Array.from(
      { length: 14 },
      (_, index) => `    at handler${index} (/srv/app/routes/orders.js:${index * 7}:15)`,
    ).join('\n'),
  },
  query: 'SELECT id, name FROM customers WHERE phone = $1 AND name LIKE "张%"\n'.repeat(6),
};

/** A response of so many rows; 100 are about 15 kB. */
const makeResponse = (rows: number) => ({
  ok: true,
  secret: 'abc',
  rows: Array.from({ length: rows }, (_, index) => ({
    id: index,
    name: `张三${index}`,
    email: `user${index}@example.com`,
    password: `hunter2-${index}`,
    profile: { age: index % 70, city: '杭州', token: `tok-${index}` },
    tags: ['a', 'b', 'c'],
  })),
});

const response = makeResponse(100);

/** The same with 240 rows in which members are missing here and there, about 36 kB. */
const uneven = {
  ...response,
  rows: makeResponse(240).rows.map((row, index) =>
    index % 3 === 0
      ? { id: row.id, password: row.password, score: index / 7, note: null }
      : index % 3 === 1
        ? row
        : { ...row, address: { city: '杭州', street: '文三路 1 号' }, tags: [index, -index, 0.5] },
  ),
};

/** A response of 6,500 rows, about 1 MB. */
const large = makeResponse(6_500);

interface Setting {
  readonly name: string;
  readonly about: string;
  readonly value: object;
  readonly paths: string[];
  readonly keys?: string[];
  /** Whether the peers know these paths. */
  readonly peers: boolean;
  /** How many values are redacted. */
  readonly hits: number;
  readonly times: number;
}

const rowPaths = ['secret', 'rows[*].password', 'rows[*].profile.token'];
const deepPaths = ['**.password', '**.token', '**.secret', '**.cookie'];
const names = [
  'password',
  'secret',
  'token',
  'cookie',
  'authorization',
  'api_key',
  'id_card',
  'phone',
];
const linePaths = ['req.headers.cookie', 'user.password'];

const settings: readonly Setting[] = [
  ...(
    [
      [
        'static-short-line',
        'One static path in a line of 90 bytes',
        shortLine,
        ['user.password'],
        1,
        50,
      ],
      ['static-line', 'Two static paths in a log line of 400 bytes', line, linePaths, 2, 20],
      [
        'static-record',
        'Three static paths in a record of 2 kB',
        record,
        [...linePaths, 'token'],
        3,
        10,
      ],
      ['static-response', 'One static path in a response of 100 rows', response, ['secret'], 1, 1],
      [
        'wildcard-line',
        'A wildcard and a static path in a log line',
        line,
        ['*.password', 'req.headers.cookie'],
        2,
        20,
      ],
      [
        'wildcards',
        'Two wildcards and a static path in a response of 100 rows',
        response,
        rowPaths,
        201,
        1,
      ],
      ['wildcards-large', 'The same in a response of 6,500 rows, 1 MB', large, rowPaths, 13_001, 1],
    ] as const
  ).map(([name, about, value, paths, hits, times]) => ({
    name,
    about,
    value,
    paths: [...paths],
    peers: true,
    hits,
    times,
  })),
  ...(
    [
      ['any-depth-line', 'Four keys at any depth in a log line', line, 2, 20],
      ['any-depth-record', 'Four keys at any depth in a record of 2 kB', record, 3, 10],
      ['any-depth', 'Four keys at any depth in a response of 100 rows', response, 201, 1],
      ['any-depth-uneven', 'Four keys at any depth in 240 uneven rows, 36 kB', uneven, 401, 1],
      ['any-depth-large', 'Four keys at any depth in a response of 6,500 rows', large, 13_001, 1],
    ] as const
  ).map(([name, about, value, hits, times]) => ({
    name,
    about,
    value,
    paths: deepPaths,
    peers: false,
    hits,
    times,
  })),
  ...(
    [
      ['keys-line', 'Eight keys, blind to case and separators, in a log line', line, 2, 20],
      ['keys', 'Eight keys, blind to case and separators, in 100 rows', response, 201, 1],
    ] as const
  ).map(([name, about, value, hits, times]) => ({
    name,
    about,
    value,
    paths: [],
    keys: names,
    peers: false,
    hits,
    times,
  })),
];

const count = (text: string) => text.split('[REDACTED]').length - 1;

export const benches: readonly Bench[] = settings.map(
  ({ name, about, value, paths, keys, peers, hits, times }): Bench => ({
    name: `mask.objects.${name}`,
    about,
    prepare() {
      const redactor = createRedactor({ paths, ...(keys === undefined ? {} : { keys }) });
      const run =
        (print: (given: object) => string): Subject =>
        () => {
          let length = 0;
          for (let time = 0; time < times; time += 1) {
            const text = print(value);
            // Reading a character puts together what an engine left in pieces: who writes the text pays for that.
            length += text.length + text.charCodeAt(0);
          }
          return length;
        };
      const prints: Record<string, (given: object) => string> = {
        createRedactor: (given) => redactor.stringify(given),
        'JSON.stringify alone': (given) => JSON.stringify(given),
        ...(peers
          ? { 'fast-redact': fastRedact({ paths }), '@pinojs/redact': pinoRedact({ paths }) }
          : {}),
      };
      return {
        work: { unit: 'op', amount: times },
        check() {
          const before = JSON.stringify(value);
          for (const [subject, print] of Object.entries(prints)) {
            const expected = subject === 'JSON.stringify alone' ? 0 : hits;
            if (count(print(value)) !== expected)
              throw new Error(`${subject} redacts another number`);
          }
          if (JSON.stringify(value) !== before) throw new Error('the input was changed');
        },
        subjects: Object.fromEntries(
          Object.entries(prints).map(([subject, print]) => [subject, run(print)]),
        ),
      };
    },
  }),
);
