/**
 * The one pass over the text: it stops only where something can begin, and hands the place to an extractor.
 *
 * @module
 */
import { findEmail } from '../detectors/email.ts';
import { findColonAddress } from '../detectors/ip-address.ts';
import { findNumber } from '../detectors/number.ts';
import { kind, kindTable } from './characters.ts';
import { DigitRun } from './digit-run.ts';
import type { Scan } from './scan.ts';

const run = new DigitRun();

/** Finds all candidates that begin in `[from, to)` of the view. */
export function findCandidates(scan: Scan, from: number, to: number): void {
  const { view } = scan;
  const { codes } = view;
  let index = from;
  let colonsUntil = 0;
  while (index < to) {
    const code = codes[index]!;
    switch (kindTable[code]) {
      case kind.digit:
        index = findNumber(scan, run, index);
        break;
      case kind.at:
        findEmail(scan, index);
        index += 1;
        break;
      case kind.colon:
        if (index >= colonsUntil) colonsUntil = findColonAddress(scan, index);
        index += 1;
        break;
      default:
        index += 1;
    }
  }
}
