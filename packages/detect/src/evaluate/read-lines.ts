/**
 * The two formats of an evaluation, both JSON lines: spans of files, and documents that bring their text.
 *
 * @module
 */
import { DataSecurityError } from '@yushu/core';
import type { EvaluatedSpan } from './evaluate.ts';
import type { EvaluatedDocument } from './evaluate-documents.ts';

/** What a position counts: UTF-16 code units as JavaScript does, or code points as Python does. */
export type PositionUnit = 'code-unit' | 'code-point';

function lineError(line: number, what: string): DataSecurityError {
  return new DataSecurityError('ERR_DETECT_EVALUATION', `Line ${line}: ${what}`, {
    hint: 'Write one JSON object a line: {"path","category","start","end"} or {"text","spans":[{"category","start","end"}]}.',
    details: { line },
  });
}

type Members = Readonly<Record<string, unknown>>;

function parseLine(text: string, line: number): Members {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw lineError(line, 'no JSON');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw lineError(line, 'no JSON object');
  }
  return value as Members;
}

function readRange(members: Members, line: number) {
  const { category, start, end } = members;
  if (typeof category !== 'string' || category === '') throw lineError(line, 'category is no text');
  if (!Number.isSafeInteger(start) || (start as number) < 0) {
    throw lineError(line, 'start is no whole number of 0 or more');
  }
  if (!Number.isSafeInteger(end) || (end as number) <= (start as number)) {
    throw lineError(line, 'end is no whole number above start');
  }
  return { category, start: start as number, end: end as number };
}

function* linesOf(lines: string | Iterable<string>): Generator<[number, string]> {
  let line = 0;
  for (const text of typeof lines === 'string' ? lines.split('\n') : lines) {
    line += 1;
    if (text.trim() !== '') yield [line, text];
  }
}

/**
 * Reads spans of files, one JSON object a line: `path`, `category`, `start`, `end`. Other members are left alone, so that the
 * output of `yushu scan --format jsonl` can be read. Blank lines are passed over.
 *
 * @throws {DataSecurityError} `ERR_DETECT_EVALUATION` with the line, where one is no span.
 *
 * @example
 * ```ts
 * import { readSpans } from '@yushu/detect/evaluate';
 *
 * const spans = readSpans('{"path":"a.txt","category":"contact.phone","start":4,"end":15,"score":0.99}\n');
 * console.log(spans); // [ { path: 'a.txt', category: 'contact.phone', start: 4, end: 15 } ]
 * ```
 */
export function readSpans(lines: string | Iterable<string>): EvaluatedSpan[] {
  const spans: EvaluatedSpan[] = [];
  for (const [line, text] of linesOf(lines)) {
    const members = parseLine(text, line);
    const { path } = members;
    if (typeof path !== 'string') throw lineError(line, 'path is no text');
    spans.push({ path, ...readRange(members, line) });
  }
  return spans;
}

/** Index in UTF-16 code units of each code point. */
function unitOffsets(text: string): number[] {
  const offsets = [0];
  let units = 0;
  for (const character of text) {
    units += character.length;
    offsets.push(units);
  }
  return offsets;
}

/**
 * Reads documents that bring their text, one JSON object a line: `text`, `spans` (each `category`, `start`, `end`), and `id` where
 * there is one. Blank lines are passed over.
 *
 * @param unit - what `start` and `end` count; `code-unit` unless given.
 * @throws {DataSecurityError} `ERR_DETECT_EVALUATION` with the line, where one is no document or a span lies outside of its text.
 *
 * @example
 * ```ts
 * import { readDocuments } from '@yushu/detect/evaluate';
 *
 * const [document] = readDocuments('{"text":"📱13800138000","spans":[{"category":"contact.phone","start":1,"end":12}]}', 'code-point');
 * console.log(document?.spans[0]); // { category: 'contact.phone', start: 2, end: 13 }
 * ```
 */
export function readDocuments(
  lines: string | Iterable<string>,
  unit: PositionUnit = 'code-unit',
): EvaluatedDocument[] {
  const documents: EvaluatedDocument[] = [];
  for (const [line, source] of linesOf(lines)) {
    const { id, text, spans } = parseLine(source, line);
    if (typeof text !== 'string') throw lineError(line, 'text is no text');
    if (!Array.isArray(spans)) throw lineError(line, 'spans is no list');
    const offsets = unit === 'code-point' && spans.length > 0 ? unitOffsets(text) : undefined;
    const length = offsets === undefined ? text.length : offsets.length - 1;
    documents.push({
      ...(typeof id === 'string' || typeof id === 'number' ? { id: String(id) } : {}),
      text,
      spans: spans.map((span: unknown) => {
        if (typeof span !== 'object' || span === null) throw lineError(line, 'a span is no object');
        const range = readRange(span as Members, line);
        if (range.end > length) throw lineError(line, 'a span ends behind its text');
        return offsets === undefined
          ? range
          : { ...range, start: offsets[range.start]!, end: offsets[range.end]! };
      }),
    });
  }
  return documents;
}
