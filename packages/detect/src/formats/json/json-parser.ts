import { RecordField } from '../record-field.ts';
import { failFieldCount, maxFields, type ParseFailure } from '../record-parser.ts';
import { JsonShape } from './json-shape.ts';
import { jsonLiteral, jsonString } from './json-style.ts';

const quote = 34;
const comma = 44;
const minus = 45;
const dot = 46;
const zero = 48;
const nine = 57;
const colon = 58;
const openBracket = 91;
const backslash = 92;
const closeBracket = 93;
const openBrace = 123;
const closeBrace = 125;

/** What may come next. */
const value = 0;
const valueOrEnd = 1;
const keyOrEnd = 2;
const key = 3;
const afterKey = 4;
const afterValue = 5;
const done = 6;

const expectations = [
  'a value',
  'a value or ]',
  'a key or }',
  'a key in double quotes',
  'a colon',
  'a comma or the end of the array or object',
  'nothing after the value',
] as const;

/**
 * A parser of RFC 8259 that keeps its state from piece to piece, without recursion. It accepts what `JSON.parse` accepts, but for
 * the limit of depth, and gives the same values; numbers stay as they are written.
 */
export class JsonParser {
  private readonly maxDepth: number;
  private readonly root = JsonShape.root();
  private state = value;
  private depth = 0;
  // The open arrays and objects: shape, path, and the index of the element at hand, or -1 in an object.
  private readonly shapes: JsonShape[] = [];
  private readonly paths: string[] = [];
  private readonly indexes: number[] = [];
  /** What `name` or the like said in each of them, which is what a `value` behind it holds. */
  private readonly labels: (string | undefined)[] = [];
  // The place of the value that comes next.
  private shape = this.root;
  private path = '';
  /** Where a token went wrong, and what was expected there. */
  private failedAt = -1;
  private expected = '';

  constructor(maxDepth: number) {
    this.maxDepth = maxDepth;
  }

  /** Ready for a new value. */
  reset(): void {
    this.state = value;
    this.depth = 0;
    this.shape = this.root;
    this.path = '';
  }

  /** What is missing at the end of the text, if anything is. */
  missing(at: number): ParseFailure | undefined {
    if (this.state === done) return undefined;
    return fail('The text ends too early', expectations[this.state]!, at);
  }

  /** Goes on by a piece of text, which ends between tokens. */
  read(raw: string, from: number, fields: RecordField[]): ParseFailure | undefined {
    const end = raw.length;
    let at = from;
    while (at < end) {
      const c = raw.charCodeAt(at);
      if (c === 32 || c === 10 || c === 13 || c === 9) {
        at += 1;
        continue;
      }
      if (c === closeBrace || c === closeBracket) {
        if (!this.mayClose(c)) return this.failState(at);
        this.depth -= 1;
        this.state = this.depth === 0 ? done : afterValue;
        at += 1;
        continue;
      }
      switch (this.state) {
        case afterValue:
          if (c !== comma) return this.failState(at);
          this.state = this.nextPlace() ? value : key;
          at += 1;
          break;
        case afterKey:
          if (c !== colon) return this.failState(at);
          this.state = value;
          at += 1;
          break;
        case key:
        case keyOrEnd: {
          if (c !== quote) return this.failState(at);
          const tokenEnd = this.findStringEnd(raw, at);
          if (tokenEnd < 0) return this.failToken();
          if (fields.length >= maxFields) return failFieldCount(at);
          this.enterMember(raw, at, tokenEnd, fields);
          this.state = afterKey;
          at = tokenEnd;
          break;
        }
        case value:
        case valueOrEnd: {
          if (c === openBrace || c === openBracket) {
            if (this.depth === this.maxDepth) return failDepth(this.maxDepth, at);
            this.open(c === openBracket);
            at += 1;
            break;
          }
          if (fields.length >= maxFields) return failFieldCount(at);
          const tokenEnd = this.readScalar(raw, at, c, fields);
          if (tokenEnd === 0) return this.failState(at);
          if (tokenEnd < 0) return this.failToken();
          this.state = this.depth === 0 ? done : afterValue;
          at = tokenEnd;
          break;
        }
        default:
          return this.failState(at);
      }
    }
    return undefined;
  }

  private open(isArray: boolean): void {
    const { depth, shape, path } = this;
    this.shapes[depth] = shape;
    this.paths[depth] = path;
    this.indexes[depth] = isArray ? 0 : -1;
    this.labels[depth] = undefined;
    this.depth = depth + 1;
    if (isArray) {
      this.shape = shape.element();
      this.path = `${path}/0`;
      this.state = valueOrEnd;
    } else {
      this.state = keyOrEnd;
    }
  }

  /** Whether this bracket closes what is open. */
  private mayClose(bracket: number): boolean {
    const { state } = this;
    if (state !== afterValue) {
      return bracket === closeBrace ? state === keyOrEnd : state === valueOrEnd;
    }
    return bracket === (this.indexes[this.depth - 1]! < 0 ? closeBrace : closeBracket);
  }

  /** After a comma: whether the next is an element of an array, whose place is set then. */
  private nextPlace(): boolean {
    const top = this.depth - 1;
    if (this.indexes[top]! < 0) return false;
    const index = this.indexes[top]! + 1;
    this.indexes[top] = index;
    this.shape = this.shapes[top]!.element();
    this.path = `${this.paths[top]!}/${index}`;
    return true;
  }

