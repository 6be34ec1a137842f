/**
 * Cards of officers and soldiers with the word of their service: 空字第3787679号.
 *
 * @module
 */
import { type Detector, reason, type Scan } from '../engine/scan.ts';

const detector: Detector = {
  id: 'officer-card',
  category: 'id.officer.cn',
  topics: ['id.officer.cn'],
};
const worded = reason('format', 0.6, 'word of the service and number');

/** Services, regions and theatres, before 字第. */
const service = /(?:[军政后装参南北海空沈京兰济广成武警士文]|武水|海参|空后)(?:字)?第$/;

/** Looks for a card whose number stands at `[start, end)`, behind 第. */
export function findOfficerCard(scan: Scan, start: number, end: number): void {
  if (end - start < 6 || end - start > 10) return;
  const { view } = scan;
  const word = service.exec(view.slice(Math.max(0, start - 5), start));
  if (word === null || !word[0].includes('字')) return;
  const stop = view.at(end) === 0x53f7 ? end + 1 : end;
  scan.report(detector, start - word[0].length, stop, [worded]);
}
