import { expect, test } from 'vitest';
import { reportError } from '../../src/report-error.ts';
import { run, useCommand } from '../scan/command.ts';

useCommand();

test('prints help and version, and ends with 0', async () => {
  const help = await run(['--help']);
  expect([help.code, help.err]).toEqual([0, '']);
  for (const name of ['scan', 'protect', 'reveal', 'keys'])
    expect(help.out).toContain(`\n  ${name} `);
  const version = await run(['--version']);
  expect([version.code, version.out]).toEqual([0, expect.stringMatching(/^\d+\.\d+\.\d+\n$/)]);
});

test.each([
  [[], /Usage: yushu/],
  [['what'], /^yushu: unknown command 'what'/],
  [['protect'], /^yushu: required option/],
  [['protect', 'a', '-o', 'b'], /^yushu: required option '--policy/],
  [['protect', 'a', '-o', 'b', '--policy', 'p', '--type', 'xml'], /^yushu: option '--type/],
  [['reveal', 'a', '-o', 'b', '--role', 'r', '--purpose', 'p'], /^yushu: Revealing needs keys/],
  [['scan', '--what', '.'], /^yushu: unknown option '--what'/],
])('ends yushu %j with 2 and says why', async (args, message) => {
  const { code, out, err } = await run(args);
  expect([code, out]).toEqual([2, '']);
  expect(err).toMatch(message);
  expect(err).not.toMatch(/\n\s+at /);
});

test('tells only the kind of an error that it does not know: its message may quote the input', () => {
  let said = '';
  const code = reportError(new SyntaxError('Unexpected token in "13800138000"'), (text) => {
    said += text;
  });
  expect(code).toBe(3);
  expect(said).toMatch(/^yushu: unexpected SyntaxError\n/);
  expect(said).not.toContain('1380');
});
