/** Values that someone may try who wants to know what stands behind a masked value. */
export interface GuessDomain {
  readonly name: 'mobile' | 'resident-id' | 'date' | 'number';
  /** How many values there are in all. */
  readonly size: number;
  /** Values, those likely for the sample first; without end for large domains. */
  readonly values: () => Generator<string>;
}

const mobile = /^1[3-9][0-9]{9}$/;
const residentId = /^[1-9][0-9]{16}[0-9X]$/;
const date = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/;
const number = /^[0-9]{1,8}$/;

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** Check character of a resident identity number (GB 11643-1999, section 4.2). */
function checkOf(digits: string): string {
  let sum = 0;
  for (let at = 0; at < 17; at += 1) sum += Number(digits[at]) * weights[at]!;
  return '10X98765432'[sum % 11]!;
}

/** Most frequent beginnings of a length, as number segments and divisions are public. */
function beginnings(texts: readonly string[], length: number): string[] {
  const counts = new Map<string, number>();
  for (const text of texts) {
    const start = text.slice(0, length);
    counts.set(start, (counts.get(start) ?? 0) + 1);
  }
  return [...counts].sort((one, other) => other[1] - one[1]).map(([start]) => start);
}

/** Whole blocks of numbers, the blocks in turn. */
function* blocks(starts: readonly string[], digits: number): Generator<string> {
  for (const start of starts) {
    for (let at = 0; at < 10 ** digits; at += 1) yield start + String(at).padStart(digits, '0');
  }
}

function* dates(): Generator<string> {
  for (let time = Date.UTC(2030, 0, 1); time >= Date.UTC(1900, 0, 1); time -= 86_400_000) {
    yield new Date(time).toISOString().slice(0, 10);
  }
}

/**
 * The domain of the values of a sample; undefined where it is none that can be enumerated.
 *
 * Mobile numbers are tried by the seven-digit segments of the sample, identity numbers by its division and birthday: both are public or
 * easily known, and the serial number behind them is what is left to guess.
 */
export function guessDomain(texts: readonly string[]): GuessDomain | undefined {
  if (texts.length === 0) return undefined;
  if (texts.every((text) => mobile.test(text))) {
    const starts = beginnings(texts, 7);
    return { name: 'mobile', size: 7e9, values: () => blocks(starts, 4) };
  }
  if (texts.every((text) => residentId.test(text))) {
    const starts = beginnings(texts, 14);
    return {
      name: 'resident-id',
      size: starts.length * 1000,
      *values() {
        for (const digits of blocks(starts, 3)) yield digits + checkOf(digits);
      },
    };
  }
  if (texts.every((text) => date.test(text))) return { name: 'date', size: 47_482, values: dates };
  if (texts.every((text) => number.test(text))) {
    const lengths = [...new Set(texts.map(({ length }) => length))];
    return {
      name: 'number',
      size: lengths.reduce((sum, length) => sum + 10 ** length, 0),
      *values() {
        for (const length of lengths) yield* blocks([''], length);
      },
    };
  }
  return undefined;
}
