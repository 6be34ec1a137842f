import {
  createRecordReader,
  type DocumentFormat,
  type DocumentRecord,
  type RecordReaderOptions,
} from '@yushu/detect/formats';

/** All records of a document that is given in these pieces. */
export function readDocument(
  format: DocumentFormat,
  chunks: readonly string[],
  options?: RecordReaderOptions,
): DocumentRecord[] {
  const reader = createRecordReader(format, options);
  return [...chunks.flatMap((chunk) => reader.push(chunk)), ...reader.end()];
}

/** A record as plain data, so that two can be compared. */
export function describeRecord(record: DocumentRecord) {
  return {
    ...record,
    fields: record.fields.map(({ kind, path, name, text, rawStart, rawEnd }) => ({
      kind,
      path,
      name,
      text,
      rawStart,
      rawEnd,
    })),
  };
}

/** Cuts a text at these positions, whatever they are. */
export function cut(text: string, positions: readonly number[]): string[] {
  const sorted = positions.map((at) => at % (text.length + 1)).sort((a, b) => a - b);
  return [...sorted, text.length].map((at, index) => text.slice(sorted[index - 1] ?? 0, at));
}

/** The texts of the fields of the first record that has any and is no header. */
export function textsOf(records: readonly DocumentRecord[]): string[][] {
  return records
    .filter((record) => record.fields.length > 0)
    .map((record) => record.fields.map((field) => field.text));
}
