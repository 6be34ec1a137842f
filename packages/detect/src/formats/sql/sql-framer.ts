import type { Framer } from '../framer.ts';
import type { SqlDialect } from './sql-dialect.ts';

const tab = 9;
const lf = 10;
const cr = 13;
const space = 32;
const doubleQuote = 34;
const hash = 35;
const dollar = 36;
const singleQuote = 39;
const open = 40;
const close = 41;
const star = 42;
const comma = 44;
const minus = 45;
const slash = 47;
const semicolon = 59;
const openBracket = 91;
const backslash = 92;
const backtick = 96;

/** Keywords are shorter than this. */
const maxWordLength = 24;

/** What the lexer is in. */
type Lexis = 'code' | 'quoted' | 'line-comment' | 'block-comment' | 'dollar-tag' | 'dollar';

/** What the framer waits for after the record's own last character. */
type Tail =
  | 'none'
  /** After a row: a comma or semicolon belongs to it, anything else begins the next record. */
  | 'row'
  /** After a comma or semicolon: spaces and one line end belong to it. */
  | 'line'
  /** After the CR of that line end. */
  | 'cr';

/** What a record is. */
export type SqlRecordKind = 'statement' | 'row' | 'copy-row' | 'copy-end';

/**
 * Cuts an SQL dump into statements, the rows of `INSERT … VALUES`, and the lines of `COPY … FROM stdin`. Quotes, comments and
 * dollar quotes are passed over.
 */
export class SqlFramer implements Framer {
  /** Undecided counts as `mysql`: a backslash before a quote is more common than one at the end of a string. */
  dialect: SqlDialect | undefined;
  private recordKind: SqlRecordKind = 'statement';
  private isNew = true;
  private lexis: Lexis = 'code';
  private tail: Tail = 'none';
  /** The quote that closes. */
  private quote = 0;
  private escapes = false;
  private escaped = false;
  private previous = space;
  private beforePrevious = space;
  private depth = 0;
  private word = '';
  /** First keyword of the statement; `rows` once it has given rows and goes on with something else. */
  private verb = '';
  private lastWord = '';
  /** After `VALUES`: each parenthesis at depth 0 is a row. */
  private inRows = false;
  private sawRow = false;
  private inCopy = false;
  private copyLine = '';
  private dollarTag = '';
  private dollarSeen: string | undefined;

  /** What the record that `next` found last is, or the one that the document ends in. */
  get kind(): SqlRecordKind {
    return this.inRows && this.depth > 0 ? 'row' : this.recordKind;
  }

  /** Whether the record that goes on now belongs to rows of data. */
  get isInRows(): boolean {
    return this.inRows || this.inCopy;
  }

  /** Whether the lines of a COPY go on. */
  get isInCopy(): boolean {
    return this.inCopy;
  }

  /** Whether the document ends in quotes or a comment. */
  get isUnclosed(): boolean {
    return this.lexis !== 'code' && this.lexis !== 'line-comment';
  }

  next(chunk: string, from: number): number {
    if (this.isNew) this.recordKind = this.inCopy ? 'copy-row' : 'statement';
    const end =
      this.inCopy && this.tail === 'none'
        ? this.nextCopyLine(chunk, from)
        : this.nextStatement(chunk, from);
    this.isNew = end >= 0;
    return end;
  }

  private nextStatement(chunk: string, from: number): number {
    for (let at = from; at < chunk.length; at += 1) {
      const c = chunk.charCodeAt(at);
      if (this.tail !== 'none') {
        const end = this.readTail(c, at);
        if (end >= 0) return end;
        continue;
      }
      switch (this.lexis) {
        case 'code':
          this.readCode(c);
          break;
        case 'quoted':
          at = this.readQuoted(chunk, at);
          break;
        case 'line-comment':
          at = chunk.indexOf('\n', at);
          if (at < 0) return -1;
          this.lexis = 'code';
          this.previous = space;
          break;
        case 'block-comment':
          if (c === slash && this.previous === star) this.lexis = 'code';
          this.previous = this.lexis === 'code' ? space : c;
          break;
        case 'dollar-tag':
          this.readDollarTag(c);
          break;
        default:
          this.readDollar(c);
      }
    }
    return -1;
  }

