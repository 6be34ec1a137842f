/**
 * Dates moved by a number of days of the subject's own.
 *
 * @module
 */
import { DataSecurityError, type FieldContext, type Transform } from '@yushu/core';
import { checkCount } from '../check-options.ts';
import { checkText } from '../check-text.ts';
import { checkPrf, drawBytes, drawIndex, type KeyedOptions } from '../keyed-random.ts';

/** Options of {@link createDateShift}. */
export interface DateShiftOptions extends KeyedOptions {
  /** The most days a date is moved, forwards or backwards: 1 to 36,500; 183 by default. */
  readonly maxDays?: number;
  /** Moves by whole weeks, so that a Monday stays one; `maxDays` is at least 7 then. */
  readonly keepWeekday?: boolean;
}

const millisecondsPerDay = 86_400_000;
const written = /^([0-9]{4})-([0-9]{2})-([0-9]{2})(.*)$/s;

/** A date shift: a transform for the dates of one subject, who is told by the context's `row`. */
export interface DateShift extends Transform {
  /** The number of days by which the dates of a subject are moved, never 0. */
  daysFor(context: FieldContext): number;
}

function shiftDate(value: string, days: number): string | undefined {
  const match = written.exec(value);
  if (match === null) return undefined;
  const [, year, month, day, rest] = match as unknown as [string, string, string, string, string];
  if (rest !== '' && !/^[T ][0-9:.,+\-Zz]{1,30}$/.test(rest)) return undefined;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  // Date.UTC reads the years 0 to 99 as 1900 to 1999, and 2023-02-29 as the first of March.
  if (date.toISOString().slice(0, 10) !== `${year}-${month}-${day}`) return undefined;
  const moved = new Date(date.getTime() + days * millisecondsPerDay);
  const text = moved.toISOString();
  return text.length === 24 ? text.slice(0, 10) + rest : undefined;
}

/**
 * Moves ISO 8601 dates, with or without a time of day, by a number of days that depends on the key, the table and the subject: the
 * `row` of the context names the subject. All dates of one subject in a table are moved alike, so that intervals stay; the column does
 * not count. Time of day and zone stay as they are.
 *
 * @throws {DataSecurityError} `ERR_MASK_OPTIONS`; `apply` throws `ERR_MASK_VALUE` for what is no date from 0000 to 9999, and where
 * the context has no `row`.
 *
 * @example
 * ```ts
 * import { createDateShift } from '@yushu/mask';
 *
 * const prf = { keyId: 'demo', compute: (input: Uint8Array, length: number) => input.slice(-length) }; // in earnest, of a key provider
 * const shift = createDateShift({ prf });
 * const place = { table: 'visits', row: 'patient-7' };
 * const days = (text: string) => Date.parse(text) / 86_400_000;
 * const stay = days(shift.apply('2024-03-09', place)) - days(shift.apply('2024-03-07', place));
 * console.log(stay); // 2
 * ```
 */
export function createDateShift(options: DateShiftOptions): DateShift {
  const prf = checkPrf(options?.prf);
  const keepWeekday = options.keepWeekday === true;
  const maxDays = checkCount(options.maxDays ?? 183, 'maxDays', keepWeekday ? 7 : 1, 36_500);
  const unit = keepWeekday ? 7 : 1;
  const steps = Math.floor(maxDays / unit);

  const daysFor = (context: FieldContext): number => {
    if (context.row === undefined) {
      throw new DataSecurityError('ERR_MASK_VALUE', 'Nobody is named whose date it is', {
        hint: 'Give the subject as row of the context: all dates of one subject are moved alike.',
      });
    }
    const { column: _, ...place } = context;
    const index = drawIndex(drawBytes(options, 'date-shift', place, context.row, 16), 2 * steps);
    // Never by nothing: −steps … −1, 1 … steps.
    return (index < steps ? index - steps : index - steps + 1) * unit;
  };

  return {
    name: `date-shift(${maxDays})`,
    keyId: prf.keyId,
    daysFor,
    apply(value, context) {
      checkText(value);
      const moved = shiftDate(value, daysFor(context));
      if (moved !== undefined) return moved;
      throw new DataSecurityError('ERR_MASK_VALUE', 'The value is no date', {
        hint: 'Give a date such as 2024-03-07, with a time of day if there is one.',
        details: { length: value.length },
      });
    },
  };
}
