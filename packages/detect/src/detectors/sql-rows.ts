/**
 * Rows of SQL whose columns are named in a list before them: `INSERT INTO t (a, b) VALUES (1, 'x')` and `COPY t (a, b) FROM stdin`.
 *
 * @module
 */
import type { FieldEvidence, Scan } from '../engine/scan.ts';
import { TableLine } from '../engine/table-line.ts';
import type { TextView } from '../engine/view.ts';
import { readFieldName } from '../lexicon/field-names.ts';
import { findCell } from './field-value.ts';

/** Longest list of columns, in code units. */
const longestList = 1500;

const row = new TableLine();

/**
 * Looks for a list of columns in brackets around `index`, in the line from `lineStart` on, and reads the rows behind it that begin
 * before `to`. Returns where they end, or -1 where no such list stands.
 */
export function findSqlRows(scan: Scan, lineStart: number, index: number, to: number): number {
  const { view } = scan;
  let open = index - 1;
  while (open >= lineStart && view.codes[open] !== 0x28) open -= 1;
  if (open < lineStart) return -1;
  const list =
    /^\(([\w"'`, \n]{3,1500})\)\s{0,4}(?:(VALUES)\s{0,4}(?=\()|(?:FROM stdin)[^\n]{0,80};\r?\n)/i.exec(
      view.slice(open, open + longestList + 100),
    );
  if (list === null) return -1;
  const columns = list[1]!.split(',').map((name) => {
    const field = readFieldName(name.replaceAll(/["'`\s]/g, ''));
    return field.topics.length > 0 ? field : undefined;
  });
  const at = open + list[0].length;
  return list[2] === undefined
    ? findCopied(scan, columns, at, to)
    : findTuples(scan, columns, at, to);
}

type Columns = readonly (FieldEvidence | undefined)[];

/** Lines of a COPY, divided by tabs, up to `\.`. */
function findCopied(scan: Scan, columns: Columns, from: number, to: number): number {
  const { view } = scan;
  let at = from;
  while (at < to && !(view.at(at) === 0x5c && view.at(at + 1) === 0x2e)) {
    row.read(view, at, 0x09);
    if (row.count !== columns.length) break;
    for (let cell = 0; cell < row.count; cell += 1) {
      const field = columns[cell];
      if (field !== undefined) findCell(scan, field, row.starts[cell]!, row.ends[cell]!);
    }
    at = row.next;
  }
  return at;
}

/** Tuples in brackets, divided by commas. */
function findTuples(scan: Scan, columns: Columns, from: number, to: number): number {
  const { view } = scan;
  let at = from;
  while (at < to && view.at(at) === 0x28) {
    at += 1;
    for (let cell = 0; cell < columns.length; cell += 1) {
      while (view.at(at) === 0x20) at += 1;
      const quoted = view.at(at) === 0x27;
      const start = quoted ? at + 1 : at;
      const end = valueEnd(view, start, quoted);
      if (end < 0) return at;
      const field = columns[cell];
      if (field !== undefined && start < to) findCell(scan, field, start, end);
      at = quoted ? end + 1 : end;
      while (view.at(at) === 0x20) at += 1;
      const sign = view.at(at);
      if (sign !== (cell + 1 < columns.length ? 0x2c : 0x29)) return at;
      at += 1;
    }
    while (
      view.at(at) === 0x2c ||
      view.at(at) === 0x20 ||
      view.at(at) === 0x0a ||
      view.at(at) === 0x0d
    )
      at += 1;
  }
  return at;
}

/** Where a value ends that begins at `start`; -1 where it is too long. */
function valueEnd(view: TextView, start: number, quoted: boolean): number {
  let at = start;
  while (at - start < 1000) {
    const unit = view.at(at);
    if (unit === 0) return -1;
    if (quoted) {
      if (unit === 0x5c) at += 1;
      else if (unit === 0x27 && view.at(at + 1) === 0x27) at += 1;
      else if (unit === 0x27) return at;
    } else if (unit === 0x2c || unit === 0x29 || unit === 0x0a) {
      while (at > start && view.at(at - 1) === 0x20) at -= 1;
      return at;
    }
    at += 1;
  }
  return -1;
}
