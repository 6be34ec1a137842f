import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatWithOptions } from 'node:util';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath, openSecurePage } from '../../src/browser/open-secure-page.ts';
import { instrumentSnippet, keepsPromise } from '../../src/docs/instrument-snippet.ts';
import { cutSnippets } from '../../src/docs/list-snippets.ts';
import { root } from '../../src/workspace/root.ts';

const packages = ['encrypt', 'gm'];
/** Examples for Node say so by what they import. */
const isForNode = /from '(?:node:|@yushu\/encrypt\/node)/;

const examples = packages.flatMap((name) => {
  const file = `packages/${name}/README.md`;
  return cutSnippets(readFileSync(join(root, file), 'utf8'), file)
    .filter(({ code, runs }) => runs && !isForNode.test(code))
    .map((snippet) => ({ ...snippet, name: `${snippet.file}:${snippet.line}` }));
});

/** The example as one module without Node; any import of Node fails it. */
async function bundle(code: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: code, loader: 'ts', resolveDir: join(root, 'packages', 'testkit') },
    nodePaths: [join(root, 'packages', 'encrypt', 'node_modules')],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    conditions: ['@yushu/source'],
    logLevel: 'silent',
  });
  return outputFiles[0]!.text;
}

const mustRun = process.env['CI'] === 'true';
const why = chromiumPath === undefined ? ' (no Chromium here)' : '';

describe.skipIf(chromiumPath === undefined && !mustRun)(
  `the examples of encrypt and gm in headless Chromium${why}`,
  () => {
    let browser: Browser;
    let page: Page;
    beforeAll(async () => {
      ({ browser, page } = await openSecurePage());
    });
    afterAll(() => browser?.close());

    it('are most of those that there are', () => {
      expect(examples.length).toBeGreaterThanOrEqual(16);
    });

    it.each(examples)('$name prints what it promises', async ({ code }) => {
      const instrumented = instrumentSnippet(code);
      const module = await bundle(instrumented.code);
      // As text: vitest rewrites an import() that is written out.
      const printed = (await page.evaluate(`(async () => {
        const reports = [];
        globalThis.reportSnippet = (line, ...values) => reports.push([line, values]);
        const module = new Blob([${JSON.stringify(module)}], { type: 'text/javascript' });
        await import(URL.createObjectURL(module));
        return reports;
      })()`)) as [number, unknown[]][];
      for (const { line, text } of instrumented.promised) {
        const shown = printed
          .filter(([from]) => from === line)
          .map(([, values]) => formatWithOptions({ compact: 20, breakLength: 1e9 }, ...values));
        expect(
          shown.some((one) => keepsPromise(one, text)),
          `${line}: ${text}, not ${shown}`,
        ).toBe(true);
      }
    });
  },
);
