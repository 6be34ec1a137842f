import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleLedger } from '../../src/browser/bundle-ledger.ts';
import { chromiumPath, openSecurePage } from '../../src/browser/open-secure-page.ts';
import { findLedgerFiles } from '../../src/ledger/run-ledger.ts';
import type { LedgerCount } from '../../src/ledger-suite.ts';
import { root } from '../../src/workspace/root.ts';

interface NamedSuite {
  readonly suite: string;
  readonly pinned: number;
}

/** What the script sets. */
interface LedgerGlobals {
  ledgerSuites: readonly NamedSuite[];
  runLedgerSuite(name: string): LedgerCount | Promise<LedgerCount>;
}

const packages = ['encrypt', 'gm'];
const files = findLedgerFiles(root).filter((file) =>
  packages.some((name) => file.startsWith(join(root, 'packages', name, 'test'))),
);
const script = await bundleLedger(files, packages);

/** The globals that WinterTC's minimum common API promises everywhere, as far as they are used or must not be missed. */
const web = {
  AbortController,
  AbortSignal,
  atob,
  btoa,
  Blob,
  crypto,
  DecompressionStream,
  ReadableStream,
  Response,
  setTimeout,
  structuredClone,
  TextDecoder,
  TextEncoder,
  TransformStream,
  URL,
  URLSearchParams,
  WritableStream,
};
const hidden = ['process', 'require', 'module', 'Buffer', 'global', 'setImmediate'];

/** Runs the script with what is Node's hidden from it, and gives the globals that it set. */
function runAtTheEdge(): LedgerGlobals {
  const globals = { ...web } as typeof web & LedgerGlobals;
  // Not in a context of node:vm, in which every global takes a hundred times as long to find.
  new Function('globalThis', 'self', ...hidden, `"use strict";${script}`)(globals, globals);
  return globals;
}
const edge = runAtTheEdge();
const suites = [...edge.ledgerSuites];

const mustRun = process.env['CI'] === 'true';
const why = chromiumPath === undefined ? ' (no Chromium here)' : '';

describe('the vectors of encrypt and gm, bundled for browsers', () => {
  it('are all there, and nothing of Node is', () => {
    expect(files.length).toBeGreaterThanOrEqual(9);
    expect(suites.length).toBeGreaterThanOrEqual(65);
    expect(script).not.toMatch(/["']node:(?!fs)/);
  });

  describe('at the edge: only the globals of the web', () => {
    it.each(suites)('passes all of $suite', async ({ suite, pinned }) => {
      const { passed } = await edge.runLedgerSuite(suite);
      expect(passed).toBeGreaterThanOrEqual(pinned);
    });
  });

  describe.skipIf(chromiumPath === undefined && !mustRun)(`in headless Chromium${why}`, () => {
    let browser: Browser;
    let page: Page;
    beforeAll(async () => {
      ({ browser, page } = await openSecurePage());
      await page.addScriptTag({ content: script });
    });
    afterAll(() => browser?.close());

    it('has neither Node nor its globals', async () => {
      expect(await page.evaluate('[typeof process, typeof Buffer, typeof require]')).toEqual([
        'undefined',
        'undefined',
        'undefined',
      ]);
      expect(await page.evaluate('navigator.userAgent')).toMatch(/Chrome\/\d+/);
      expect(await page.evaluate('ledgerSuites')).toEqual(suites);
    });

    it.each(suites)('passes all of $suite', async ({ suite, pinned }) => {
      const run = `runLedgerSuite(${JSON.stringify(suite)})`;
      const { passed } = (await page.evaluate(run)) as LedgerCount;
      expect(passed).toBeGreaterThanOrEqual(pinned);
    });
  });
});
