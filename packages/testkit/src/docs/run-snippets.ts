/**
 * Runs instrumented examples one after the other in a process of its own: `run-snippets.ts FILE…`. Each gives one JSON line:
 * what it printed by line, and its error if it threw.
 *
 * @module
 */
import { pathToFileURL } from 'node:url';
import { formatWithOptions } from 'node:util';

/** The outcome of one example. */
export interface SnippetOutcome {
  readonly file: string;
  readonly printed: readonly (readonly [line: number, text: string])[];
  readonly error?: string;
}

const inspection = { breakLength: Number.POSITIVE_INFINITY, compact: 20, depth: 8, sorted: false };

for (const file of process.argv.slice(2)) {
  const printed: [number, string][] = [];
  Object.assign(globalThis, {
    reportSnippet: (line: number, ...values: unknown[]) => {
      printed.push([line, formatWithOptions(inspection, ...values)]);
    },
  });
  let outcome: SnippetOutcome = { file, printed };
  try {
    await import(pathToFileURL(file).href);
  } catch (error) {
    outcome = { file, printed, error: error instanceof Error ? `${error.stack}` : String(error) };
  }
  process.stdout.write(`${JSON.stringify(outcome)}\n`);
}
