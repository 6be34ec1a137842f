import type { Figure } from './figure.ts';

/** The figures for people: one row a peer, columns aligned. */
export function formatTable(figures: readonly Figure[]): string {
  const rows = figures.map(({ bench, metric, value, unit, against, ratio, mad, better }) => {
    const ahead = better === 'more' ? ratio >= 1 : ratio <= 1;
    return [
      bench,
      metric,
      `${value.toLocaleString('en')} ${unit}`,
      `× ${ratio} ± ${mad}`,
      `${ahead ? '' : '(behind) '}${against}`,
    ];
  });
  const all = [['case', 'metric', 'ours', 'ratio', 'against'], ...rows];
  const widths = all[0]!.map((_, column) => Math.max(...all.map((row) => row[column]!.length)));
  return all
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
