import fc from 'fast-check';

function withCheckDigit(first17: string): string {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, index) => total + weight * Number(first17[index]), 0);
  return first17 + '10X98765432'[sum % 11];
}

const digits = (length: number) =>
  fc.integer({ min: 0, max: 10 ** length - 1 }).map((n) => String(n).padStart(length, '0'));

/** Sensitive values that the detectors find. */
export const sensitive = fc.oneof(
  fc.tuple(fc.constantFrom('138', '139', '150', '188'), digits(8)).map((parts) => parts.join('')),
  fc
    .tuple(
      fc.constantFrom('110101', '310104', '440305'),
      fc.integer({ min: 1950, max: 2005 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 28 }),
      // 000 is never given out (GB 11643-1999 section 3.4), and is no identity number.
      digits(3).filter((order) => order !== '000'),
    )
    .map(([area, year, month, day, order]) =>
      withCheckDigit(
        `${area}${year}${String(month).padStart(2, '0')}${String(day).padStart(2, '0')}${order}`,
      ),
    ),
  fc
    .tuple(fc.stringMatching(/^[qxz]{4,9}$/), fc.constantFrom('example.com', 'qq.com', '163.com'))
    .map((parts) => parts.join('@')),
);

/** Text of many scripts and signs, short and awkward. */
const awkward = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom(
    '',
    ' ',
    ',',
    '"',
    '""',
    "'",
    '\\',
    '\n',
    '\r\n',
    '\t',
    ';',
    '=1+1',
    '-',
    '[',
    ']',
  ),
  fc.constantFrom(
    '电话：',
    '客户张伟，',
    '身份证 ',
    'call me ',
    '[BLOCKED]',
    'ysk',
    'null',
    '１３８',
  ),
);

/** A value: awkward text, sensitive text, or both. */
export const cellText = fc
  .array(fc.oneof({ weight: 3, arbitrary: awkward }, { weight: 1, arbitrary: sensitive }), {
    maxLength: 4,
  })
  .map((parts) => parts.join(''))
  .filter((text) => !text.includes('ysk1.'));

const columnName = fc.constantFrom(
  'name',
  'phone',
  '手机号',
  'salary',
  '备注',
  'id',
  '身份证号',
  'note',
);
const lineEnd = fc.constantFrom('\n', '\r\n');

function csvCell(delimiter: string) {
  return fc.tuple(cellText, fc.boolean()).map(([text, quoted]) => {
    const mustQuote = text.includes(delimiter) || /["\r\n\uFEFF]/.test(text) || text === '';
    return quoted || mustQuote ? `"${text.replaceAll('"', '""')}"` : text;
  });
}

/** A table, with or without a last line end, whose header sometimes holds data itself. */
export function table(delimiter: string): fc.Arbitrary<string> {
  const names = fc.uniqueArray(
    fc.oneof({ weight: 9, arbitrary: columnName }, { weight: 1, arbitrary: sensitive }),
    {
      minLength: 1,
      maxLength: 5,
    },
  );
  return names.chain((header) =>
    fc
      .record({
        rows: fc.array(
          fc.array(csvCell(delimiter), { minLength: header.length, maxLength: header.length }),
          { maxLength: 6 },
        ),
        end: lineEnd,
        last: fc.boolean(),
      })
      .map(({ rows, end, last }) => {
        const lines = [header, ...rows].map((cells) => cells.join(delimiter));
        return lines.join(end) + (last ? end : '');
      }),
  );
}

/** JSON text of a string, in one of the ways in which it can be written. */
const jsonString = fc.tuple(cellText, fc.integer({ min: 0, max: 3 })).map(([text, style]) => {
  const plain = JSON.stringify(text);
  if (style === 0) return plain;
  return `"${Array.from(plain.slice(1, -1).matchAll(/\\u[0-9a-f]{4}|\\.|[\s\S]/g), ([unit]) =>
    unit.length === 1 && (style === 1 ? unit > '~' : unit === '/' || unit === '1')
      ? `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
      : unit,
  ).join('')}"`;
});

const jsonNumber = fc.oneof(
  fc.constantFrom('0', '-0', '1.0', '1e5', '1E+2', '-12.50', '13800138000', '12345678901234567890'),
  fc.integer().map(String),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => JSON.stringify(n)),
);

const jsonKey = fc.oneof(
  { weight: 6, arbitrary: columnName.map((name) => JSON.stringify(name)) },
  { weight: 1, arbitrary: jsonString },
  { weight: 1, arbitrary: sensitive.map((text) => JSON.stringify(text)) },
);

const space = fc.constantFrom('', '', ' ', '  ');

/** JSON text with its own spaces; keys may repeat. */
const jsonText: fc.Arbitrary<string> = fc.letrec<{ value: string }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    fc.oneof(jsonString, jsonNumber, fc.constantFrom('true', 'false', 'null')),
    fc
      .tuple(fc.array(tie('value'), { maxLength: 3 }), space)
      .map(([items, gap]) => `[${gap}${items.join(`,${gap}`)}]`),
    fc
      .tuple(
        fc.uniqueArray(fc.tuple(jsonKey, tie('value')), {
          maxLength: 4,
          selector: ([key]) => JSON.parse(key) as string,
        }),
        space,
      )
      .map(
        ([members, gap]) =>
          `{${gap}${members.map(([key, value]) => `${key}${gap}:${gap}${value}`).join(',')}}`,
      ),
  ),
})).value;

const blankLine = fc.constantFrom('\n', ' \n', '\r\n');

/** Lines of JSON, with blank ones between. */
export const ndjson = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.tuple(jsonText, lineEnd).map((parts) => parts.join('')) },
      { weight: 1, arbitrary: blankLine },
    ),
    {
      maxLength: 6,
    },
  )
  .map((lines) => lines.join(''));

/** One JSON document. */
export const json = fc.tuple(space, jsonText, space).map((parts) => parts.join(''));

/** Lines of running text. */
export const text = fc
  .array(
    fc.tuple(cellText, lineEnd).map((parts) => parts.join('')),
    { maxLength: 6 },
  )
  .chain((lines) => cellText.map((last) => lines.join('') + last));

const sqlString = fc
  .tuple(cellText, fc.constantFrom('', 'E', 'N'))
  .map(([value, prefix]) => `${prefix}'${value.replaceAll('\\', '').replaceAll("'", "''")}'`);

const sqlValue = fc.oneof(
  { weight: 4, arbitrary: sqlString },
  fc.constantFrom('NULL', 'null', 'TRUE', '1.50', '-3', '13800138000', 'now()', "concat('a', 'b')"),
);

/** A dump with INSERT statements of several rows, comments and other statements. */
export const sql = fc
  .array(
    fc.oneof(
      fc
        .tuple(
          fc.array(fc.tuple(sqlValue, sqlValue, sqlValue), { minLength: 1, maxLength: 4 }),
          fc.constantFrom(',', ',\n', ', /* next */ '),
        )
        .map(
          ([rows, between]) =>
            `INSERT INTO customers (name, phone, salary) VALUES ${rows.map((row) => `(${row.join(', ')})`).join(between)};\n`,
        ),
      sensitive.map((value) => `-- ask ${value}\n`),
      fc.constantFrom(
        'SELECT 1;\n',
        '\n',
        'CREATE TABLE customers (name text, phone text, salary text);\n',
      ),
    ),
    { maxLength: 5 },
  )
  .map((statements) => statements.join(''));