  private enterMember(raw: string, start: number, end: number, fields: RecordField[]): void {
    const top = this.depth - 1;
    const parent = this.shapes[top]!;
    const name = readString(raw, start, end);
    this.shape = parent.member(name);
    this.path = this.paths[top]! + this.shape.segment;
    if (this.shape.isKeyData) {
      const { path } = this;
      fields.push(new RecordField('key', path, parent.name, name, start, end, raw, jsonString));
    }
  }

  /** The end of the string, number or word that begins here, which becomes a field; 0 where none begins, -1 where it is wrong. */
  private readScalar(raw: string, at: number, c: number, fields: RecordField[]): number {
    const { path, shape } = this;
    if (c === quote) {
      const end = this.findStringEnd(raw, at);
      if (end < 0) return -1;
      const text = readString(raw, at, end);
      const label = this.labelOf(text);
      fields.push(
        new RecordField('string', path, shape.name, text, at, end, raw, jsonString, label),
      );
      return end;
    }
    const isNumber = c === minus || (c >= zero && c <= nine);
    const end = isNumber ? this.findNumberEnd(raw, at) : findWordEnd(raw, at);
    if (end <= 0) return end;
    const text = raw.slice(at, end);
    const kind = isNumber ? 'number' : text === 'null' ? 'null' : 'boolean';
    const label = this.labelOf(undefined);
    fields.push(new RecordField(kind, path, shape.name, text, at, end, raw, jsonLiteral, label));
    return end;
  }

  /** What a sibling said that the value at hand is; remembers the value where it says so of others. */
  private labelOf(text: string | undefined): string | undefined {
    const { role } = this.shape;
    if (role === undefined || this.depth === 0) return undefined;
    if (role === 'value') return this.labels[this.depth - 1];
    this.labels[this.depth - 1] = text;
    return undefined;
  }

  private findStringEnd(raw: string, start: number): number {
    const end = raw.length;
    for (let at = start + 1; at < end; at += 1) {
      const c = raw.charCodeAt(at);
      if (c === quote) return at + 1;
      if (c < 32) return this.failAt(at, 'an escape in place of a control character');
      if (c !== backslash) continue;
      at += 1;
      const letter = raw.charCodeAt(at);
      if (letter === 117) {
        for (let digit = 1; digit <= 4; digit += 1) {
          if (!isHex(raw.charCodeAt(at + digit))) {
            return this.failAt(Math.min(at + digit, end), 'four hexadecimal digits');
          }
        }
        at += 4;
      } else if (!isSimpleEscape(letter)) {
        return this.failAt(Math.min(at, end), 'an escape of JSON');
      }
    }
    return this.failAt(end, 'a closing "');
  }

  private findNumberEnd(raw: string, start: number): number {
    let at = raw.charCodeAt(start) === minus ? start + 1 : start;
    if (raw.charCodeAt(at) === zero) at += 1;
    else {
      at = skipDigits(raw, at);
      if (!isDigit(raw.charCodeAt(at - 1))) return this.failAt(at, 'a digit');
    }
    if (raw.charCodeAt(at) === dot) {
      const digits = at + 1;
      at = skipDigits(raw, digits);
      if (at === digits) return this.failAt(at, 'a digit');
    }
    if ((raw.charCodeAt(at) | 32) === 101) {
      const sign = raw.charCodeAt(at + 1);
      const digits = sign === 43 || sign === minus ? at + 2 : at + 1;
      at = skipDigits(raw, digits);
      if (at === digits) return this.failAt(at, 'a digit');
    }
    return at;
  }

  private failAt(at: number, expected: string): -1 {
    this.failedAt = at;
    this.expected = expected;
    return -1;
  }

  private failState(at: number): ParseFailure {
    return fail('Not JSON', expectations[this.state]!, at);
  }

  private failToken(): ParseFailure {
    return fail('Not JSON', this.expected, this.failedAt);
  }
}

function fail(message: string, expected: string, at: number): ParseFailure {
  return { code: 'json-syntax', message, expected, at };
}

function failDepth(maxDepth: number, at: number): ParseFailure {
  const message = `Nested deeper than ${maxDepth}`;
  return { code: 'json-depth', message, expected: `at most ${maxDepth} levels`, at };
}

function readString(raw: string, start: number, end: number): string {
  const content = raw.slice(start + 1, end - 1);
  return content.includes('\\') ? (JSON.parse(raw.slice(start, end)) as string) : content;
}

function findWordEnd(raw: string, at: number): number {
  for (const word of ['true', 'false', 'null']) {
    if (raw.startsWith(word, at)) return at + word.length;
  }
  return 0;
}

function isDigit(c: number): boolean {
  return c >= zero && c <= nine;
}

function skipDigits(raw: string, from: number): number {
  let at = from;
  while (isDigit(raw.charCodeAt(at))) at += 1;
  return at;
}

function isHex(c: number): boolean {
  const lower = c | 32;
  return isDigit(c) || (lower >= 97 && lower <= 102);
}

function isSimpleEscape(c: number): boolean {
  return (
    c === quote ||
    c === backslash ||
    c === 47 || // /
    c === 98 || // b
    c === 102 || // f
    c === 110 || // n
    c === 114 || // r
    c === 116 // t
  );
}
