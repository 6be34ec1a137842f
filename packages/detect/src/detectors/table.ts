/**
 * Values of tables that stand in text, by what the line at their head or the cell before them calls them: columns of CSV, TSV,
 * Markdown, boxes and aligned text, lists of columns in SQL, and forms whose labels and values are cells.
 *
 * A table is read from its head on, each line once: the head names the columns, and as many lines as have as many cells belong to
 * it. What goes on behind a block is read on in the next.
 *
 * @module
 */
import { isDigit, isHan, isWord } from '../engine/characters.ts';
import { cueAt } from '../engine/cues.ts';
import type { FieldEvidence, Scan } from '../engine/scan.ts';
import {
  divider,
  dividerAt,
  lineEnd,
  lineStart,
  mostCells,
  TableLine,
} from '../engine/table-line.ts';
import type { TextView } from '../engine/view.ts';
import { namesPerson, openName, readFieldName } from '../lexicon/field-names.ts';
import { findCell } from './field-value.ts';
import { findSqlRows } from './sql-rows.ts';

/** A table that goes on behind what was scanned. */
export interface OpenTable {
  readonly sign: number;
  /** What each column is called; `undefined` where that says nothing. */
  readonly columns: readonly (FieldEvidence | undefined)[];
}

const line = new TableLine();
const row = new TableLine();

/** Longest name of a column, in code units. */
const longestHead = 28;

/** Finds the cells of tables whose heads stand in `[from, to)`, and goes on with the one that was open before. */
export function findTables(scan: Scan, from: number, to: number): void {
  const { view } = scan;
  const { codes } = view;
  // Shorter texts hold no table.
  if (to - from < 12) return;
  const open = scan.table;
  scan.table = undefined;
  let done = open === undefined ? from : findRows(scan, open, from, to);
  const { cuePlaces, cueCount, cuesFrom, cuesTo } = view;
  if (cuesFrom > from || cuesTo < to) {
    if (from === 0) done = findAt(scan, 0, done, to);
    for (let index = Math.max(from, 1); index < to; index += 1)
      if (edges[codes[index - 1]!] !== edge.none && beginsCell(codes, index))
        done = findAt(scan, index, done, to);
    return;
  }
  for (let place = 0; ; place += 1) {
    // Most are given up here.
    place = view.nextEdge(place);
    if (place >= cueCount) return;
    const index = cuePlaces[place]!;
    if (index >= done && beginsCell(codes, index)) done = findAt(scan, index, done, to);
  }
}

/** Looks at the label that may begin a cell at `index`; returns the index before which nothing more is to be looked for. */
function findAt(scan: Scan, index: number, done: number, to: number): number {
  if (index < done) return done;
  const { view } = scan;
  const end = labelEnd(view.codes, index);
  const sign = end === index ? -1 : dividerAt(view, end);
  if (sign < 0) return done;
  return cueAt(view, index)?.end === end ? findFrom(scan, index, sign, to) : done;
}

/** What a unit says of a cell that may begin behind it. */
const edge = { none: 0, divider: 1, quote: 2, space: 3, bracket: 4 } as const;
const edges = new Uint8Array(65_536);
for (const unit of [0x0a, 0x0d, ...Object.values(divider)]) edges[unit] = edge.divider;
edges[0x20] = edge.space;
edges[0x22] = edge.quote;
edges[0x27] = edge.quote;
edges[0x28] = edge.bracket;

/** 1 for what may stand before a space behind which a cell begins. */
const spaceEdges = new Uint8Array(65_536);
for (const unit of [0x20, divider.comma, divider.pipe, divider.box]) spaceEdges[unit] = 1;

/** Whether a cell may begin at an index. */
function beginsCell(codes: Uint16Array, index: number): boolean {
  if (index < 2) return true;
  const earlier = codes[index - 2]!;
  switch (edges[codes[index - 1]!]) {
    case edge.none:
      return false;
    case edge.divider:
      return true;
    case edge.space:
      return earlier === 0x20 ? !isIndented(codes, index - 2) : spaceEdges[earlier] === 1;
    case edge.quote:
      return edges[earlier] === edge.divider;
    default:
      // INSERT INTO t (name, …: a space stands before the bracket.
      return earlier === 0x20;
  }
}

/** Whether nothing but spaces stands in the line up to `index`. */
function isIndented(codes: Uint16Array, index: number): boolean {
  let at = index;
  while (at > 0 && codes[at] === 0x20) at -= 1;
  return codes[at] === 0x0a || codes[at] === 0x20;
}

/** Whether labels have a unit. */
const isOfLabel = (unit: number): boolean =>
  isWord(unit) || isHan(unit) || unit === 0x2d || unit === 0x2f;

/** End of the label at `start`: words with single spaces between them. */
function labelEnd(codes: Uint16Array, start: number): number {
  let end = start;
  while (end - start < longestHead) {
    if (isOfLabel(codes[end]!)) end += 1;
    else if (codes[end] === 0x20 && isOfLabel(codes[end + 1]!)) end += 2;
    else break;
  }
  return end;
}

