/** Days of the proleptic Gregorian calendar as numbers: 0 is 1970-01-01. */

const millisecondsPerDay = 86_400_000;

/** The number of a day, or `undefined` where there is no such day. Years 1000 to 9999. */
export function dayNumber(year: number, month: number, day: number): number | undefined {
  const time = Date.UTC(year, month - 1, day);
  const date = new Date(time);
  const exists =
    year >= 1000 &&
    date.getUTCFullYear() === year &&
    date.getUTCMonth() === month - 1 &&
    date.getUTCDate() === day;
  return exists ? time / millisecondsPerDay : undefined;
}

/** Year, month and day of a number, as text with two digits for month and day. */
export function dayText(number: number): { year: string; month: string; day: string } {
  const text = new Date(number * millisecondsPerDay).toISOString();
  return { year: text.slice(0, 4), month: text.slice(5, 7), day: text.slice(8, 10) };
}
