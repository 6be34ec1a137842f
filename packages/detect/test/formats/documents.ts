import type { DocumentFormat } from '@yushu/detect/formats';
import fc from 'fast-check';

function soup(pieces: readonly string[]): fc.Arbitrary<string> {
  return fc
    .array(
      fc.oneof(
        { weight: 9, arbitrary: fc.constantFrom(...pieces) },
        { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
      ),
      {
        maxLength: 60,
      },
    )
    .map((parts) => parts.join(''));
}

const csvPieces = [
  'a',
  '手机',
  '1',
  '"',
  '""',
  ',',
  '\t',
  '\n',
  '\r',
  '\r\n',
  '\uFEFF',
  ' ',
  '😀',
  '=',
  '"x,y"',
  '"l\nm"',
];
const jsonPieces = [
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '"a"',
  '"手机":',
  '"k1"',
  '1',
  '-0.5e+3',
  '12345678901234567890',
  'true',
  'null',
  '"\\u00e9\\n"',
  '"',
  '\\',
  '\n',
  ' ',
  '\r\n',
  '{"a":[1,{"b":"x"}]}',
  '\uFEFF',
  '\u0001',
];
const sqlPieces = [
  'INSERT INTO t (a,b) VALUES ',
  'INSERT INTO `t` VALUES ',
  "(1,'x')",
  ',',
  ';',
  '\n',
  "'",
  "''",
  "\\'",
  '"',
  '`',
  '--',
  '/*',
  '*/',
  '#',
  'COPY t (a,b) FROM stdin;\n',
  '1\t2\n',
  '\\.\n',
  '\\N',
  '\t',
  '(',
  ')',
  "E'a\\n'",
  '$$',
  '$q$',
  'NULL',
  ' ',
  '\r\n',
  'CREATE TABLE t (a int, b text);',
  'SET search_path = x;',
  'ON DUPLICATE KEY UPDATE a=VALUES(a)',
  '😀',
  "_utf8mb4'é'",
];

/** Documents of each format: well-formed parts in any order, so that most are broken somewhere. */
export const brokenDocuments: Readonly<Record<DocumentFormat, fc.Arbitrary<string>>> = {
  csv: soup(csvPieces),
  tsv: soup(csvPieces),
  json: soup(jsonPieces),
  ndjson: soup(jsonPieces),
  sql: soup(sqlPieces),
};

/** Texts as values hold them, with everything that formats must escape. */
export const cellTexts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom(
    '',
    '13800138000',
    '张三',
    'a"b',
    '""',
    "it's",
    "''",
    'C:\\',
    '\\N',
    '\\.',
    'x,y',
    'a\nb',
    '\r',
    '\t',
    '-1.5',
    'null',
    '\uFEFF',
    '😀',
    '\0',
    '\x1A',
  ),
);
