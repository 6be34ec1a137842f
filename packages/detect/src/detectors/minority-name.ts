/**
 * Names of Tibetans, Mongols, Yi and Uyghurs without a dot.
 *
 * @module
 */
import { isHan } from '../engine/characters.ts';
import { reason, type Scan } from '../engine/scan.ts';
import { minorityNameEnd } from '../lexicon/minority-names.ts';
import { chineseName } from './chinese-name.ts';

const bothHalves = reason('lexicon', 4.6, 'both halves of a name');
const whole = reason('format', 1, 'beginning of a clause');
const short = reason('negative', -2.6, 'short');

/** Looks for a name that begins at `start`. */
export function findMinorityName(scan: Scan, start: number): void {
  const end = minorityNameEnd(scan.view, start);
  if (end < 0) return;
  const { codes } = scan.view;
  // 古丽·买买提 is found with its dot.
  if (codes[end] === 0xb7 || (start > 0 && codes[start - 1] === 0xb7)) return;
  const reasons = [bothHalves];
  if (start === 0 || !isHan(codes[start - 1]!)) reasons.push(whole);
  if (end - start < 4) reasons.push(short);
  scan.report(chineseName, start, end, reasons);
}
