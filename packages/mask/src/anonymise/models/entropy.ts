import type { ClassValues } from './class-values.ts';

/** Entropy of the values of a class in nats, as their counts say it (Shannon 1948). */
export function shannonEntropy({ counts, start, end, rows }: ClassValues): number {
  let entropy = 0;
  for (let index = start; index < end; index += 1) {
    const part = counts[index]! / rows;
    entropy -= part * Math.log(part);
  }
  return entropy;
}

const eulerGamma = 0.577_215_664_901_532_9;

/** Terms of Grassberger's estimator by count, as far as they were asked for: index 0 is for one row. */
const terms = [-eulerGamma - Math.LN2, 2 - eulerGamma - Math.LN2];

function termOf(count: number): number {
  // From one even count to the next, 2 / (2n + 1) is added; an odd count has the term of the even one before it.
  while (terms.length < count) {
    const last = terms.length;
    terms.push(last % 2 === 0 ? terms[last - 1]! : terms[last - 1]! + 2 / last);
  }
  return terms[count - 1]!;
}

/**
 * The same without most of the bias that small classes bring (Grassberger 2003, "Entropy estimates from insufficient samplings"), the rows of
 * the class corrected as well (Stammler, Katzenbeisser and Hamacher 2016).
 */
export function grassbergerEntropy({ counts, start, end, rows }: ClassValues): number {
  let sum = 0;
  for (let index = start; index < end; index += 1) {
    sum += counts[index]! * termOf(counts[index]!);
  }
  return termOf(rows) - sum / rows;
}
