import { levels } from '@yushu/core';
import writeExcelFile from 'write-excel-file/node';
import type { Catalogue } from '../catalogue/catalogue.ts';
import {
  confidenceNames,
  describeColumn,
  describeRule,
  nameClass,
  nameGrade,
  reasonNames,
} from '../catalogue/names.ts';

/** A cell holds no more characters (ECMA-376, and Excel's own limit). */
const maxCellLength = 32_767;

type Value = string | number | undefined;

const head = (text: string) => ({
  value: text,
  fontWeight: 'bold' as const,
  backgroundColor: '#f2f0ea',
});

// Text is text: what begins with = is no formula.
const cell = (value: Value) =>
  value === undefined
    ? null
    : typeof value === 'number'
      ? { value, type: Number }
      : { value: clean(value), type: String };

/** XML 1.0 holds no other characters. */
function clean(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
    .slice(0, maxCellLength);
}

const sheet = (
  name: string,
  columns: readonly (readonly [title: string, width: number])[],
  rows: readonly (readonly Value[])[],
) => ({
  sheet: name,
  data: [columns.map(([title]) => head(title)), ...rows.map((row) => row.map(cell))],
  columns: columns.map(([, width]) => ({ width })),
  stickyRowsCount: 1,
});

/** The catalogue as a workbook: columns, tables, reasons with their sources. */
export async function writeCatalogueWorkbook(catalogue: Catalogue): Promise<Buffer> {
  const { packs, tables } = catalogue;
  const columns = tables.flatMap((table) =>
    table.columns.map((column, at): Value[] => {
      const { en, zh } = describeColumn(column);
      return [
        table.path,
        table.name,
        column.name,
        column.key,
        column.category ?? '',
        zh,
        en,
        column.category === undefined ? undefined : column.confidence,
        column.matching.low,
        column.matching.high,
        column.contains
          .map(({ category, cells }) => `${category} ${Math.round(cells.share * 100)} %`)
          .join(', '),
        column.kind,
        column.sampled,
        column.filled,
        column.blank,
        column.distinct,
        ...packs.flatMap((pack, index): Value[] => {
          const grade = table.gradings[index]!.columns[at]!;
          if (grade.grade === undefined) return ['', '', '', ''];
          return [
            nameClass(pack, grade.class!).zh,
            nameGrade(pack, grade.grade).zh,
            grade.sensitive ? '是 yes' : '',
            grade.unverified ? '未核对 unverified' : '',
          ];
        }),
      ];
    }),
  );
  const overview = tables.map((table): Value[] => [
    table.path,
    table.name,
    table.rows,
    table.complete ? '' : '以上 or more',
    table.columns.length,
    ...table.gradings.flatMap((grading, at): Value[] => [
      grading.grade === undefined ? '' : nameGrade(packs[at]!, grading.grade).zh,
      grading.level === undefined ? undefined : String(grading.level),
      grading.unverified ? '未核对 unverified' : '',
    ]),
  ]);
  const reasons = tables.flatMap((table) =>
    table.gradings.flatMap((grading, at) => {
      const pack = packs[at]!;
      const all = [
        ...grading.reasons.map((reason) => ['', reason] as const),
        ...grading.columns.flatMap(({ name, reasons: own }) =>
          own.map((reason) => [name, reason] as const),
        ),
      ];
      return all.map(([column, reason]): Value[] => {
        const { kind, grade, notice, basis } = reason;
        return [
          table.path,
          table.name,
          column,
          pack.standard,
          `${reasonNames[kind].zh} ${reasonNames[kind].en}`,
          describeRule(reason).zh,
          grade === undefined ? '' : nameGrade(pack, grade).zh,
          column === '' ? reason.columns.join(', ') : '',
          notice === undefined ? '' : `${notice.zh}\n${notice.en}`,
          basis.document,
          basis.clause ?? '',
          `${confidenceNames[basis.confidence].zh} ${basis.confidence}`,
          basis.note === undefined ? '' : `${basis.note.zh}\n${basis.note.en}`,
        ];
      });
    }),
  );
  const titled = (title: string) => packs.map(({ standard }) => `${standard} ${title}`);
  return await writeExcelFile([
    sheet(
      '数据目录',
      [
        ['文件 file', 28],
        ['表 table', 16],
        ['列 column', 20],
        ['路径 key', 20],
        ['类别 category', 20],
        ['名称', 18],
        ['英文 English', 22],
        ['置信度 confidence', 12],
        ['占比下限 95 % low', 12],
        ['占比上限 95 % high', 12],
        ['文本中含 contains', 24],
        ['形态 kind', 10],
        ['已看 sampled', 10],
        ['非空 filled', 10],
        ['空 blank', 8],
        ['不同值 distinct', 10],
        ...packs.flatMap(({ standard }): [string, number][] => [
          [`${standard} 分类`, 22],
          [`${standard} 级别`, 18],
          [`${standard} 敏感`, 10],
          [`${standard} 核对`, 18],
        ]),
      ],
      columns,
    ),
    sheet(
      '表',
      [
        ['文件 file', 28],
        ['表 table', 16],
        ['行数 rows', 12],
        ['', 12],
        ['列数 columns', 12],
        ...titled('').flatMap((title): [string, number][] => [
          [`${title}级别`, 20],
          [`${title}level ${levels[0]}–${levels.at(-1)!}`, 12],
          [`${title}核对`, 18],
        ]),
      ],
      overview,
    ),
    sheet(
      '依据',
      [
        ['文件 file', 28],
        ['表 table', 16],
        ['列 column', 20],
        ['标准 standard', 18],
        ['依据类型 kind', 22],
        ['规则 rule', 22],
        ['级别 grade', 18],
        ['涉及列 columns', 24],
        ['提示 notice', 48],
        ['文件 document', 28],
        ['条款 clause', 22],
        ['可信度 confidence', 24],
        ['说明 note', 48],
      ],
      reasons,
    ),
  ]).toBuffer();
}
