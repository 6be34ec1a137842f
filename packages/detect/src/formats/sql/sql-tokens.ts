import type { SqlDialect } from './sql-dialect.ts';

/** What a token is. `string` includes a prefix such as `E`, `N` or `_utf8mb4`. */
export type SqlTokenKind = 'word' | 'string' | 'name' | 'number' | 'sign' | 'end' | 'unclosed';

/** Walks over the tokens of one record, without comments and spaces. The token at hand is in the fields. */
export class SqlTokens {
  kind: SqlTokenKind = 'end';
  start = 0;
  end = 0;
  /** Of a string or name: the quote. */
  quote = '';
  private readonly raw: string;
  private readonly dialect: SqlDialect | undefined;
  private at = 0;

  constructor(raw: string, dialect: SqlDialect | undefined) {
    this.raw = raw;
    this.dialect = dialect;
  }

  /** Goes to the next token and gives its kind. */
  next(): SqlTokenKind {
    const { raw } = this;
    const isAfterSign = this.kind === 'sign' || this.kind === 'end';
    this.at = this.skipSpace(this.at);
    this.start = this.at;
    const c = raw[this.at];
    if (c === undefined) return this.finish('end', this.at);
    if (c === "'" || c === '"' || c === '`') return this.readQuoted(this.at, false);
    const pattern = isAfterSign ? signedNumber : plainNumber;
    pattern.lastIndex = this.at;
    if (pattern.test(raw)) return this.finish('number', pattern.lastIndex);
    wordPattern.lastIndex = this.at;
    if (!wordPattern.test(raw)) return this.finish('sign', this.at + 1);
    const end = wordPattern.lastIndex;
    const isPrefix = raw[end] === "'" && /^(?:e|n|_\w+)$/i.test(raw.slice(this.at, end));
    if (!isPrefix) return this.finish('word', end);
    return this.readQuoted(end, /^e$/i.test(raw.slice(this.at, end)));
  }

  /** The text of the token. */
  get text(): string {
    return this.raw.slice(this.start, this.end);
  }

  private finish(kind: SqlTokenKind, end: number): SqlTokenKind {
    this.kind = kind;
    this.end = end;
    this.at = end;
    return kind;
  }

  private readQuoted(from: number, hasCEscapes: boolean): SqlTokenKind {
    const { raw } = this;
    const quote = raw[from]!;
    this.quote = quote;
    const isName = quote === '`' || (quote === '"' && this.dialect === 'standard');
    const escapes = !isName && (this.dialect !== 'standard' || hasCEscapes);
    for (let at = from + 1; at < raw.length; at += 1) {
      const c = raw[at];
      if (c === '\\' && escapes) at += 1;
      else if (c === quote) {
        if (raw[at + 1] !== quote) return this.finish(isName ? 'name' : 'string', at + 1);
        at += 1;
      }
    }
    return this.finish('unclosed', raw.length);
  }

  private skipSpace(from: number): number {
    const { raw } = this;
    let at = from;
    for (;;) {
      const c = raw[at];
      if (c === ' ' || c === '\n' || c === '\t' || c === '\r') at += 1;
      else if ((c === '-' && raw[at + 1] === '-') || (c === '#' && this.dialect !== 'standard')) {
        const end = raw.indexOf('\n', at);
        at = end < 0 ? raw.length : end + 1;
      } else if (c === '/' && raw[at + 1] === '*') {
        const end = raw.indexOf('*/', at + 2);
        at = end < 0 ? raw.length : end + 2;
      } else return at;
    }
  }
}

const wordPattern = /[\p{L}_@][\p{L}\p{N}_$@]*/uy;
const plainNumber = /(?:\d|\.\d)[\w.]*(?<=[eE])[+-]\d+|(?:\d|\.\d)[\w.]*/y;
const signedNumber = /[+-]?(?:\d|\.\d)[\w.]*(?<=[eE])[+-]\d+|[+-]?(?:\d|\.\d)[\w.]*/y;
