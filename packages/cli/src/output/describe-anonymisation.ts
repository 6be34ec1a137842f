import type { AnonymisationReport, RiskFigures } from '../tables/risk-figures.ts';
import type { TableCounts } from '../tables/table-row.ts';
import { alignRows } from './align.ts';
import { printable } from './printable.ts';

const percent = (part: number) => `${(part * 100).toFixed(part > 0 && part < 0.001 ? 3 : 1)} %`;

/** Rows of the comparison: what, before, after. */
function compare(before: RiskFigures, after: RiskFigures): [string, string, string][] {
  const rows: [string, string, string][] = [
    ['rows', String(before.rows), String(after.rows)],
    ['classes', String(before.classes), String(after.classes)],
    ['smallest class (k)', String(before.k), String(after.k)],
    ['alone in their class', percent(before.uniqueness), percent(after.uniqueness)],
    ['highest risk', percent(before.highestRisk), percent(after.highestRisk)],
    ['average risk', percent(before.averageRisk), percent(after.averageRisk)],
  ];
  if (before.distinctL !== undefined && after.distinctL !== undefined) {
    rows.push(['sensitive values (l)', String(before.distinctL), String(after.distinctL)]);
    rows.push(['distance to all (t)', before.t!.toFixed(3), after.t!.toFixed(3)]);
  }
  return rows;
}

/** What `yushu anonymise` did, for people. */
export function describeAnonymisation(report: AnonymisationReport, counts: TableCounts): string {
  const { output, before, after, quasiIdentifiers, suppressed, isOptimal } = report;
  const done = output === undefined ? 'would make' : 'anonymised';
  const target = output === undefined ? '' : ` → ${output === '-' ? 'standard output' : output}`;
  const lines = [
    `${done} ${report.file}${target}: ${after?.rows ?? 0} of ${before.rows} rows${output === undefined ? ' anonymous' : ''}`,
  ];
  const columns = quasiIdentifiers.map(({ column, level = 0, height = 0, generalised = 0 }) => {
    // With local recoding the level is that of most rows, and others stand for more.
    const how =
      report.rounds !== undefined
        ? `${percent(generalised)} on average`
        : level === 0
          ? 'as it was'
          : level === height
            ? '*'
            : percent(generalised);
    return [printable(column), `level ${level} of ${height}`, how];
  });
  const removed = report.removed.map((column) => [printable(column), 'removed', '']);
  for (const line of alignRows([...columns, ...removed], ['left', 'left', 'left'])) {
    lines.push(`  ${line}`);
  }
  if (after !== undefined) {
    const rows = [['', 'before', 'after'], ...compare(before, after)];
    for (const line of alignRows(rows, ['left', 'right', 'right'])) lines.push(`  ${line}`);
  }
  lines.push(
    `  left out ${suppressed ?? 0} row${suppressed === 1 ? '' : 's'}; ${report.metric} ${Number(report.loss ?? 0).toPrecision(4)}${isOptimal === true ? ', proven least' : ''} of ${report.transformations} combinations`,
  );
  if (report.rounds !== undefined) {
    const rows = report.rounds.map((round) => round.rows).join(', ');
    lines.push(`  rows by round, each with levels of its own: ${rows}`);
  }
  if (report.identifying.length > 0) {
    lines.push(
      `yushu: as they were, and nearly each value the only one: ${report.identifying.map(printable).join(', ')}`,
      '  Whoever knows such a value finds the row. --remove them, or mask them with yushu mask.',
    );
  }
  if (counts.withheldCount > 0) {
    lines.push(`could not be read: ${counts.withheldCount}`);
    for (const { line, message } of counts.withheld)
      lines.push(`  ${report.file}:${line}: ${message}`);
  }
  return `${lines.join('\n')}\n`;
}
