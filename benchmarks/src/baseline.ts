/**
 * The committed figures, by ratio: a machine's speed cancels out, what the peers run beside stays.
 *
 * @module
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Figure } from './figure.ts';

/** A ratio that was measured, and how far it scattered. */
export interface BaselineEntry extends Figure {
  /** What the case compares, in one sentence. */
  readonly about: string;
}

/** One entry for each case, metric and peer, in order. */
export type Baseline = readonly BaselineEntry[];

/** A change smaller than this is never called a loss, however still the machine was. */
export const smallestLoss = 0.15;

/** How many deviations count as noise. 1.4826 × MAD estimates the standard deviation of normal noise. */
const deviations = 4 * 1.4826;

function keyOf({ bench, metric, against }: Figure): string {
  return `${bench} ${metric} ${against}`;
}

/** Reads a baseline; an empty one where there is no file. */
export function readBaseline(file: string): Baseline {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Baseline) : [];
}

/** The baseline with these entries in place of all older ones of the same cases. */
export function renewBaseline(baseline: Baseline, fresh: Baseline): Baseline {
  const measured = new Set(fresh.map(({ bench }) => bench));
  return [...baseline.filter(({ bench }) => !measured.has(bench)), ...fresh].sort((a, b) =>
    keyOf(a) < keyOf(b) ? -1 : 1,
  );
}

/** Writes a baseline. */
export function writeBaseline(file: string, baseline: Baseline): void {
  writeFileSync(file, `${JSON.stringify(baseline, null, 2)}\n`);
}

/**
 * What a figure lost against the baseline, in words, or `undefined` where it is within noise, better or new. A loss of a share up to
 * `smallest` is none: machines that others use at the same time slow the sides of a ratio unequally.
 */
export function describeLoss(
  figure: Figure,
  baseline: Baseline,
  smallest: number = smallestLoss,
): string | undefined {
  const before = baseline.find((entry) => keyOf(entry) === keyOf(figure));
  if (before === undefined) return undefined;
  const gain = figure.better === 'more' ? figure.ratio / before.ratio : before.ratio / figure.ratio;
  const scatter = Math.hypot(before.mad / before.ratio, figure.mad / figure.ratio);
  const allowed = Math.max(smallest, deviations * scatter);
  if (gain >= 1 - allowed) return undefined;
  return `${keyOf(figure)}: ratio ${figure.ratio}, was ${before.ratio} (noise ±${Math.round(allowed * 100)} %)`;
}
