/**
 * Postcodes of the United Kingdom (BS 7666): outward and inward code.
 *
 * @module
 */
import { isAlphanumeric } from '../engine/characters.ts';
import { type Detector, reason, type Scan } from '../engine/scan.ts';

const detector: Detector = {
  id: 'uk-postcode',
  category: 'location.postcode',
  topics: ['location.postcode'],
  neutral: ['location.address'],
};
const spaced = reason('format', 0.2, 'outward and inward code');
const glued = reason('format', -1.6, 'outward and inward code without a space');

const shape =
  /^(?:[A-PR-UWYZ]\d[A-Z\d]?|[A-PR-UWYZ][A-HK-Y]\d[A-Z\d]?|GIR)( ?)(?:\d[ABD-HJLNP-UW-Z]{2}|0AA)/;

/** Looks for a postcode that begins with the word at `start`. */
export function findUkPostcode(scan: Scan, start: number): void {
  const { view } = scan;
  const match = shape.exec(view.slice(start, start + 8));
  if (match === null) return;
  const end = start + match[0].length;
  if (isAlphanumeric(view.at(end)) || view.at(start - 1) === 0x2d || view.at(end) === 0x2d) return;
  scan.report(detector, start, end, [match[1] === ' ' ? spaced : glued]);
}
