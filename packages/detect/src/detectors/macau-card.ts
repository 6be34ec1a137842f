/**
 * Identity cards of Macau with their check digit in brackets: 1234567(8).
 *
 * @module
 */
import { isAlphanumeric, isDigit } from '../engine/characters.ts';
import { type Detector, reason, type Scan } from '../engine/scan.ts';

const detector: Detector = {
  id: 'macau-card',
  category: 'id.mo',
  topics: ['id.mo', 'id.resident.cn', 'id.tw'],
  neutral: ['not.order'],
};
const bracketed = reason('format', -0.2, 'seven digits and one in brackets');

/** Looks for a card whose seven digits stand at `start`. */
export function findMacauCard(scan: Scan, start: number): void {
  const { view } = scan;
  const first = view.at(start);
  // 1, 5, 7 and 8 begin the numbers of the register.
  if (first !== 0x31 && first !== 0x35 && first !== 0x37 && first !== 0x38) return;
  if (!isDigit(view.at(start + 8)) || view.at(start + 9) !== 0x29) return;
  if (isAlphanumeric(view.at(start - 1)) || isAlphanumeric(view.at(start + 10))) return;
  scan.report(detector, start, start + 10, [bracketed]);
}
