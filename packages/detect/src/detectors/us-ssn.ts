/**
 * Social security numbers of the United States (SSA, randomised since 2011).
 *
 * @module
 */
import type { DigitRun } from '../engine/digit-run.ts';
import { type Detector, reason, type Scan } from '../engine/scan.ts';
import { weighEdges } from './number-edges.ts';

const detector: Detector = { id: 'us-ssn', category: 'id.ssn.us', topics: ['id.ssn.us'] };

const hyphenated = reason('format', 1.5, 'groups of 3, 2 and 4');
const spaced = reason('format', -1, 'groups of 3, 2 and 4');
const bare = reason('format', -2.2, '9 digits');
const slip = reason('format', -3.2, '9 digits in unusual groups');
const sample = reason('negative', -4, 'number known from advertisements');
const uniform = reason('negative', -4, 'repeated digits');

/** Numbers that were printed in advertisements and leaflets, and are nobody's. */
const known = new Set([78051120, 219099999, 123456789]);

/** Looks for a social security number that begins with the run's first digit. */
export function findUsSsn(scan: Scan, run: DigitRun): void {
  const group = run.groupAt(9);
  if (group < 0) return;
  const shape = run.shape(group);
  // 078-051121: one hyphen forgotten, for those who ask for everything.
  const isSlip = scan.thorough && (shape === '3-6' || shape === '5-4');
  if (shape !== '3-2-4' && shape !== '9' && !isSlip) return;
  const area = run.number(0, 3);
  // No area 000, 666 or 9xx, no group 00, no serial 0000.
  if (area === 0 || area === 666 || area >= 900 || run.number(3, 2) === 0 || run.number(5, 4) === 0)
    return;
  const { view } = scan;
  const end = run.ends[group]!;
  let form = isSlip ? slip : bare;
  if (group > 0 && !isSlip) {
    const separator = view.at(run.ends[0]!);
    if (separator !== view.at(run.ends[1]!)) return;
    if (run.starts[1] !== run.ends[0]! + 1 || run.starts[2] !== run.ends[1]! + 1) return;
    form = separator === 0x2d ? hyphenated : spaced;
  }
  const edges = weighEdges(view, run.start, end);
  if (edges === undefined) return;
  const reasons = [form, ...edges];
  const value = run.number(0, 9);
  if (known.has(value) && !(value === 123456789 && group > 0)) reasons.push(sample);
  if (value % 111111111 === 0) reasons.push(uniform);
  scan.report(detector, run.start, end, reasons);
}
