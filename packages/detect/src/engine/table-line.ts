/**
 * Lines of tables that stand in text: what divides their cells, and where each cell begins and ends.
 *
 * @module
 */
import type { TextView } from './view.ts';

/** Most cells of a line. */
export const mostCells = 48;
/** Longest line of a table, in code units. */
const longestLine = 2000;

/** What divides cells; `spaces` are two or more, or a wide one, as in aligned columns. */
export const divider = {
  tab: 0x09,
  comma: 0x2c,
  semicolon: 0x3b,
  pipe: 0x7c,
  box: 0x2502,
  spaces: 0x20,
} as const;

const isLineEnd = (unit: number): boolean => unit === 0x0a || unit === 0x0d;

/** The cells of one line. */
export class TableLine {
  readonly starts = new Int32Array(mostCells);
  readonly ends = new Int32Array(mostCells);
  /** How many cells the line has; 0 where it is none of a table. */
  count = 0;
  /** Index of the first unit behind the line and its end. */
  next = 0;
  /** Whether it holds only the signs that rule lines are drawn with. */
  isRule = false;

  /** Reads the line that begins at `start`, whose cells are divided by `sign`. */
  read(view: TextView, start: number, sign: number): void {
    this.count = 0;
    this.isRule = true;
    const limit = Math.min(view.length, start + longestLine);
    const { codes } = view;
    let end = start;
    while (end < limit && !isLineEnd(codes[end]!)) {
      if (this.isRule && !isRuled(codes[end]!)) this.isRule = false;
      end += 1;
    }
    this.next = codes[end] === 0x0d && codes[end + 1] === 0x0a ? end + 2 : end + 1;
    if (end === limit && end < view.length) return;
    if (this.isRule) return;
    let at = start;
    // Pipes stand around a line as well.
    if (sign === divider.pipe || sign === divider.box) {
      while (codes[at] === 0x20) at += 1;
      if (codes[at] === sign) at += 1;
      while (end > at && codes[end - 1] === 0x20) end -= 1;
      if (codes[end - 1] === sign) end -= 1;
    }
    while (at <= end && this.count < mostCells) at = this.#cell(view, at, end, sign);
    if (at <= end) this.count = 0;
  }

  /** Reads a cell; returns where the next begins. */
  #cell(view: TextView, from: number, end: number, sign: number): number {
    const { codes } = view;
    let start = from;
    while (start < end && codes[start] === 0x20) start += 1;
    let stop = start;
    const quote = codes[start];
    const isQuoted = (quote === 0x22 || quote === 0x27) && start < end;
    if (isQuoted) {
      stop = start + 1;
      while (stop < end && (codes[stop] !== quote || codes[stop + 1] === quote))
        stop += codes[stop] === quote ? 2 : 1;
      stop += 1;
    }
    while (stop < end && !isDivider(codes, stop, sign)) stop += 1;
    stop = Math.min(stop, end);
    let last = stop;
    while (last > start && codes[last - 1] === 0x20) last -= 1;
    if (isQuoted && last - 1 > start && codes[last - 1] === quote) {
      start += 1;
      last -= 1;
    }
    this.starts[this.count] = start;
    this.ends[this.count] = last;
    this.count += 1;
    if (sign !== divider.spaces) return stop + 1;
    while (codes[stop] === 0x20) stop += 1;
    return stop >= end ? end + 1 : stop;
  }
}

function isDivider(codes: Uint16Array, index: number, sign: number): boolean {
  if (codes[index] !== sign) return false;
  return sign !== divider.spaces || codes[index + 1] === 0x20;
}

/** Whether a unit is one of those that rule lines consist of: `|---|:--:|`, `├──┼──┤`, `+=====+`. */
function isRuled(unit: number): boolean {
  return (
    unit === 0x2d ||
    unit === 0x3d ||
    unit === 0x2b ||
    unit === 0x7c ||
    unit === 0x3a ||
    unit === 0x20 ||
    (unit >= 0x2500 && unit <= 0x257f)
  );
}

/** Where the line begins that holds `index`; -1 where it is too long. */
export function lineStart(view: TextView, index: number): number {
  const { codes } = view;
  let at = index;
  const floor = Math.max(0, index - longestLine);
  while (at > floor && !isLineEnd(codes[at - 1]!)) at -= 1;
  return at === floor && floor > 0 ? -1 : at;
}

/** Where the line ends that holds `index`. */
export function lineEnd(view: TextView, index: number): number {
  let at = index;
  while (at < view.length && !isLineEnd(view.codes[at]!)) at += 1;
  return at;
}

/** The sign that divides the cell that ends before `end` from the next, or -1. */
export function dividerAt(view: TextView, end: number): number {
  const { codes } = view;
  let at = end;
  if (codes[at] === 0x22 || codes[at] === 0x27) at += 1;
  const from = at;
  while (at - from < 64 && codes[at] === 0x20) at += 1;
  const unit = codes[at]!;
  if (unit === divider.tab || unit === divider.pipe || unit === divider.box) return unit;
  if (at === from && (unit === divider.comma || unit === divider.semicolon)) {
    const next = codes[at + 1]!;
    return next === 0x0a || next === 0x0d ? -1 : unit;
  }
  return at - from > 1 && !isLineEnd(unit) && at < view.length ? divider.spaces : -1;
}
