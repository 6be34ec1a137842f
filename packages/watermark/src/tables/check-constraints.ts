import { type Cell, textOf } from '../marks/column-reader.ts';
import type { RowConstraint } from './release-record.ts';

type RowCheck = (row: readonly Cell[]) => boolean;

const isOrdered = (cells: readonly Cell[]): boolean => {
  const numbers = cells.map((cell) => Number(textOf(cell)));
  const values = numbers.every((one) => Number.isFinite(one)) ? numbers : cells.map(textOf);
  return values.every((value, at) => at === 0 || values[at - 1]! <= value);
};

function createCheck(constraint: RowConstraint, header: readonly string[]): RowCheck {
  const places = constraint.columns.map((name) => header.indexOf(name));
  if (constraint.kind === 'order') return (row) => isOrdered(places.map((place) => row[place]));
  const total = header.indexOf(constraint.total);
  // Sums of decimals are off by a little that is no fault of theirs.
  return (row) => {
    const wanted = Number(textOf(row[total]));
    const sum = places.reduce((before, place) => before + Number(textOf(row[place])), 0);
    return Math.abs(sum - wanted) <= constraint.tolerance + 1e-9 * Math.max(1, Math.abs(wanted));
  };
}

/** Whether a changed row keeps every rule that it kept before. */
export function createConstraintCheck(
  constraints: readonly RowConstraint[],
  header: readonly string[],
  accepts: RowCheck | undefined,
): (after: readonly Cell[], before: readonly Cell[]) => boolean {
  const checks = constraints.map((constraint) => createCheck(constraint, header));
  if (accepts !== undefined) checks.push(accepts);
  return (after, before) => checks.every((check) => check(after) || !check(before));
}
