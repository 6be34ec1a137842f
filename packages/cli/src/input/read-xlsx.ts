import { appendPointer } from '@yushu/core';
import type { ExtractedPiece } from './extracted-text.ts';
import type { OfficeArchive } from './office-archive.ts';
import { readWholeXml, readXml } from './read-xml.ts';

/** Shared strings are held in memory up to so many characters; no more than that is read. */
const maxSharedLength = 33_554_432;

/** A sheet of a workbook. */
interface Sheet {
  readonly name: string;
  readonly part: string;
}

/** What a workbook says that cannot be read in full. */
export type ReportWorkbook = (message: string) => void;

async function readSheets(archive: OfficeArchive): Promise<Sheet[]> {
  const targets = new Map<string, string>();
  await readWholeXml(archive.read('xl/_rels/workbook.xml.rels'), {
    open: (name, attributes) => {
      if (name === 'Relationship') targets.set(attributes['Id'] ?? '', attributes['Target'] ?? '');
    },
    text: () => {},
    close: () => {},
  });
  const sheets: Sheet[] = [];
  await readWholeXml(archive.read('xl/workbook.xml'), {
    open: (name, attributes) => {
      if (name !== 'sheet') return;
      // Its prefix is mostly r, but need not be.
      const key = Object.keys(attributes).find((one) => one.endsWith(':id'));
      const target = targets.get(attributes[key ?? ''] ?? '') ?? '';
      const part = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
      sheets.push({ name: attributes['name'] ?? '', part });
    },
    text: () => {},
    close: () => {},
  });
  return sheets;
}

async function readSharedStrings(
  archive: OfficeArchive,
  report: ReportWorkbook,
): Promise<string[]> {
  const strings: string[] = [];
  let text = '';
  let length = 0;
  let isText = false;
  let isPhonetic = false;
  const xml = readXml(archive.read('xl/sharedStrings.xml'), {
    open: (name) => {
      if (name === 'si') text = '';
      isText = name === 't' && !isPhonetic;
      if (name === 'rPh') isPhonetic = true;
    },
    text: (part) => {
      if (isText) text += part;
    },
    close: (name) => {
      isText = false;
      if (name === 'rPh') isPhonetic = false;
      if (name !== 'si') return;
      length += text.length;
      strings.push(text);
    },
  });
  for await (const _ of xml) {
    if (length <= maxSharedLength) continue;
    report('the workbook holds too many strings: cells beyond them were not read');
    break;
  }
  return strings;
}

/** A number as it is shown: a phone number that is stored as a number has no exponent. */
function writeNumber(value: string): string {
  const number = Number(value);
  return /e/i.test(value) && Number.isSafeInteger(number) ? String(number) : value;
}

/** Gathers the cells of one sheet. */
class SheetReader {
  pieces: ExtractedPiece[] = [];
  private readonly sheet: string;
  private readonly strings: readonly string[];
  /** Names of columns by their letters: the texts of the first row that has any. */
  private readonly names = new Map<string, string>();
  private headerRow: string | undefined;
  private row = '';
  private reference = '';
  private type = '';
  private text = '';
  private isText = false;
  private isFirst = true;
  private rowCount = 0;
  private columnCount = 0;

  constructor(sheet: string, strings: readonly string[]) {
    this.sheet = appendPointer('', sheet);
    this.strings = strings;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'row') {
      this.rowCount += 1;
      this.columnCount = 0;
      this.row = attributes['r'] ?? String(this.rowCount);
      this.isFirst = true;
    } else if (name === 'c') {
      this.columnCount += 1;
      this.reference = attributes['r'] ?? `${this.columnCount}:${this.row}`;
      this.type = attributes['t'] ?? 'n';
      this.text = '';
    }
    this.isText = name === 'v' || name === 't';
  }

  read(text: string): void {
    if (this.isText) this.text += text;
  }

  close(name: string): void {
    this.isText = false;
    if (name === 'c') this.endCell();
    else if (name === 'row' && !this.isFirst) this.pieces.push({ kind: 'text', text: '\n' });
  }

  private endCell(): void {
    const text =
      this.type === 's'
        ? (this.strings[Number(this.text)] ?? '')
        : this.type === 'n'
          ? writeNumber(this.text)
          : this.text;
    if (text === '' || this.type === 'b' || this.type === 'e') return;
    this.headerRow ??= this.row;
    const column = this.reference.replace(/\d+$/, '');
    const isHeader = this.headerRow === this.row;
    if (isHeader) this.names.set(column, text);
    if (!this.isFirst) this.pieces.push({ kind: 'text', text: '\t' });
    this.isFirst = false;
    const name = isHeader ? undefined : this.names.get(column);
    const path = appendPointer(this.sheet, this.reference);
    this.pieces.push({ kind: 'cell', cell: { text, name, path } });
  }
}

/**
 * The cells of a workbook (ECMA-376 part 1, section 18), sheet by sheet, with the texts of each sheet's first row as names of its
 * columns; then the comments. In the extracted text, a tab stands between cells and a line end after rows.
 */
export async function* readXlsx(
  archive: OfficeArchive,
  report: ReportWorkbook,
): AsyncGenerator<ExtractedPiece[]> {
  const sheets = await readSheets(archive);
  const strings = await readSharedStrings(archive, report);
  for (const { name, part } of sheets) {
    const reader = new SheetReader(name, strings);
    const xml = readXml(archive.read(part), {
      open: (element, attributes) => reader.open(element, attributes),
      text: (text) => reader.read(text),
      close: (element) => reader.close(element),
    });
    for await (const _ of xml) {
      if (reader.pieces.length > 0) yield reader.pieces;
      reader.pieces = [];
    }
  }
  for (const part of archive.names.filter((one) => /^xl\/comments\d*\.xml$/.test(one))) {
    const texts: string[] = [];
    await readWholeXml(archive.read(part), {
      open: () => {},
      text: (text) => void texts.push(text),
      close: (element) => {
        if (element === 'comment') texts.push('\n');
      },
    });
    yield [{ kind: 'text', text: texts.join('') }];
  }
}
