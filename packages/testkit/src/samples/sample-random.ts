/**
 * A small seeded generator of numbers: the same seed gives the same samples on every machine. Not for keys.
 *
 * sfc32 of Chris Doty-Humphrey's PractRand, 128 bits of state, public domain.
 */
export interface SampleRandom {
  /** A whole number from 0 to `below - 1`. */
  below(below: number): number;
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number;
  /** True with the given probability. */
  chance(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** A text of characters of the alphabet. */
  text(length: number, alphabet: string): string;
  digits(length: number): string;
}

/** Makes a {@link SampleRandom} from a whole number. */
export function createSampleRandom(seed: number): SampleRandom {
  let [a, b, c, counter] = [0x9e3779b9, 0x243f6a88, seed | 0, 1];
  const next = () => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    c |= 0;
    return (sum >>> 0) / 2 ** 32;
  };
  for (let round = 0; round < 20; round += 1) next();
  const random: SampleRandom = {
    below: (below) => Math.floor(next() * below),
    between: (low, high) => low + Math.floor(next() * (high - low + 1)),
    chance: (probability) => next() < probability,
    pick: (list) => list[Math.floor(next() * list.length)]!,
    text: (length, alphabet) =>
      Array.from({ length }, () => alphabet[Math.floor(next() * alphabet.length)]).join(''),
    digits: (length) => random.text(length, '0123456789'),
  };
  return random;
}
