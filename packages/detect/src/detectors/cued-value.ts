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

/** The word for an account, and the bank with its branch before the number. */
const accountOfBank =
  /(?:[账帐]号|[账帐]户|开户行|account)[^\n,;，；。:]{0,8}[:：]\s{0,3}[\p{Script=Han}]{2,24}(?:银行|信用社|合作社|支行|分行|营业部|分理处)\s{0,2}$/iu;
const ofBank = reason('cue', 1.4, 'account at a bank');

/** Looks for an account behind its label and the bank: `开户行及账号：江苏银行755986085331681`. */
function findAccountOfBank(scan: Scan, start: number, end: number): void {
  const { view } = scan;
  let at = start - 1;
  while (start - at < 3 && view.at(at) === 0x20) at -= 1;
  const before = view.at(at);
  // 行, 社, 部, 处.
  if (before !== 0x884c && before !== 0x793e && before !== 0x90e8 && before !== 0x5904) return;
  if (!isAllDigits(scan, start, end) || end - start > 24) return;
  if (!accountOfBank.test(view.slice(Math.max(0, start - 48), start))) return;
  const { detector, reasons } = kindOf('finance.account', 'finance.account', -0.6);
  scan.report(detector, start, end, [...reasons, ofBank]);
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
  if (hit?.cue.secret === true || !isAllDigits(scan, start, wordEnd))
    findNamedSecret(scan, start, hit !== undefined);
  const shapes = hit?.cue.values;
  if (hit === undefined || shapes === undefined) {
    findSigned(scan, start, wordEnd);
    if (wordEnd - start >= 12) findAccountOfBank(scan, start, wordEnd);
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
