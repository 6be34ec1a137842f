import { optionError } from '../../check-options.ts';
import { type Hierarchy, root } from './hierarchy.ts';
import type { DateStep, HierarchySpec } from './hierarchy-spec.ts';

const order: readonly DateStep[] = ['month', 'quarter', 'half', 'year', 'decade'];
const isoDate = /^([0-9]{4})[-/]?([0-9]{2})[-/]?([0-9]{2})(?:[T ][0-9:.,+\-Zz]{1,30})?$/;

/** Year and month of a date that there is. */
function readDate(value: string): { year: number; month: number } | undefined {
  const match = value.length <= 48 ? isoDate.exec(value) : null;
  if (match === null) return undefined;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
    ? { year, month }
    : undefined;
}

function writeStep(step: DateStep, yearNumber: number, month: number): string {
  const year = String(yearNumber).padStart(4, '0');
  switch (step) {
    case 'month':
      return `${year}-${String(month).padStart(2, '0')}`;
    case 'quarter':
      return `${year}-Q${Math.ceil(month / 3)}`;
    case 'half':
      return `${year}-H${Math.ceil(month / 6)}`;
    case 'year':
      return year;
    case 'decade':
      return `${year.slice(0, 3)}0s`;
  }
}

/** Steps of the calendar. */
export function dateHierarchy({ steps }: Extract<HierarchySpec, { type: 'dates' }>): Hierarchy {
  const rises =
    Array.isArray(steps) &&
    steps.length > 0 &&
    steps.every(
      (step, index) =>
        order.includes(step) &&
        (index === 0 || order.indexOf(step) > order.indexOf(steps[index - 1]!)),
    );
  if (!rises) throw optionError('steps', `steps from fine to coarse, of ${order.join(', ')}`);
  return {
    height: steps.length + 1,
    generalise(value, level) {
      if (level > steps.length) return root;
      const date = readDate(value.trim());
      return date && writeStep(steps[level - 1]!, date.year, date.month);
    },
  };
}
