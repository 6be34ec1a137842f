/**
 * JSON Web Tokens: JWS (RFC 7515 section 7.1) and JWE (RFC 7516 section 7.1) in compact form.
 *
 * @module
 */
import { isAlphanumeric } from '../engine/characters.ts';
import { type Detector, reason, type Scan } from '../engine/scan.ts';

const detector: Detector = { id: 'jwt', category: 'secret.jwt', topics: ['secret.generic'] };
const header = reason('format', 4, 'header names an algorithm');
const segments = reason('format', 1, 'segments in base64url');

const empty = reason('negative', -4.5, 'payload names nobody and no time');

/** A text, a list, an object or a claim of RFC 7519 section 4.1 in the payload: a token that says nothing gives no access. */
const saysSomething = /:\s*["[{]|"(?:exp|iat|nbf)"/;

const maxLength = 8000;

function isBase64Url(unit: number): boolean {
  return isAlphanumeric(unit) || unit === 0x2d || unit === 0x5f;
}

/** The text of a base64url segment as Latin-1, or `undefined` where it is none. */
function decode(segment: string): string | undefined {
  try {
    return atob(segment.replaceAll('-', '+').replaceAll('_', '/'));
  } catch {
    return undefined;
  }
}

/** Whether a text is the JSON of a header: an object that names an algorithm. */
function isHeader(text: string): boolean {
  if (!/^\{\s*"/.test(text)) return false;
  try {
    return typeof (JSON.parse(text) as { alg?: unknown }).alg === 'string';
  } catch {
    return false;
  }
}

/** Two long segments that begin as JSON does, though they do not decode: cut or altered, but someone's token all the same. */
function findBrokenJwt(scan: Scan, start: number, ends: readonly number[]): number {
  const [first, second] = ends as [number, number];
  if (
    ends.length < 2 ||
    first - start < 17 ||
    second - first < 17 ||
    !scan.view.startsWith('ey', first + 1)
  )
    return -1;
  const end = ends.at(Math.min(2, ends.length - 1))!;
  scan.report(detector, start, end, [segments]);
  scan.encodedTo = Math.max(scan.encodedTo, end);
  return end;
}

/** Looks for a token that begins with the word at `start`; `ey` stands there, the beginning of `{"`. Returns its end, or -1. */
export function findJwt(scan: Scan, start: number): number {
  const { view } = scan;
  const ends: number[] = [];
  let at = start;
  while (ends.length < 5 && at - start < maxLength) {
    while (isBase64Url(view.at(at)) && at - start < maxLength) at += 1;
    ends.push(at);
    if (view.at(at) !== 0x2e || !(isBase64Url(view.at(at + 1)) || view.at(at + 1) === 0x2e)) break;
    at += 1;
  }
  const parts = ends.length >= 5 ? 5 : ends.length >= 3 ? 3 : ends.length === 2 ? 2 : 0;
  if (parts === 0 || ends[0]! - start > 2048) return -1;
  const head = decode(view.slice(start, ends[0]!));
  if (head === undefined || !isHeader(head)) return findBrokenJwt(scan, start, ends);
  const second = view.slice(ends[0]! + 1, ends[1]!);
  if (parts !== 5 && !/^\s*\{/.test(decode(second) ?? '')) return findBrokenJwt(scan, start, ends);
  let end = ends[parts - 1]!;
  // `header.payload.` of an unsecured token (RFC 7519 section 6) ends with a dot.
  if (parts === 2 && view.at(end) === 0x2e) end += 1;
  const isEmpty = parts === 3 && !saysSomething.test(decode(second) ?? '');
  scan.report(detector, start, end, isEmpty ? [header, segments, empty] : [header, segments]);
  // What the payload says is part of the token.
  scan.encodedTo = Math.max(scan.encodedTo, end);
  return end;
}
