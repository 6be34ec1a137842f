import { extname } from 'node:path';
import { createRecordReader, type DocumentFormat } from '@yushu/detect/formats';

/** What a text is read as. */
export interface TextFormat {
  readonly format: DocumentFormat | 'http' | 'text';
  /** Between the cells of a table. */
  readonly delimiter?: string;
}

const formatsByExtension: Readonly<Record<string, DocumentFormat>> = {
  '.csv': 'csv',
  '.tsv': 'tsv',
  '.tab': 'tsv',
  '.json': 'json',
  '.geojson': 'json',
  '.har': 'json',
  '.ndjson': 'ndjson',
  '.jsonl': 'ndjson',
  '.sql': 'sql',
  '.dump': 'sql',
};

/** What has a name of its own and is no table, however its lines look. */
const plainExtensions =
  /^\.(?:md|markdown|rst|adoc|tex|html?|xml|ya?ml|toml|ini|conf|cfg|env|properties|css|scss|less|[cm]?[jt]sx?|py|rb|go|rs|java|kt|c|h|cc|cpp|hpp|cs|php|swift|sh|bash|zsh|ps1|bat|vue|svelte|eml|vcf|ics)$/;

const delimiters = [',', ';', '\t', '|'] as const;

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Lines that are complete: the last may be cut off. */
function completeLines(head: string, isWhole: boolean): string[] {
  const lines = head.split(/\r\n|\n|\r/);
  if (!isWhole) lines.pop();
  return lines.filter((line) => line.trim() !== '');
}

/** Whether each line is a JSON object or array of its own. */
function looksLikeNdjson(head: string, isWhole: boolean): boolean {
  const lines = completeLines(head, isWhole);
  return lines.length > 1 && lines.every((line) => /^\s*[[{]/.test(line) && isJson(line));
}

/** Whether the text begins like one JSON document. */
function looksLikeJson(head: string, isWhole: boolean): boolean {
  if (!/^\s*[[{]/.test(head)) return false;
  if (isWhole) return isJson(head);
  const records = createRecordReader('json').push(head);
  return records.length > 0 && records.every((record) => record.problem === undefined);
}

/** Widths of the rows that are complete. */
function readWidths(head: string, isWhole: boolean, delimiter: string): (number | undefined)[] {
  const reader = createRecordReader('csv', { delimiter });
  const records = reader.push(head);
  if (isWhole) records.push(...reader.end());
  return records
    .filter((record) => record.number > 0)
    .map((record) => (record.problem === undefined ? record.fields.length : undefined));
}

/** The character between the cells of the header: the one that gives the most. */
function chooseDelimiter(head: string): string {
  const header = head.slice(0, head.search(/[\r\n]|$/)).replace(/"(?:[^"]|"")*"/g, '');
  let best: string = delimiters[0];
  for (const delimiter of delimiters) {
    if (header.split(delimiter).length > header.split(best).length) best = delimiter;
  }
  return best;
}

/** The delimiter of a text that is a table without doubt: short distinct names, then rows of the same width. */
function recogniseTable(head: string, isWhole: boolean): string | undefined {
  const delimiter = chooseDelimiter(head);
  const names = head.slice(0, head.search(/[\r\n]|$/)).split(delimiter);
  const areNames = names.every((name) => /^"?[\p{L}_][^\d@]{0,39}\d{0,2}"?$/u.test(name.trim()));
  if (names.length < 3 || !areNames || new Set(names).size < names.length) return undefined;
  const widths = readWidths(head, isWhole, delimiter);
  return widths.length > 1 && widths.every((width) => width === names.length)
    ? delimiter
    : undefined;
}

/** Whether the text begins with the first line of a request or response (RFC 9112 sections 3 and 4). */
function looksLikeHttp(head: string): boolean {
  return /^(?:[A-Z]{3,8} \S{1,65536} HTTP\/\d|HTTP\/\d(?:\.\d)? \d{3}[ \r\n])/.test(head);
}

/** How a file's name ends, without `.gz`, in lower case. */
function extensionOf(path: string): string {
  return extname(path.toLowerCase().replace(/\.gz$/, ''));
}

/**
 * What a text is, by its name and its beginning. What is not known for certain is plain text, which is scanned all the same.
 *
 * @param path - name of the file; `-` has no extension.
 * @param head - the beginning of the text.
 * @param isWhole - whether that is all of it.
 */
export function detectFormat(path: string, head: string, isWhole: boolean): TextFormat {
  const extension = extensionOf(path);
  const named = formatsByExtension[extension];
  if (named === 'csv') return { format: 'csv', delimiter: chooseDelimiter(head) };
  if (named === 'json') {
    // Many files of that name hold one document a line.
    return { format: looksLikeNdjson(head, isWhole) ? 'ndjson' : 'json' };
  }
  if (named === 'sql' && extension === '.dump' && !looksLikeSql(head)) return { format: 'text' };
  if (named !== undefined) return { format: named };
  if (plainExtensions.test(extension)) return { format: 'text' };
  if (looksLikeHttp(head)) return { format: 'http' };
  if (looksLikeNdjson(head, isWhole)) return { format: 'ndjson' };
  if (looksLikeJson(head, isWhole)) return { format: 'json' };
  if (looksLikeSql(head)) return { format: 'sql' };
  const delimiter = recogniseTable(head, isWhole);
  return delimiter === undefined ? { format: 'text' } : { format: 'csv', delimiter };
}

/** Whether the text begins like a dump: with its comment, or with a statement that a dump begins with. */
function looksLikeSql(head: string): boolean {
  return (
    /^-- (?:MySQL|MariaDB|PostgreSQL database) dump/m.test(head.slice(0, 512)) ||
    /^\s*(?:INSERT INTO\s+\S+\s*(?:\([^()]*\)\s*)?VALUES\s*\(|CREATE TABLE\s[^;]*\()/i.test(head)
  );
}
