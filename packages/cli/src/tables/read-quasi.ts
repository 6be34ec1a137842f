import { readFile } from 'node:fs/promises';
import type { HierarchySpec } from '@yushu/mask/anonymise';
import { parse } from 'csv-parse/sync';
import { cliError } from '../cli-error.ts';
import { systemReason } from '../files/system-reason.ts';
import { printable } from '../output/printable.ts';

function usage(text: string, hint: string): Error {
  return cliError('ERR_CLI_USAGE', `--quasi ${printable(text)} cannot be read`, { hint });
}

/** Rows of a hierarchy file: the value, then what it becomes. */
async function readHierarchyFile(path: string, text: string): Promise<string[][]> {
  try {
    return parse(await readFile(path), { bom: true, skip_empty_lines: true }) as string[][];
  } catch (error) {
    throw usage(text, `${path}: ${systemReason(error) ?? 'is no CSV of rows of one length'}.`);
  }
}

/** A column by which people may be known, and how it is generalised. */
export interface QuasiColumn {
  readonly column: string;
  readonly hierarchy: HierarchySpec | 'auto';
}

/**
 * Reads `NAME` or `NAME=HIERARCHY`.
 *
 * @throws {DataSecurityError} `ERR_CLI_USAGE`.
 */
export async function readQuasi(text: string): Promise<QuasiColumn> {
  const at = text.indexOf('=');
  if (at < 0) return { column: text, hierarchy: 'auto' };
  const column = text.slice(0, at);
  const [kind, ...rest] = text.slice(at + 1).split(':');
  const parameter = rest.join(':');
  const list = parameter.split(',').map((part) => part.trim());
  if (column === '') throw usage(text, 'Give NAME=HIERARCHY.');
  switch (kind) {
    case 'intervals':
      return {
        column,
        hierarchy: {
          type: 'intervals',
          widths: list.map((part) => (part === '' ? Number.NaN : Number(part))),
        },
      };
    case 'prefix':
      return { column, hierarchy: { type: 'prefix', keep: list.map(Number) } };
    case 'dates':
      return { column, hierarchy: { type: 'dates', steps: list as never } };
    case 'suppression':
      return { column, hierarchy: { type: 'suppression' } };
    case 'auto':
      return { column, hierarchy: 'auto' };
    case 'table':
      return {
        column,
        hierarchy: { type: 'table', rows: await readHierarchyFile(parameter, text) },
      };
    default:
      throw usage(
        text,
        'Hierarchies are intervals, prefix, dates, table, suppression and auto: see yushu anonymise --help.',
      );
  }
}
