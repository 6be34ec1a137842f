import type { FieldStyle } from '../field-style.ts';

/** How a string writes what it cannot hold as it is. */
export type SqlEscapes =
  /** Only the quote, doubled. */
  | 'none'
  /** MySQL Reference Manual, section 11.1.1. */
  | 'mysql'
  /** PostgreSQL manual, section 4.1.2.2. */
  | 'c';

const backslash = 92;

const mysqlEscapes: Readonly<Record<string, string>> = {
  '0': '\0',
  b: '\b',
  n: '\n',
  r: '\r',
  t: '\t',
  Z: '\x1A',
  // The backslash stays: it matters to LIKE.
  '%': '\\%',
  _: '\\_',
};

const cEscapes: Readonly<Record<string, string>> = {
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

const cEscape = /[0-7]{1,3}|x[0-9a-fA-F]{1,2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}/y;

/** Position after the escape of PostgreSQL that begins here: `\n`, `\101`, `\x41`, `\u4e00`, `\U0001f600`. */
function cEscapeEnd(raw: string, position: number): number {
  cEscape.lastIndex = position + 1;
  return cEscape.test(raw) ? cEscape.lastIndex : position + 2;
}

/** What an escape of PostgreSQL stands for. Bytes beyond ASCII count as Latin-1. */
function readCEscape(written: string): string {
  const plain = cEscapes[written];
  if (plain !== undefined) return plain;
  if (/^[0-7]/.test(written)) return String.fromCharCode(Number.parseInt(written, 8) & 255);
  const code = Number.parseInt(written.slice(1), 16);
  if (written.length > 1 && code <= 0x10ffff) return String.fromCodePoint(code);
  return written;
}

/** A string in quotes. A prefix such as `E` or `_utf8mb4` stays. */
export function createSqlString(quote: string, escapes: SqlEscapes): FieldStyle {
  const quoteCode = quote.charCodeAt(0);
  return {
    contentStart: (raw, rawStart) => raw.indexOf(quote, rawStart) + 1,
    contentEnd: (_raw, rawEnd) => rawEnd - 1,
    unitEnd(raw, position) {
      const c = raw.charCodeAt(position);
      if (c === quoteCode) return position + 2;
      if (c !== backslash || escapes === 'none') return position + 1;
      return escapes === 'mysql' ? position + 2 : cEscapeEnd(raw, position);
    },
    unitText(raw, position, end) {
      if (raw.charCodeAt(position) === quoteCode) return quote;
      const written = raw.slice(position + 1, end);
      return escapes === 'mysql' ? (mysqlEscapes[written] ?? written) : readCEscape(written);
    },
    encode: (text, old) => old.slice(0, old.indexOf(quote)) + quoteSql(text, quote, escapes),
  };
}

function quoteSql(text: string, quote: string, escapes: SqlEscapes): string {
  const doubled = text.replaceAll(quote, quote + quote);
  if (escapes === 'none') return quote + doubled + quote;
  return (
    quote +
    doubled.replace(/[\\\n\r]/g, (c) => (c === '\\' ? '\\\\' : c === '\n' ? '\\n' : '\\r')) +
    quote
  );
}

const identity: FieldStyle = {
  contentStart: (_raw, rawStart) => rawStart,
  contentEnd: (_raw, rawEnd) => rawEnd,
  unitEnd: (_raw, position) => position + 1,
  unitText: (raw, position) => raw[position]!,
  encode: (text) => text,
};

/** A whole statement. */
export const sqlStatement: FieldStyle = identity;

/** A number, NULL, TRUE or an expression: stays one where the new text is a literal of the same kind, else becomes a string. */
export function createSqlLiteral(escapes: SqlEscapes): FieldStyle {
  return {
    ...identity,
    encode: (text, old) =>
      text === old || (isNumber(old) && isNumber(text)) ? text : quoteSql(text, "'", escapes),
  };
}

/** Whether an SQL literal is a plain decimal number. */
export function isNumber(text: string): boolean {
  return /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/.test(text);
}

/** A value of the text format of COPY, PostgreSQL manual, "COPY", section "Text Format". */
export const copyText: FieldStyle = {
  ...identity,
  unitEnd: (raw, position, end) =>
    raw.charCodeAt(position) === backslash && position + 1 < end
      ? cEscapeEnd(raw, position)
      : position + 1,
  unitText: (raw, position, end) => readCEscape(raw.slice(position + 1, end)),
  encode: (text) =>
    text.replace(/[\\\b\f\n\r\t\v]/g, (c) => {
      const letter = Object.entries(cEscapes).find(([, meaning]) => meaning === c)?.[0];
      return `\\${letter ?? c}`;
    }),
};

/** `\N`, the null of COPY. */
export const copyNull: FieldStyle = {
  ...identity,
  encode: (text, old) => (text === old ? text : copyText.encode(text, old)),
};
