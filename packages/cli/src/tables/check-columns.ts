import { cliError } from '../cli-error.ts';
import { printable } from '../output/printable.ts';
import type { TableCounts } from './table-row.ts';

/** So many columns are named. */
const maxNamed = 30;

/**
 * Every column that was asked for must have been there: a slip in a name would leave data in the clear.
 *
 * @throws {DataSecurityError} `ERR_CLI_USAGE`.
 */
export function checkColumns(
  { columns, rows }: TableCounts,
  asked: Iterable<string>,
  source: string,
): void {
  if (rows === 0 && columns.size === 0) return;
  for (const name of asked) {
    if (columns.has(name)) continue;
    const known = [...columns].slice(0, maxNamed).map(printable).join(', ');
    throw cliError('ERR_CLI_USAGE', `${source} has no column ${printable(name)}`, {
      hint: `It has ${known}${columns.size > maxNamed ? ', …' : ''}. Nothing was written.`,
    });
  }
}