/** Reads the line around a label at `index`; returns the index before which nothing more is to be looked for. */
function findFrom(scan: Scan, index: number, sign: number, to: number): number {
  const { view } = scan;
  const start = lineStart(view, index);
  if (start < 0) return lineEnd(view, index);
  if (sign === divider.comma) {
    if (view.startsWith('insert ', start) || view.startsWith('copy ', start)) {
      const end = findSqlRows(scan, start, index, to);
      if (end > 0) return end;
    }
    // A line of CSV has no spaces behind its commas.
    if (view.at(index - 1) === 0x20) return lineEnd(view, index);
  }
  line.read(view, start, sign);
  const { next } = line;
  if (line.count < 2) return next;
  const columns = readHead(view, sign);
  if (columns !== undefined) {
    // A rule may stand between the head and the rows.
    let at = next;
    row.read(view, at, sign);
    while (row.isRule && row.next > at && row.next < view.length) {
      at = row.next;
      row.read(view, at, sign);
    }
    if (row.count === line.count && !isForm(view))
      return findRows(scan, { sign, columns: ofPersons(columns) }, at, to);
  }
  if (sign !== divider.comma && sign !== divider.semicolon) findPairs(scan, to);
  return next;
}

/** What the cells of the line in hand call columns, where it is the head of a table. */
function readHead(view: TextView, sign: number): (FieldEvidence | undefined)[] | undefined {
  if (line.count > mostCells) return undefined;
  const columns: (FieldEvidence | undefined)[] = [];
  let known = 0;
  for (let cell = 0; cell < line.count; cell += 1) {
    const start = line.starts[cell]!;
    const end = line.ends[cell]!;
    if (end - start > longestHead || holdsNumber(view, start, end)) return undefined;
    const field = labelOf(view, start, end);
    if (field !== undefined) known += 1;
    columns.push(field);
  }
  // Commas and spaces divide much else.
  const isSure = sign === divider.tab || sign === divider.pipe || sign === divider.box;
  return known >= (isSure ? 1 : 2) ? columns : undefined;
}

/** Whether three digits stand in a row: a head has none. */
function holdsNumber(view: TextView, start: number, end: number): boolean {
  let run = 0;
  for (let index = start; index < end; index += 1) {
    run = isDigit(view.codes[index]!) ? run + 1 : 0;
    if (run === 3) return true;
  }
  return false;
}

/** What a cell calls the values of its column. */
function labelOf(view: TextView, start: number, end: number): FieldEvidence | undefined {
  if (end - start < 2) return undefined;
  const name = view.slice(start, end);
  const field = readFieldName(name);
  if (field.topics.length > 0) return field;
  return namesPerson(name) ? { topics: ['person.name'], words: [name] } : undefined;
}

/** Whether a column beside it says that a table is one of people. */
const ofPeople = /^(?:contact|id|person|education|employment|health)\./;

/** With names of persons in the column called name, where the table holds other data of persons. */
function ofPersons(
  columns: readonly (FieldEvidence | undefined)[],
): readonly (FieldEvidence | undefined)[] {
  if (!columns.some((field) => ofPeople.test(field?.topics[0] ?? ''))) return columns;
  return columns.map((field) =>
    field?.topics[0] === openName ? { topics: ['person.name'], words: ['name'] } : field,
  );
}

/** Whether the row in hand holds labels itself, so that the line before it is no head, but a row of a form. */
function isForm(view: TextView): boolean {
  for (let cell = 0; cell < row.count; cell += 1) {
    const start = row.starts[cell]!;
    const end = row.ends[cell]!;
    if (end > start && cueAt(view, start)?.end === end) return true;
  }
  return false;
}

/** Reads rows from `from` on; returns the index before which nothing more is to be looked for. */
function findRows(scan: Scan, table: OpenTable, from: number, to: number): number {
  const { view } = scan;
  const { sign, columns } = table;
  let at = from;
  while (at < view.length) {
    if (at >= to) {
      if (at === to) scan.table = table;
      return at;
    }
    row.read(view, at, sign);
    if (!row.isRule || row.next <= at + 1) {
      if (row.count !== columns.length) return at;
      for (let cell = 0; cell < row.count; cell += 1) {
        const field = columns[cell];
        if (field === undefined || row.starts[cell]! >= to) continue;
        findCell(scan, field, row.starts[cell]!, row.ends[cell]!);
      }
    }
    at = row.next;
  }
  return at;
}

/** Reads the line in hand as one of a form: a label, its value, a label, its value. */
function findPairs(scan: Scan, to: number): void {
  const { view } = scan;
  for (let cell = 0; cell + 1 < line.count; cell += 1) {
    const start = line.starts[cell]!;
    const end = line.ends[cell]!;
    const from = line.starts[cell + 1]!;
    if (end === start || from >= to) continue;
    const hit = cueAt(view, start);
    if (hit?.end !== end) continue;
    const value = cueAt(view, from);
    if (value !== undefined && value.end === line.ends[cell + 1]) continue;
    const field = labelOf(view, start, end);
    if (field !== undefined) findCell(scan, field, from, line.ends[cell + 1]!);
  }
}
