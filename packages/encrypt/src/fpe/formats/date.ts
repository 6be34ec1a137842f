import { dayNumber, dayText } from './calendar.ts';
import type { ReadNumberLayout } from './layout.ts';

/** Year, separator, month, the same separator, day; or with 年, 月, 日; or eight digits. */
const written =
  /^([0-9]{4})(?:([-/.])([0-9]{1,2})\2([0-9]{1,2})|(年)([0-9]{1,2})月([0-9]{1,2})日|([0-9]{2})([0-9]{2}))$/;

/** The days that are enciphered among each other: what lies before 2026 stays before it, so that a birth date stays in the past. */
const spans = [
  [dayNumber(1900, 1, 1)!, dayNumber(2025, 12, 31)!],
  [dayNumber(2026, 1, 1)!, dayNumber(2099, 12, 31)!],
] as const;

/**
 * Dates from 1900-01-01 to 2099-12-31, as 2024-03-07, 2024/3/7, 2024.03.07, 2024年3月7日 or 20240307. The way it is written stays.
 * So few dates there are that the exact permutation enciphers them and not FF1.
 */
export const readDate: ReadNumberLayout = (value) => {
  const match = written.exec(value);
  if (match === null) return undefined;
  const separator = match[2] ?? match[5] ?? '';
  const month = match[3] ?? match[6] ?? match[8]!;
  const day = match[4] ?? match[7] ?? match[9]!;
  const number = dayNumber(Number(match[1]), Number(month), Number(day));
  const span = spans.find(([first, last]) => number! >= first && number! <= last);
  if (number === undefined || span === undefined) return undefined;
  const [first, last] = span;
  const long = month.length === 2 && day.length === 2;
  // Without leading zeros: 2024-3-7, but not 2024-03-7. A date that needs none, such as 2024-12-25, counts as written with them.
  const short = !long && !month.startsWith('0') && !day.startsWith('0');
  if (!long && !short) return undefined;
  const write = (rank: number) => {
    const text = dayText(first + rank);
    const monthText = long ? text.month : text.month.replace(/^0/, '');
    const dayOfMonth = long ? text.day : text.day.replace(/^0/, '');
    return separator === '年'
      ? `${text.year}年${monthText}月${dayOfMonth}日`
      : `${text.year}${separator}${monthText}${separator}${dayOfMonth}`;
  };
  const layout = {
    kept: '',
    domain: { size: last - first + 1 },
    rank: number - first,
    write,
  };
  if (long) return layout;
  // Only dates that show that they are written without zeros, so that the way back is known.
  const showsIt = (rank: number) => {
    const text = dayText(first + rank);
    return text.month < '10' || text.day < '10';
  };
  return { ...layout, accepts: showsIt };
};
