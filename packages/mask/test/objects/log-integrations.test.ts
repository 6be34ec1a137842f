import { Writable } from 'node:stream';
import {
  createConsoleRedaction,
  createPinoRedaction,
  createRedactor,
  createWinstonRedaction,
} from '@yushu/mask/objects';
import pino from 'pino';
import { expect, it } from 'vitest';
import { createLogger, format, transports } from 'winston';

const redactor = createRedactor({
  paths: ['req.headers.cookie'],
  keys: ['password'],
  strings: ['json', 'url', 'header'],
});

it('redacts what pino writes, bindings, errors and texts too', () => {
  const lines: string[] = [];
  const log = pino(
    { ...createPinoRedaction(redactor), base: null },
    { write: (line: string) => void lines.push(line) },
  );
  log.info({ user: { password: 'hunter2' }, req: { headers: { cookie: 'hunter2' } } }, 'signed in');
  log.child({ password: 'hunter2' }).warn('?password=hunter2');
  log.error(Object.assign(new Error('failed'), { password: 'hunter2' }));
  expect(lines).toHaveLength(3);
  for (const line of lines) {
    expect(line.endsWith('\n')).toBe(true);
    expect(JSON.parse(line)).toHaveProperty('level');
    expect(line).not.toContain('hunter');
    expect(line).toContain('[REDACTED]');
  }
});

it('redacts what winston prints, before and after it is printed', () => {
  for (const order of [
    [createWinstonRedaction(redactor), format.json()],
    [format.json(), createWinstonRedaction(redactor)],
    [format.splat(), createWinstonRedaction(redactor), format.json()],
  ]) {
    let printed = '';
    const stream = new Writable({
      write(chunk, _encoding, done) {
        printed += String(chunk);
        done();
      },
    });
    const log = createLogger({
      format: format.combine(...(order as never[])),
      transports: [new transports.Stream({ stream })],
    });
    log.info('signed in', { user: { password: 'hunter2' }, password: 'hunter2' });
    expect(printed).toContain('signed in');
    expect(printed).toContain('[REDACTED]');
    expect(printed).not.toContain('hunter');
  }
});

it('redacts what a console is given', () => {
  const printed: unknown[][] = [];
  const target = { log: (...values: unknown[]) => void printed.push(values), count: () => 'kept' };
  const safe = createConsoleRedaction(target, redactor);
  safe.log('?password=hunter2', { password: 'hunter2', m: new Map([['password', 1]]) }, 7, null);
  expect(printed).toEqual([
    ['?password=[REDACTED]', { password: '[REDACTED]', m: { password: '[REDACTED]' } }, 7, null],
  ]);
  expect(safe.count()).toBe('kept');
});
