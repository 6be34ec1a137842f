import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listErrorCodes } from '../../src/docs/list-error-codes.ts';
import { renderErrors } from '../../src/docs/render-errors.ts';
import { root } from '../../src/workspace/root.ts';

const codes = listErrorCodes();
const page = readFileSync(join(root, 'docs', 'errors.md'), 'utf8');

describe('error codes', () => {
  it('are found', () => {
    expect(codes.map(({ code }) => code)).toContain('ERR_CORE_POLICY');
    expect(codes.find(({ code }) => code === 'ERR_CORE_POINTER')).toMatchObject({
      owner: 'core',
      messages: ['Not a JSON Pointer'],
      hints: [expect.stringContaining('RFC 6901')],
    });
  });

  it.each(codes.map((one) => [one.code, one] as const))(
    '%s carries the name of a package and says when it is thrown',
    (_, { owner, places, meanings, messages, throws }) => {
      expect(owner, 'no package has this name').toBeDefined();
      const said = [...meanings, ...messages, ...throws];
      expect(said, `no message, no @throws, no comment at ${places}`).not.toEqual([]);
    },
  );

  it('all stand in docs/errors.md, and no others', () => {
    const written = [...page.matchAll(/^\| `(ERR_[A-Z0-9_]+)`/gm)].map(([, code]) => code);
    expect([...written].sort()).toEqual(codes.map(({ code }) => code));
  });

  it('are described as the sources have them; `npm run docs:write` writes the page anew', () => {
    expect(page).toBe(renderErrors(codes));
  });
});
