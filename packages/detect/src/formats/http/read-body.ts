import { appendPointer } from '@yushu/core';
import { createRecordReader } from '../create-record-reader.ts';
import type { DocumentFormat } from '../document-record.ts';
import { HttpField } from './http-field.ts';
import { readHeaders } from './read-headers.ts';
import { readPairs } from './read-pairs.ts';

/** Media type and parameters of a Content-Type header (RFC 9110 section 8.3.1). */
export function readMediaType(header: string | undefined): {
  readonly type: string;
  readonly boundary: string | undefined;
} {
  const type = (header ?? '').split(';', 1)[0]!.trim().toLowerCase();
  const boundary = /;\s*boundary=(?:"([^"]{1,200})"|([^\s;"]{1,200}))/i.exec(header ?? '');
  return { type, boundary: boundary?.[1] ?? boundary?.[2] };
}

/** The record format of a media type. */
function formatOf(type: string): DocumentFormat | undefined {
  if (type === 'application/json' || type.endsWith('+json')) return 'json';
  if (/^application\/(?:x-)?(?:ndjson|jsonlines?|json-seq)$/.test(type)) return 'ndjson';
  if (type === 'text/csv') return 'csv';
  return type === 'text/tab-separated-values' ? 'tsv' : undefined;
}

/** Parts within parts, at most. */
const maxDepth = 4;

/** Reads the body within `[start, end)` of a message by its media type. What is no such thing is one text. */
export function readBody(
  text: string,
  start: number,
  end: number,
  contentType: string | undefined,
  pointer: string,
  name: string | undefined,
  fields: HttpField[],
  depth = 0,
): void {
  if (start >= end) return;
  const { type, boundary } = readMediaType(contentType);
  if (type === 'application/x-www-form-urlencoded') {
    // The line end of a file is no part of the last value.
    let last = end;
    while (last > start && /[\r\n]/.test(text[last - 1]!)) last -= 1;
    readPairs(text, start, last, pointer, { divider: '&', plusIsSpace: true }, fields);
    return;
  }
  if (type.startsWith('multipart/') && boundary !== undefined && depth < maxDepth) {
    readParts(text, start, end, boundary, pointer, fields, depth);
    return;
  }
  const format = formatOf(type);
  if (format !== undefined) {
    readRecords(text, start, end, format, pointer, fields);
    return;
  }
  fields.push(textField(text, start, end, pointer, name));
}

function textField(
  text: string,
  start: number,
  end: number,
  path: string,
  name: string | undefined,
): HttpField {
  return new HttpField(path, name, text.slice(start, end), (offset) => start + offset);
}

/** JSON, NDJSON and tables, field by field; a record that cannot be read is a text. */
function readRecords(
  text: string,
  start: number,
  end: number,
  format: DocumentFormat,
  pointer: string,
  fields: HttpField[],
): void {
  const reader = createRecordReader(format);
  for (const record of [...reader.push(text.slice(start, end)), ...reader.end()]) {
    const base = start + record.start;
    if (record.problem !== undefined) {
      if (record.raw !== '')
        fields.push(textField(text, base, base + record.raw.length, pointer, undefined));
      continue;
    }
    for (const field of record.fields)
      fields.push(
        new HttpField(
          `${pointer}${format === 'ndjson' ? `/${record.number - 1}` : ''}${field.path}`,
          field.name,
          field.text,
          (offset) => base + field.locate(offset),
        ),
      );
  }
}

/** Name of a part: `Content-Disposition: form-data; name="…"` (RFC 7578 section 4.2). */
const partName = /;\s*name=(?:"((?:[^"\\]|\\.){0,256})"|([^\s;"]{1,256}))/i;

/** The parts of a multipart body (RFC 2046 section 5.1), each by its own headers. */
function readParts(
  text: string,
  start: number,
  end: number,
  boundary: string,
  pointer: string,
  fields: HttpField[],
  depth: number,
): void {
  const delimiter = `--${boundary}`;
  let at = text.indexOf(delimiter, start);
  let number = 0;
  while (at >= 0 && at < end) {
    const from = at + delimiter.length;
    if (text.startsWith('--', from)) return;
    const lineEnd = text.indexOf('\n', from);
    if (lineEnd < 0 || lineEnd >= end) return;
    let next = text.indexOf(delimiter, lineEnd + 1);
    const isOpen = next < 0 || next > end;
    const partEnd = isOpen ? end : next;
    const own: HttpField[] = [];
    const head = readHeaders(text, lineEnd + 1, partEnd, '', own);
    const name = partName.exec(head.headers.get('content-disposition') ?? '');
    const label = name?.[1] ?? name?.[2];
    const path = appendPointer(pointer, label ?? String(number));
    for (const field of own)
      fields.push(
        new HttpField(`${path}/headers${field.path}`, field.name, field.text, (offset) =>
          field.locate(offset),
        ),
      );
    // The line end before a delimiter belongs to the delimiter.
    let bodyEnd = partEnd;
    if (!isOpen && text[bodyEnd - 1] === '\n') bodyEnd -= text[bodyEnd - 2] === '\r' ? 2 : 1;
    const type = head.headers.get('content-type');
    readBody(text, head.end, bodyEnd, type, path, label, fields, depth + 1);
    number += 1;
    if (isOpen) next = -1;
    at = next;
  }
}
