/**
 * Private keys in PEM (RFC 7468), OpenSSH, PGP (RFC 9580 section 6.2) and PuTTY form.
 *
 * @module
 */
import { isAlphanumeric } from '../engine/characters.ts';
import { reachAhead } from '../engine/limits.ts';
import { type Detector, reason, type Scan } from '../engine/scan.ts';
import type { TextView } from '../engine/view.ts';

const detector: Detector = { id: 'private-key', category: 'secret.private_key', topics: [] };
const boundary = reason('format', 3, 'encapsulation boundary');
const body = reason('format', 3.5, 'base64 lines');
const rest = reason('format', 3, 'goes on with a private key');
const empty = reason('negative', -4, 'no key material');

/** Whether the units from `at` on are `text`. */
const stands = (view: TextView, at: number, text: string): boolean => view.startsWith(text, at);

/** Looks for a key whose boundary has its word `BEGIN` at `begin`. Returns its end, or -1. */
export function findPrivateKey(scan: Scan, begin: number): number {
  const { view } = scan;
  let start = begin;
  while (begin - start < 8 && (view.at(start - 1) === 0x2d || view.at(start - 1) === 0x20))
    start -= 1;
  while (view.at(start) === 0x20) start += 1;
  if (!stands(view, start, '----')) return -1;
  let labelEnd = begin + 6;
  while (
    labelEnd - begin < 60 &&
    view.at(labelEnd) !== 0x2d &&
    view.at(labelEnd) !== 0x0a &&
    labelEnd < view.length
  )
    labelEnd += 1;
  const label = view.slice(begin + 6, labelEnd).trim();
  if (!/PRIVATE KEY(?: BLOCK)?$|^(?:OPENSSH|SSH2 ENCRYPTED) PRIVATE/i.test(label)) return -1;
  let at = labelEnd;
  while (view.at(at) === 0x2d) at += 1;
  const from = at;
  // The body runs to the closing boundary; without one, as long as it looks like base64, headers or escaped line ends.
  let limit = Math.min(view.length, start + reachAhead);
  let close = -1;
  let letters = 0;
  while (at < limit) {
    const unit = view.at(at);
    if (unit === 0x2d && stands(view, at, '-----end')) {
      close = at;
      break;
    }
    // Another key begins: this one has no end. Without this, many beginnings in a row would each read to the limit.
    if (unit === 0x42 && view.at(at - 1) === 0x2d && stands(view, at, 'begin ')) {
      limit = at;
      break;
    }
    if (isAlphanumeric(unit)) letters += 1;
    at += 1;
  }
  if (close >= 0) {
    at = close + 8;
    while (at < limit && at - close < 80 && view.at(at) !== 0x2d && view.at(at) !== 0x0a) at += 1;
    while (view.at(at) === 0x2d) at += 1;
  } else {
    at = bodyEnd(view, from, limit);
    letters = at - from;
  }
  const text = view.slice(from, Math.min(at, from + 400));
  const reasons = [boundary];
  if (letters < 16 || /\.\.\.|<|\$\{/.test(text.slice(0, 120))) reasons.push(empty);
  else reasons.push(body);
  scan.report(detector, start, at, reasons);
  return at;
}

/** Whether a key that was found reaches as far as one look does: what follows may be the rest of it. */
export function isOpenKey(found: { detector: string; start: number; end: number }): boolean {
  return found.detector === detector.id && found.end - found.start >= reachAhead - 4;
}

/**
 * Goes on with a key whose body was read up to `from`. What follows is reported as a finding of its own, since the first may have been
 * given out already.
 *
 * @returns Where to go on, or -1 where the key has ended.
 */
export function findKeyRest(scan: Scan, from: number): number {
  const { view } = scan;
  const limit = Math.min(view.length, from + reachAhead);
  let start = from;
  while (start < limit && !isAlphanumeric(view.at(start)) && view.at(start) !== 0x2d) start += 1;
  let at = start;
  while (at < limit && !(view.at(at) === 0x2d && stands(view, at, '-----end'))) at += 1;
  const isClosed = at < limit;
  if (isClosed) {
    const close = at;
    at += 8;
    while (at < view.length && at - close < 80 && view.at(at) !== 0x2d && view.at(at) !== 0x0a)
      at += 1;
    while (view.at(at) === 0x2d) at += 1;
  } else at = bodyEnd(view, start, limit);
  if (at <= start) return -1;
  scan.report(detector, start, at, [rest, body]);
  return !isClosed && at >= limit - 4 ? at : -1;
}

function bodyEnd(view: TextView, from: number, limit: number): number {
  let at = from;
  let end = from;
  while (at < limit) {
    const unit = view.at(at);
    if (isAlphanumeric(unit) || unit === 0x2b || unit === 0x2f || unit === 0x3d || unit === 0x5c)
      end = at + 1;
    else if (
      unit !== 0x0a &&
      unit !== 0x0d &&
      unit !== 0x20 &&
      unit !== 0x09 &&
      unit !== 0x3a &&
      unit !== 0x2d &&
      unit !== 0x2c &&
      unit !== 0x22
    )
      break;
    at += 1;
  }
  return end;
}
