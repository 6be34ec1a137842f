/**
 * Setup of all tests: a test that lets something be printed with `console` fails. A library that prints has told a secret to a
 * log; a test that expects words spies on `console` itself.
 *
 * @module
 */
import { afterEach, beforeEach } from 'vitest';

const methods = ['log', 'info', 'warn', 'error', 'debug', 'trace', 'dir', 'table'] as const;

const printed: string[] = [];
const originals = new Map(methods.map((method) => [method, console[method]]));

beforeEach(() => {
  printed.length = 0;
  for (const method of methods) {
    console[method] = (...args: unknown[]) => {
      printed.push(`console.${method}(${args.map((arg) => String(arg)).join(', ')})`);
    };
  }
});

afterEach(() => {
  for (const [method, original] of originals) console[method] = original;
  const calls = printed.splice(0);
  if (calls.length > 0) throw new Error(`The test printed:\n${calls.join('\n').slice(0, 2000)}`);
});
