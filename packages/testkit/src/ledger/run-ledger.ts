/**
 * Finds the ledger files of all packages and runs their suites.
 *
 * @module
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { LedgerSuite } from '../ledger-suite.ts';

/** One line of the ledger. */
export interface LedgerLine {
  readonly suite: string;
  readonly passed: number;
  readonly total: number;
  readonly skipped: number;
  readonly source: string;
}

/** What a run of one suite gives: its line, and what is wrong with it, if anything. */
export interface LedgerOutcome {
  readonly line: LedgerLine;
  readonly problem?: string;
}

/** Paths of all `packages/<package>/test/ledger/<name>.ledger.ts`, in order. */
export function findLedgerFiles(root: string): string[] {
  return readdirSync(join(root, 'packages'))
    .sort()
    .map((name) => join(root, 'packages', name, 'test', 'ledger'))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder)
        .filter((name) => name.endsWith('.ledger.ts'))
        .sort()
        .map((name) => join(folder, name)),
    );
}

/** A peer's suite may hold cases that we answer otherwise: they count in the total. None that passed once may be lost. */
function describeProblem(suite: LedgerSuite, { passed, total, skipped }: LedgerLine) {
  const counts = [passed, total, skipped];
  if (!counts.every((count) => Number.isSafeInteger(count) && count >= 0)) return 'gave no counts';
  if (passed + skipped > total) return 'counts more vectors passed and skipped than there are';
  if (passed < suite.pinned) return `lost ${suite.pinned - passed} of ${suite.pinned} vectors`;
  return undefined;
}

/** Runs one suite. A suite that throws passes nothing. */
export async function runSuite(suite: LedgerSuite): Promise<LedgerOutcome> {
  const { suite: name, source } = suite;
  try {
    const { passed, total, skipped } = await suite.run();
    const line = { suite: name, passed, total, skipped, source };
    const problem = describeProblem(suite, line);
    return problem === undefined ? { line } : { line, problem };
  } catch (error) {
    return {
      line: { suite: name, passed: 0, total: suite.pinned, skipped: 0, source },
      problem: `threw ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    };
  }
}

/** Runs the suites of the given files one after the other, and gives each outcome as soon as it is known. */
export async function* runLedger(files: readonly string[]): AsyncGenerator<LedgerOutcome> {
  const names = new Set<string>();
  for (const file of files) {
    const { suites } = (await import(pathToFileURL(file).href)) as {
      readonly suites?: readonly LedgerSuite[];
    };
    if (!Array.isArray(suites) || suites.length === 0) {
      throw new Error(`${file} exports no list \`suites\``);
    }
    for (const suite of suites as readonly LedgerSuite[]) {
      if (names.has(suite.suite)) throw new Error(`There are two suites named ${suite.suite}`);
      names.add(suite.suite);
      yield await runSuite(suite);
    }
  }
}
