/**
 * Numeral strings to numbers and back: NUM and STR of NIST SP 800-38G, section 4.6, Algorithms 1 to 3.
 *
 * @module
 */

/** Numerals below this product are read as one number. */
const maxSafe = 2 ** 53;

/** How many numerals of a radix fit into a number exactly. */
function numeralsPerNumber(radix: number): number {
  return Math.floor(53 / Math.log2(radix));
}

/** NUM of a part of a numeral string whose value is below 2^53. */
export function numeralsToNumber(
  numerals: ArrayLike<number>,
  start: number,
  end: number,
  radix: number,
): number {
  let value = 0;
  for (let index = start; index < end; index += 1) value = value * radix + numerals[index]!;
  return value;
}

/** STR into a part of an array, for values below 2^53. */
export function numberToNumerals(
  value: number,
  numerals: number[],
  start: number,
  end: number,
  radix: number,
): void {
  let rest = value;
  for (let index = end - 1; index >= start; index -= 1) {
    const quotient = Math.floor(rest / radix);
    numerals[index] = rest - quotient * radix;
    rest = quotient;
  }
}

/** Powers of a radix at the places where long strings are cut in two. */
function powersOf(radix: number): (exponent: number) => bigint {
  const powers = new Map<number, bigint>();
  return (exponent) => {
    let power = powers.get(exponent);
    if (power === undefined) {
      power = BigInt(radix) ** BigInt(exponent);
      powers.set(exponent, power);
    }
    return power;
  };
}

/** NUM of a part of a numeral string of any length, by halves: schoolbook conversion would take quadratic time. */
export function numeralsToBigint(
  numerals: ArrayLike<number>,
  start: number,
  end: number,
  radix: number,
): bigint {
  const atOnce = numeralsPerNumber(radix);
  const power = powersOf(radix);
  const read = (from: number, to: number): bigint => {
    if (to - from <= atOnce) return BigInt(numeralsToNumber(numerals, from, to, radix));
    const middle = from + ((to - from) >> 1);
    return read(from, middle) * power(to - middle) + read(middle, to);
  };
  return read(start, end);
}

/** STR into a part of an array, for values of any size. */
export function bigintToNumerals(
  value: bigint,
  numerals: number[],
  start: number,
  end: number,
  radix: number,
): void {
  const atOnce = numeralsPerNumber(radix);
  const power = powersOf(radix);
  const write = (part: bigint, from: number, to: number): void => {
    if (to - from <= atOnce && part < BigInt(maxSafe)) {
      numberToNumerals(Number(part), numerals, from, to, radix);
      return;
    }
    const middle = from + ((to - from) >> 1);
    const divisor = power(to - middle);
    const quotient = part / divisor;
    write(quotient, from, middle);
    write(part - quotient * divisor, middle, to);
  };
  write(value, start, end);
}
