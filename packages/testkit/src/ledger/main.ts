/**
 * `npm run -s ledger [-- NAME…]`: one JSON line for each suite on standard output, problems on standard error, exit code 1 if a
 * suite lost a case.
 *
 * @module
 */
import { root } from '../workspace/root.ts';
import { findLedgerFiles, runLedger } from './run-ledger.ts';

const wanted = process.argv.slice(2);
const files = findLedgerFiles(root).filter(
  (file) => wanted.length === 0 || wanted.some((name) => file.includes(name)),
);
if (files.length === 0) {
  process.stderr.write('No ledger file fits.\n');
  process.exitCode = 1;
}
for await (const { line, problem } of runLedger(files)) {
  process.stdout.write(`${JSON.stringify(line)}\n`);
  if (problem !== undefined) {
    process.stderr.write(`✗ ${line.suite} ${problem}\n`);
    process.exitCode = 1;
  }
}
