/**
 * Values that a cue directly before them names: QQ numbers, accounts, staff numbers and the like.
 *
 * @module
 */
import type { CategoryId, Evidence } from '@yushu/core';
import { isAlphanumeric, isDigit } from '../engine/characters.ts';
import { type Detector, reason, type Scan } from '../engine/scan.ts';
import { findCoordinates, isSigned } from './coordinates.ts';
import { findPostBox } from './english-address.ts';
import { findNamedSecret } from './named-secret.ts';

interface CuedKind {
  readonly detector: Detector;
  readonly reasons: readonly Evidence[];
}

const kinds = new Map<string, CuedKind>();

/** The detector and the reasons for a category behind a cue, made once. */
function kindOf(topic: string, category: CategoryId, weight: number): CuedKind {
  const key = `${topic} ${category} ${weight}`;
  let known = kinds.get(key);
  if (known === undefined) {
    known = {
      detector: { id: 'cued-value', category, topics: [topic] },
      reasons: [reason('format', weight, 'shape of the category')],
    };
    kinds.set(key, known);
  }
  return known;
}

/** Degrees with a sign between them and their cue. */
function findSigned(scan: Scan, start: number, wordEnd: number): void {
  if (scan.view.at(wordEnd) !== 0x2e || wordEnd - start > 3 || !isSigned(scan, start)) return;
  if (scan.cueDirectlyBefore(start - 1)?.cue.topic === 'location.geo')
    findCoordinates(scan, start - 1);
}

function isAllDigits({ view }: Scan, start: number, end: number): boolean {
  let at = start;
  while (at < end && isDigit(view.at(at))) at += 1;
  return at === end;
}

/** Looks for a value that begins with the word or number at `start`, whose first part ends at `wordEnd`. */
export function findCuedValue(scan: Scan, start: number, wordEnd: number): void {
  const hit = scan.cueDirectlyBefore(start);
  if (hit?.cue.topic.startsWith('secret.') || !isAllDigits(scan, start, wordEnd))
    findNamedSecret(scan, start, hit !== undefined);
  const shapes = hit?.cue.values;
  if (hit === undefined || shapes === undefined) {
    findSigned(scan, start, wordEnd);
    return;
  }
  if (hit.cue.topic === 'location.geo') {
    findCoordinates(scan, start);
    return;
  }
  if (hit.cue.topic === 'location.address') {
    if (hit.cue.word.endsWith('box')) findPostBox(scan, hit.start, start);
    return;
  }
  const { view } = scan;
  let end = wordEnd;
  // Hyphens, dots and brackets may belong to the value, up to 64 units.
  while (end - start < 64) {
    const unit = view.at(end);
    if (isAlphanumeric(unit) || unit === 0x5f) end += 1;
    else if (
      (unit === 0x2d || unit === 0x28 || unit === 0x2e || unit === 0x40) &&
      isAlphanumeric(view.at(end + 1))
    )
      end += 1;
    else if (unit === 0x29 && view.at(end - 2) === 0x28) end += 1;
    else break;
  }
  for (const stop of end === wordEnd ? [end] : [end, wordEnd]) {
    const text = view.slice(start, stop);
    for (const { category, shape, weight, isValid } of shapes) {
      if (!shape.test(text) || !scan.enters(category)) continue;
      if (isValid?.(text) === false) continue;
      if (view.at(stop) === 0x2e && isDigit(view.at(stop + 1))) continue;
      // `userId = utf8ToHex(…)` calls a function.
      if (view.at(stop) === 0x28 && category === 'person.username') continue;
      const { detector, reasons } = kindOf(hit.cue.topic, category, weight);
      scan.report(detector, start, stop, reasons);
      return;
    }
  }
}