  private readCode(c: number): void {
    if (this.depth === 0 && isWordCharacter(c)) {
      if (this.word.length < maxWordLength) this.word += String.fromCharCode(c | 32);
      this.beforePrevious = this.previous;
      this.previous = c;
      return;
    }
    if (this.word !== '') this.endWord();
    const { previous, beforePrevious } = this;
    this.beforePrevious = previous;
    this.previous = c;
    switch (c) {
      case singleQuote:
        this.openQuote(
          c,
          this.dialect !== 'standard' ||
            ((previous | 32) === 101 && !isWordCharacter(beforePrevious)),
        );
        break;
      case doubleQuote:
        // In a head, double quotes hold names: a sign of the standard.
        if (this.verb !== '' && !this.inRows) this.dialect ??= 'standard';
        this.openQuote(c, this.dialect !== 'standard');
        break;
      case backtick:
        this.dialect ??= 'mysql';
        this.openQuote(c, false);
        break;
      case openBracket:
        if (this.verb === 'insert' && !this.inRows) this.dialect ??= 'standard';
        break;
      case minus:
        if (previous === minus) this.lexis = 'line-comment';
        break;
      case hash:
        if (this.dialect !== 'standard') this.lexis = 'line-comment';
        break;
      case star:
        if (previous === slash) {
          this.lexis = 'block-comment';
          this.previous = space;
        }
        break;
      case dollar:
        if (this.dialect === 'standard') {
          this.lexis = 'dollar-tag';
          this.dollarTag = '';
        }
        break;
      case open:
        this.depth += 1;
        break;
      case close:
        if (this.depth > 0) this.depth -= 1;
        if (this.depth === 0 && this.inRows) {
          this.sawRow = true;
          this.recordKind = 'row';
          this.tail = 'row';
        }
        break;
      case semicolon:
        // A semicolon ends the statement even within parentheses: so a broken row ends with it.
        this.recordKind = this.inRows && this.depth > 0 ? 'row' : 'statement';
        this.endStatement();
        break;
      default:
    }
  }

  private openQuote(quote: number, escapes: boolean): void {
    this.lexis = 'quoted';
    this.quote = quote;
    this.escapes = escapes;
  }

  private readQuoted(chunk: string, from: number): number {
    const { quote, escapes } = this;
    let at = from;
    for (; at < chunk.length; at += 1) {
      const c = chunk.charCodeAt(at);
      if (this.escaped) this.escaped = false;
      else if (c === quote) {
        // A doubled quote closes here and opens again at once.
        this.lexis = 'code';
        this.previous = quote;
        break;
      } else if (c === backslash && escapes) this.escaped = true;
    }
    return at;
  }

  private endWord(): void {
    const { word } = this;
    this.word = '';
    if (this.inRows) {
      // ON DUPLICATE KEY, RETURNING and the like: no more rows.
      if (this.sawRow && word !== 'row') {
        this.inRows = false;
        this.verb = 'rows';
      }
      return;
    }
    if (this.verb === '') this.verb = word === 'replace' ? 'insert' : word;
    else if (this.verb === 'insert' && (word === 'values' || word === 'value')) this.inRows = true;
    else if (this.verb === 'copy' && word === 'stdin' && this.lastWord === 'from') {
      this.verb = 'copy-stdin';
    }
    this.lastWord = word;
  }

  private endStatement(): void {
    this.inCopy = this.verb === 'copy-stdin';
    this.copyLine = '';
    this.tail = 'line';
    this.depth = 0;
    this.verb = '';
    this.lastWord = '';
    this.inRows = false;
    this.sawRow = false;
  }

  /** The end of the record, or -1 where it is not reached. */
  private readTail(c: number, at: number): number {
    if (this.tail === 'row') {
      if (c === space || c === tab || c === lf || c === cr) return -1;
      if (c === comma) this.tail = 'line';
      else if (c === semicolon) this.endStatement();
      else return this.endTail(at);
      return -1;
    }
    if (this.tail === 'cr') return this.endTail(c === lf ? at + 1 : at);
    if (c === space || c === tab) return -1;
    if (c === lf) return this.endTail(at + 1);
    if (c !== cr) return this.endTail(at);
    this.tail = 'cr';
    return -1;
  }

  private endTail(at: number): number {
    this.tail = 'none';
    this.previous = space;
    return at;
  }

  private nextCopyLine(chunk: string, from: number): number {
    const end = chunk.indexOf('\n', from);
    // Only the beginning of the line matters: whether it is the end marker.
    if (this.copyLine.length < 4) {
      this.copyLine += chunk.slice(from, Math.min(end < 0 ? chunk.length : end, from + 4));
    }
    if (end < 0) return -1;
    const isEnd = /^\\\.\r?$/.test(this.copyLine);
    this.recordKind = isEnd ? 'copy-end' : 'copy-row';
    this.copyLine = '';
    if (isEnd) this.inCopy = false;
    return end + 1;
  }

  private readDollarTag(c: number): void {
    if (c === dollar) {
      this.lexis = 'dollar';
      this.dollarSeen = undefined;
    } else if (isWordCharacter(c) && this.dollarTag.length < 64) {
      this.dollarTag += String.fromCharCode(c);
    } else {
      this.lexis = 'code';
      this.readCode(c);
    }
  }

  private readDollar(c: number): void {
    if (c !== dollar) {
      if (this.dollarSeen === undefined) return;
      const seen = this.dollarSeen + String.fromCharCode(c);
      this.dollarSeen = this.dollarTag.startsWith(seen) ? seen : undefined;
    } else if (this.dollarSeen === this.dollarTag) {
      this.lexis = 'code';
      this.previous = space;
    } else {
      this.dollarSeen = '';
    }
  }
}

function isWordCharacter(c: number): boolean {
  const lower = c | 32;
  return (lower >= 97 && lower <= 122) || (c >= 48 && c <= 57) || c === 95;
}
