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

/** A response of 100 rows, about 15 kB. */
const response = {
  ok: true,
  secret: 'abc',
  rows: Array.from({ length: 100 }, (_, index) => ({
    id: index,
    name: `张三${index}`,
    email: `user${index}@example.com`,
    password: `hunter2-${index}`,
    profile: { age: index % 70, city: '杭州', token: `tok-${index}` },
    tags: ['a', 'b', 'c'],
  })),
};

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

const settings: readonly Setting[] = [
  {
    name: 'static-line',
    about: 'Two static paths in a log line',
    value: line,
    paths: ['req.headers.cookie', 'user.password'],
    peers: true,
    hits: 2,
    times: 20,
  },
  {
    name: 'static-response',
    about: 'One static path in a response of 100 rows',
    value: response,
    paths: ['secret'],
    peers: true,
    hits: 1,
    times: 1,
  },
  {
    name: 'wildcards',
    about: 'Two wildcards and a static path in a response of 100 rows',
    value: response,
    paths: ['secret', 'rows[*].password', 'rows[*].profile.token'],
    peers: true,
    hits: 201,
    times: 1,
  },
  {
    name: 'any-depth',
    about: 'Three keys at any depth in a response of 100 rows',
    value: response,
    paths: ['**.password', '**.token', '**.secret'],
    peers: false,
    hits: 201,
    times: 1,
  },
  {
    name: 'keys-line',
    about: 'Eight keys, blind to case and separators, in a log line',
    value: line,
    paths: [],
    keys: ['password', 'secret', 'token', 'cookie', 'authorization', 'api_key', 'id_card', 'phone'],
    peers: false,
    hits: 2,
    times: 20,
  },
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
          for (let time = 0; time < times; time += 1) length += print(value).length;
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
