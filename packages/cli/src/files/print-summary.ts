import type { DocumentSummary } from '@yushu/protect';

/** So many withheld records are printed; the others are counted. */
const maxPrinted = 20;

function plural(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? '' : 's'}`;
}

const verbs = { success: '', denied: 'not given out', failure: 'could not be treated: withheld' };

/** What was done, for people: by category and action, then what was withheld, and where. */
export function printSummary(
  operation: 'protect' | 'reveal',
  input: string,
  output: string,
  summary: DocumentSummary,
): string {
  const done = operation === 'protect' ? 'protected' : 'revealed';
  const lines = [`${done} ${input} → ${output}: ${plural(summary.records, 'record')}`];
  const rows = summary.actions
    .toSorted((a, b) => b.count - a.count)
    .map(({ action, category, outcome, count }) => [
      `${count}`,
      action === 'encrypt' && operation === 'reveal' && outcome === 'denied' ? 'sealed' : action,
      category ?? '(by column or default)',
      action === 'block' ? '' : verbs[outcome],
    ]);
  const widths = [0, 1, 2].map((column) => Math.max(0, ...rows.map((row) => row[column]!.length)));
  for (const row of rows) {
    const [count, action, category, note] = row as [string, string, string, string];
    lines.push(
      `  ${count.padStart(widths[0]!)}  ${action.padEnd(widths[1]!)}  ${category.padEnd(widths[2]!)}  ${note}`.trimEnd(),
    );
  }
  if (summary.withheldCount > 0) {
    lines.push(`withheld: ${summary.withheldCount}`);
    for (const { line, column, message } of summary.withheld.slice(0, maxPrinted)) {
      lines.push(`  ${input}:${line}${column === undefined ? '' : `:${column}`}: ${message}`);
    }
    const more = summary.withheldCount - Math.min(maxPrinted, summary.withheld.length);
    if (more > 0) lines.push(`  and ${more} more`);
  }
  return `${lines.join('\n')}\n`;
}
