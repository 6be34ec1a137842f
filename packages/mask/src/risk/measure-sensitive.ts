/**
 * How much a class tells of a sensitive value.
 *
 * @module
 */
import type { RiskClass } from './create-risk-census.ts';

/** Measures of a sensitive column, each of the class that is worst. */
export interface SensitiveRisk {
  /** Fewest different values in a class: distinct l-diversity (Machanavajjhala et al. 2007). */
  readonly distinctL: number;
  /** Smallest exp(entropy) of a class: entropy l-diversity. */
  readonly entropyL: number;
  /** Largest part that one value has of a class: the α of (α, k)-anonymity. */
  readonly alpha: number;
  /** Largest distance between the values of a class and of the table, 0 to 1: t-closeness (Li et al. 2007). */
  readonly t: number;
  /** Largest relative gain of a value in a class: basic β-likeness (Cao and Karras 2012). */
  readonly beta: number;
  /** Largest |ln(part in the class / part in the table)| of a value that is there: δ-disclosure privacy (Brickell and Shmatikov 2008). */
  readonly delta: number;
  /** The smallest c for which every class is recursively (c, l)-diverse; `Infinity` where a class has fewer than l values. */
  recursiveC(l: number): number;
}

/** Distances between how often values occur in a class and in the table. */
function distance(parts: readonly number[], all: readonly number[], ordered: boolean): number {
  let sum = 0;
  let cumulated = 0;
  for (let index = 0; index < all.length; index += 1) {
    const difference = (parts[index] ?? 0) - all[index]!;
    cumulated += difference;
    sum += Math.abs(ordered ? cumulated : difference);
  }
  // Values in order are moved along it, each step 1 / (m − 1); others all at once.
  if (!ordered) return sum / 2;
  return all.length < 2 ? 0 : sum / (all.length - 1);
}

/** The measures over all classes. */
export function measureSensitive(
  classes: Iterable<RiskClass>,
  rows: number,
  ordered: boolean,
): SensitiveRisk {
  const groups = [...classes];
  const totals = new Map<string, number>();
  for (const { counts } of groups) {
    for (const [value, count] of counts!) totals.set(value, (totals.get(value) ?? 0) + count);
  }
  const values = [...totals.keys()].sort((a, b) =>
    ordered ? Number(a) - Number(b) : a < b ? -1 : 1,
  );
  const all = values.map((value) => totals.get(value)! / rows);
  let distinctL = Number.POSITIVE_INFINITY;
  let entropyL = Number.POSITIVE_INFINITY;
  let alpha = 0;
  let t = 0;
  let beta = 0;
  let delta = 0;
  for (const { size, counts } of groups) {
    distinctL = Math.min(distinctL, counts!.size);
    let entropy = 0;
    const parts = new Array<number>(all.length).fill(0);
    for (let index = 0; index < values.length; index += 1) {
      const count = counts!.get(values[index]!);
      if (count === undefined) continue;
      const part = count / size;
      parts[index] = part;
      entropy -= part * Math.log(part);
      alpha = Math.max(alpha, part);
      beta = Math.max(beta, (part - all[index]!) / all[index]!);
      delta = Math.max(delta, Math.abs(Math.log(part / all[index]!)));
    }
    entropyL = Math.min(entropyL, Math.exp(entropy));
    t = Math.max(t, distance(parts, all, ordered));
  }
  return {
    distinctL,
    entropyL,
    alpha,
    t,
    beta,
    delta,
    recursiveC(l) {
      let worst = 0;
      for (const { counts } of groups) {
        const frequencies = [...counts!.values()].sort((a, b) => b - a);
        const rest = frequencies.slice(l - 1).reduce((sum, count) => sum + count, 0);
        // r1 < c · (rl + … + rm): c must be above this.
        worst = Math.max(worst, rest === 0 ? Number.POSITIVE_INFINITY : frequencies[0]! / rest);
      }
      return worst;
    },
  };
}
