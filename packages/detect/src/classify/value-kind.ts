import type { ColumnSample } from './column-sample.ts';

/** What the cells of a column look like, whatever they mean. */
export type ValueKind =
  | 'empty'
  | 'boolean'
  | 'integer'
  | 'decimal'
  | 'date'
  | 'code'
  | 'choice'
  | 'text'
  | 'words';

const shapes: readonly (readonly [ValueKind, RegExp])[] = [
  ['boolean', /^(?:true|false|yes|no|y|n|是|否|0|1)$/i],
  ['integer', /^[-+]?\d{1,25}$/],
  ['decimal', /^[-+]?[¥￥$€£]?[\d,]*\.?\d+(?:[eE][-+]?\d+)?%?$/],
  [
    'date',
    /^\d{4}[-/.年]\d{1,2}(?:[-/.月]\d{1,2}日?|月)?(?:[T ]?\d{1,2}:\d{2}(?::\d{2})?[^ ]{0,20})?$/,
  ],
  ['code', /^[\w./:@+#-]{1,64}$/],
];

/** The first shape that nine tenths of the sampled cells have. */
export function readValueKind(sample: ColumnSample): ValueKind {
  const cells = sample.inOrder();
  if (cells.length === 0) return 'empty';
  const most = (test: (text: string) => boolean) =>
    cells.filter(({ text }) => test(text)).length >= 0.9 * cells.length;
  for (const [kind, shape] of shapes) if (most((text) => shape.test(text))) return kind;
  if (sample.filled >= 30 && sample.distinct <= Math.max(8, sample.filled * 0.02)) return 'choice';
  return sample.meanLength > 20 ? 'text' : 'words';
}

/**
 * Whether the numbers of a column are given out one after the other: of one length, and only rising or only falling in the order
 * of the table. Order numbers are; phone and card numbers of people are not.
 */
export function isSequential(sample: ColumnSample): boolean {
  const cells = sample.inOrder();
  if (cells.length < 12) return false;
  const length = cells[0]!.text.length;
  if (!cells.every(({ text }) => text.length === length && /\d{4}$/.test(text))) return false;
  const rising = cells.every(({ text }, at) => at === 0 || text > cells[at - 1]!.text);
  return rising || cells.every(({ text }, at) => at === 0 || text < cells[at - 1]!.text);
}
