/**
 * Where somebody is, as latitude and longitude: in degrees with a decimal part behind a cue, alone or in pairs, or in degrees, minutes
 * and seconds with their quarter of the compass.
 *
 * @module
 */
import { isAlphanumeric } from '../engine/characters.ts';
import { type Detector, reason, type Scan } from '../engine/scan.ts';

const detector: Detector = {
  id: 'coordinates',
  category: 'location.geo',
  topics: ['location.geo'],
};

const pair = reason('format', 0.6, 'two numbers of degrees');
const single = reason('format', -0.6, 'degrees with four or more decimals');
const sexagesimal = reason('format', 1.6, 'degrees, minutes and quarter');

const number = String.raw`[-+]?\d{1,3}\.\d{2,15}`;
const gap = String.raw`(?:\s{0,2}[,;，、]\s{0,2}|\s{1,2})`;
/** Two numbers in a row: 30.274085, 120.155070. */
const inRow = new RegExp(`^(${number})${gap}(${number})(?![.\\w])`);
/** The second with a name of its own: `lat: 30.274085, "lng": 120.155070`. */
const named = new RegExp(
  `^(${number})["'\\]}]{0,2}\\s{0,2}[,;，、&]?\\s{0,20}["']?(?:lng|lon|long|longitude|lat|latitude|经度|纬度|东经|西经|北纬|南纬)["']?\\s{0,2}[:=：]?\\s{0,2}["']?(${number})(?![.\\w])`,
  'i',
);
const alone = /^[-+]?\d{1,3}\.\d{4,15}(?![.\w])(?!\s?(?:ms|s|us|秒|毫秒)\b)/;
const reach = 96;

const isLatitude = (degrees: number): boolean => Math.abs(degrees) <= 90;
const isLongitude = (degrees: number): boolean => Math.abs(degrees) <= 180;

/** Whether two numbers are a latitude and a longitude, in either order. */
const isPlace = (first: number, second: number): boolean =>
  (isLatitude(first) && isLongitude(second)) || (isLongitude(first) && isLatitude(second));

/** Looks for coordinates whose first sign or digit stands at `start`, directly behind a cue. */
export function findCoordinates(scan: Scan, start: number): void {
  const text = scan.view.slice(start, start + reach);
  const row = inRow.exec(text);
  if (row !== null) {
    if (isPlace(Number(row[1]), Number(row[2])))
      scan.report(detector, start, start + row[0].length, [pair]);
    return;
  }
  const both = named.exec(text);
  if (both !== null && isPlace(Number(both[1]), Number(both[2]))) {
    scan.report(detector, start, start + both[1]!.length, [pair]);
    // Its own cue stands before it, but for a sign between.
    scan.report(detector, start + both[0].length - both[2]!.length, start + both[0].length, [pair]);
    return;
  }
  const one = alone.exec(text);
  if (one !== null && isLongitude(Number(one[0])))
    scan.report(detector, start, start + one[0].length, [single]);
}

const minutes = String.raw`\d{1,3}°\s?\d{1,2}(?:\.\d{1,6})?['’′分]\s?(?:\d{1,2}(?:\.\d{1,6})?(?:["”″秒]|''|′′)?)?`;
const behind = new RegExp(
  `^${minutes}\\s?[NSEW](?![A-Za-z])(?:\\s?[,，、]?\\s?${minutes}\\s?[NSEW](?![A-Za-z]))?`,
);
const before = new RegExp(`^${minutes}(?:\\s?[,，、]?\\s?(?:东经|西经|北纬|南纬)\\s?${minutes})?`);

/** Looks for degrees, minutes and seconds that begin with the digits at `start`, behind which the sign of degrees stands. */
export function findDegrees(scan: Scan, start: number): void {
  if (scan.cueDirectlyBefore(start)?.cue.topic !== 'location.geo') return;
  const text = scan.view.slice(start, start + reach);
  const told = behind.exec(text) ?? before.exec(text);
  if (told !== null) scan.report(detector, start, start + told[0].length, [sexagesimal]);
}

/**
 * Whether degrees stand at `start` with their sign before them: `lat: -33.868820`. The anchor pass stops at numbers behind a sign from
 * seven digits on, nine or eleven where they begin with 1.
 */
export function isSigned({ view }: Scan, start: number): boolean {
  const sign = view.at(start - 1);
  if (sign !== 0x2d && sign !== 0x2b) return false;
  const last = view.at(start - 2);
  if (isAlphanumeric(last) || last === 0x2d || last === 0x2e || last === 0x2f) return false;
  const digits = /^\d{1,3}\.(\d{4,15})/.exec(view.slice(start, start + 20));
  if (digits === null) return false;
  const count = digits[0].length - 1;
  return count >= 7 && (view.at(start) !== 0x31 || count === 9 || count > 10);
}
