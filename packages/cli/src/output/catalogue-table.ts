import { compareLevels, type Level } from '@yushu/core';
import picocolors from 'picocolors';
import type { Catalogue, CatalogueTable } from '../catalogue/catalogue.ts';
import {
  describeColumn,
  formatInterval,
  nameClass,
  nameGrade,
  unverifiedMark,
} from '../catalogue/names.ts';
import { alignRows } from './align.ts';
import { printable } from './printable.ts';

const number = (value: number): string => value.toLocaleString('en');

/** Columns without anything sensitive are named in one line, up to this many. */
const maxPlain = 12;

/** A catalogue for a terminal. */
export function formatCatalogue(catalogue: Catalogue, hasColours: boolean): string {
  const colours = picocolors.createColors(hasColours);
  const paint = (level: Level | undefined, text: string): string => {
    if (level === undefined) return text;
    if (compareLevels(level, 4) >= 0) return colours.red(text);
    return level === 3 ? colours.yellow(text) : text;
  };
  const formatTable = (table: CatalogueTable): string => {
    const name = table.name === '' ? '' : ` ${printable(table.name)}`;
    const lines = [
      `${colours.bold(printable(table.path) + name)}  ${number(table.rows)}${table.complete ? '' : '+'} row${table.rows === 1 ? '' : 's'}, ${number(table.columns.length)} column${table.columns.length === 1 ? '' : 's'}`,
    ];
    for (const [at, grading] of table.gradings.entries()) {
      const pack = catalogue.packs[at]!;
      const { grade, level, unverified } = grading;
      const shown =
        grade === undefined
          ? 'nothing to grade'
          : paint(level, nameGrade(pack, grade).zh) + (unverified ? ` ${unverifiedMark}` : '');
      lines.push(`  ${pack.standard}: ${shown}`);
    }
    const held = table.columns.flatMap((column, at) =>
      column.category === undefined && column.contains.length === 0 ? [] : [{ column, at }],
    );
    if (held.length > 0) {
      const rows = held.map(({ column, at }) => {
        const grades = table.gradings.map(({ columns }, index) => {
          const { grade, unverified } = columns[at]!;
          if (grade === undefined) return '';
          return `${nameGrade(catalogue.packs[index]!, grade).zh}${unverified ? unverifiedMark : ''}`;
        });
        const first = table.gradings[0]?.columns[at];
        const { zh } = describeColumn(column);
        return [
          `  ${printable(column.name)}`,
          column.category ?? '(text)',
          zh,
          column.category === undefined ? '' : column.confidence.toFixed(3),
          column.category === undefined
            ? formatInterval(column.contains[0]!.cells)
            : formatInterval(column.matching),
          number(column.sampled),
          first?.class === undefined ? '' : nameClass(catalogue.packs[0]!, first.class).zh,
          ...grades,
        ];
      });
      const head = ['  column', 'category', '', 'sure', 'cells', 'seen', 'class'];
      const aligned = alignRows(
        [[...head, ...catalogue.packs.map(({ standard }) => standard)], ...rows],
        [
          'left',
          'left',
          'left',
          'right',
          'left',
          'right',
          'left',
          ...catalogue.packs.map(() => 'left' as const),
        ],
      );
      lines.push(
        colours.dim(aligned[0]!),
        ...aligned
          .slice(1)
          .map((line, row) => paint(table.gradings[0]?.columns[held[row]!.at]?.level, line)),
      );
    }
    const plain = table.columns.filter(
      (column) => column.category === undefined && column.contains.length === 0,
    );
    if (plain.length > 0) {
      const names = plain.slice(0, maxPlain).map((column) => printable(column.name));
      const more = plain.length > maxPlain ? ` and ${number(plain.length - maxPlain)} more` : '';
      lines.push(colours.dim(`  nothing sensitive in: ${names.join(', ')}${more}`));
    }
    if (table.skippedColumns > 0)
      lines.push(
        colours.red(`  ${number(table.skippedColumns)} further columns were not classified`),
      );
    for (const notice of noticesOf(table)) lines.push(`  ! ${notice}`);
    return `${lines.join('\n')}\n`;
  };
  const parts = catalogue.tables.map(formatTable);
  const columns = catalogue.tables.reduce((sum, table) => sum + table.columns.length, 0);
  const summary = `${number(columns)} columns in ${number(catalogue.tables.length)} table${catalogue.tables.length === 1 ? '' : 's'}.`;
  const flagged = catalogue.tables.some(({ gradings }) =>
    gradings.some((one) => one.unverified || one.columns.some(({ unverified }) => unverified)),
  );
  const note = flagged
    ? `${unverifiedMark} rests on what was not read in the standard itself; --format json, html or xlsx gives each reason and source. Have it confirmed.\n`
    : '';
  return `${parts.join('\n')}${parts.length > 0 ? '\n' : ''}${summary}\n${note}`;
}

/** What rules say of a table beside its grade, each once. */
function noticesOf({ gradings }: CatalogueTable): string[] {
  const notices = gradings.flatMap(({ reasons }) =>
    reasons.flatMap(({ notice, basis }) =>
      notice === undefined ? [] : [`${notice.zh}（${basis.document}${basis.clause ?? ''}）`],
    ),
  );
  return [...new Set(notices)];
}
