/**
 * App access tokens of Facebook: the number of the app, `|`, and 27 characters.
 *
 * @module
 */
import { isAlphanumeric } from '../engine/characters.ts';
import { type Detector, reason, type Scan } from '../engine/scan.ts';

const detector: Detector = {
  id: 'facebook-app-token',
  category: 'secret.facebook.token',
  topics: [],
};
const shape = reason('format', 2.4, 'number of the app and secret');

/** Looks for a token whose number is `[start, bar)`. */
export function findFacebookAppToken(scan: Scan, start: number, bar: number): void {
  const { view } = scan;
  let end = bar + 1;
  while (
    end - bar <= 28 &&
    (isAlphanumeric(view.at(end)) || view.at(end) === 0x5f || view.at(end) === 0x2d)
  )
    end += 1;
  if (end - bar - 1 === 27) scan.report(detector, start, end, [shape]);
}
