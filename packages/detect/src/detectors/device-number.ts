/**
 * Numbers of devices and SIM cards: IMEI (3GPP TS 23.003 section 6), ICCID (ITU-T E.118).
 *
 * @module
 */
import type { Evidence } from '@yushu/core';
import type { DigitRun } from '../engine/digit-run.ts';
import { type Detector, reason, type Scan } from '../engine/scan.ts';
import { weighEdges } from './number-edges.ts';
import { passesLuhn } from './payment-card.ts';

const imei: Detector = { id: 'imei', category: 'device.imei', topics: ['device.imei'] };
const iccid: Detector = { id: 'iccid', category: 'device.iccid', topics: ['device.iccid'] };

const checked = reason('checksum', 0.8, 'Luhn check digit');
const fifteen = reason('format', -1.8, '15 digits');
const reporter = reason('lexicon', 0.5, 'reporting body');
const sim = reason('format', 0.2, '89 and 19 or 20 digits');
const failed = reason('negative', -1, 'check digit differs');

/** Reporting body identifiers that begin the type allocation code (GSMA TS.06). */
const reporters = new Set([1, 35, 86, 99, 98, 91, 44, 45, 49, 50, 51, 52, 53, 54, 30, 33]);

/** Looks for an IMEI or ICCID that begins with the run's first digit. */
export function findDeviceNumber(scan: Scan, run: DigitRun): void {
  const group = run.groupAt(15);
  if (group >= 0 && passesLuhn(run.digits, 15)) {
    const shape = run.shape(group);
    if (
      shape === '15' ||
      shape === '2-6-6-1' ||
      shape === '6-2-6-1' ||
      shape === '8-6-1' ||
      shape === '3-3-3-3-3'
    ) {
      report(scan, imei, run, group, [
        fifteen,
        checked,
        ...(reporters.has(run.number(0, 2)) ? [reporter] : []),
      ]);
    }
  }
  if (run.digits[0] !== 8 || run.digits[1] !== 9) return;
  for (const length of [20, 19]) {
    const last = run.groupAt(length);
    if (last < 0) continue;
    report(scan, iccid, run, last, [sim, passesLuhn(run.digits, length) ? checked : failed]);
    return;
  }
}

function report(
  scan: Scan,
  detector: Detector,
  run: DigitRun,
  group: number,
  reasons: readonly Evidence[],
): void {
  const end = run.ends[group]!;
  const edges = weighEdges(scan.view, run.start, end);
  if (edges !== undefined) scan.report(detector, run.start, end, [...reasons, ...edges]);
}
