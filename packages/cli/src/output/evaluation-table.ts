import type { DocumentsReport, Evaluation, EvaluationReport } from '@yushu/detect/evaluate';
import { alignRows, type Side } from './align.ts';
import { printable } from './printable.ts';

const share = (value: number): string => value.toFixed(3);
const number = (value: number): string => value.toLocaleString('en');

function rowOf({ category, truth, found, strict, overlapping }: Evaluation): string[] {
  return [
    printable(category),
    number(truth),
    number(found),
    ...[strict, overlapping].flatMap(({ precision, recall, f1, f2 }) =>
      [precision, recall, f1, f2].map(share),
    ),
  ];
}

/** An evaluation for a terminal: a row a category, then all together and the mean of the categories. */
export function formatEvaluation(report: EvaluationReport & Partial<DocumentsReport>): string {
  const { macro, overall, categories } = report;
  const figures = ['P', 'R', 'F1', 'F2'];
  const rows = [
    ['', '', '', 'strict', '', '', '', 'IoU≥.9', '', '', ''],
    ['category', 'truth', 'found', ...figures, ...figures],
    ...categories.map(rowOf),
    rowOf({ ...overall, category: 'all' }),
    [
      'mean',
      '',
      '',
      ...[macro.strict, macro.overlapping].flatMap(({ precision, recall, f1, f2 }) =>
        [precision, recall, f1, f2].map(share),
      ),
    ],
  ];
  const sides: Side[] = ['left', ...Array<Side>(10).fill('right')];
  const lines = alignRows(rows, sides);
  const { documents, clean = 0, falseAlarms = 0 } = report;
  if (documents !== undefined) {
    const rate = clean === 0 ? '' : ` (${((100 * falseAlarms) / clean).toFixed(1)} %)`;
    lines.push(
      '',
      `${number(documents)} documents; false alarms in ${number(falseAlarms)} of ${number(clean)} clean ones${rate}`,
    );
  }
  return `${lines.join('\n')}\n`;
}
