/**
 * Tokens of cloud and software providers that begin with a prefix of their own.
 *
 * @module
 */
import type { Evidence } from '@yushu/core';
import { isAlphanumeric, isDigit, isHex, isLetter } from '../engine/characters.ts';
import { type Detector, reason, type Scan } from '../engine/scan.ts';
import type { TextView } from '../engine/view.ts';
import { type Alphabet, type TokenRule, tokenRules } from '../lexicon/token-rules.ts';
import { hasGithubChecksum } from './github-checksum.ts';
import { findPairedSecret } from './paired-secret.ts';
import { isKnownExample, isPlaceholder, shannonEntropy } from './secret-value.ts';

const shape = reason('format', 2.4, 'prefix and length of the provider');
const checksum = reason('checksum', 3, 'CRC-32 of the token');
const readable = reason('format', 4, 'name of the provider in base64');
const noChecksum = reason('negative', -0.6, 'CRC-32 differs');
const example = reason('negative', -4, 'placeholder');
const regular = reason('entropy', -2.5, 'little entropy');

const detectors = new Map<string, Detector>();
const buckets: (readonly TokenRule[] | undefined)[] = new Array(128 * 128);
for (const rule of tokenRules) {
  const key = rule.prefix.charCodeAt(0) * 128 + rule.prefix.charCodeAt(1);
  buckets[key] = [...(buckets[key] ?? []), rule];
  detectors.set(rule.category, {
    id: 'provider-token',
    category: rule.category,
    topics: ['secret.generic', 'secret.password'],
  });
}

function belongs(unit: number, alphabet: Alphabet): boolean {
  switch (alphabet) {
    case 'digits':
      return isDigit(unit);
    case 'hex':
      return isDigit(unit) || (unit >= 0x61 && unit <= 0x66);
    case 'hexAny':
      return isHex(unit);
    case 'letters':
      return isLetter(unit);
    case 'base32':
      return (unit >= 0x32 && unit <= 0x37) || (unit >= 0x41 && unit <= 0x5a);
    case 'upperAlnum':
      return isDigit(unit) || (unit >= 0x41 && unit <= 0x5a);
    case 'lowerAlnum':
      return isDigit(unit) || (unit >= 0x61 && unit <= 0x7a);
    case 'alnum':
      return isAlphanumeric(unit);
    case 'word':
      return isAlphanumeric(unit) || unit === 0x5f;
    case 'base64url':
      return isAlphanumeric(unit) || unit === 0x5f || unit === 0x2d;
    case 'base64':
      return isAlphanumeric(unit) || unit === 0x2b || unit === 0x2f || unit === 0x3d;
    case 'dotted':
      return isAlphanumeric(unit) || unit === 0x5f || unit === 0x2d || unit === 0x2e;
  }
}

function hasPrefix(view: TextView, start: number, prefix: string): boolean {
  for (let index = 2; index < prefix.length; index += 1) {
    if (view.at(start + index) !== prefix.charCodeAt(index)) return false;
  }
  return true;
}

/** Whether a rule begins with these two units. */
export function mayBeToken(first: number, second: number): boolean {
  return first < 128 && second < 128 && buckets[first * 128 + second] !== undefined;
}

/** Looks for a token that begins with the word at `start`. Returns its end, or -1. */
export function findPrefixedToken(scan: Scan, start: number): number {
  const { view } = scan;
  const rules = buckets[view.at(start) * 128 + view.at(start + 1)];
  if (rules === undefined) return -1;
  for (const rule of rules) {
    if (!hasPrefix(view, start, rule.prefix)) continue;
    const body = start + rule.prefix.length;
    let end = body;
    while (end - body <= rule.longest && belongs(view.at(end), rule.alphabet)) end += 1;
    const length = end - body;
    if (length < rule.shortest || length > rule.longest) continue;
    if (isAlphanumeric(view.at(end)) || (view.at(end) === 0x5f && rule.alphabet !== 'alnum'))
      continue;
    if (rule.pattern?.test(view.slice(body, end)) === false) continue;
    report(scan, rule, start, body, end);
    return end;
  }
  return -1;
}

function report(scan: Scan, rule: TokenRule, start: number, body: number, end: number): void {
  const text = scan.view.slice(body, end);
  const reasons: Evidence[] = [shape];
  // Bedrock keys are base64 of a text that begins so: no other text does.
  if (rule.prefix === 'ABSK' && text.startsWith('QmVkcm9ja0FQSUtleS')) reasons.push(readable);
  if (isPlaceholder(text) || isKnownExample(scan.view.slice(start, end))) reasons.push(example);
  if (shannonEntropy(text) < Math.min(2.6, Math.log2(text.length) * 0.6)) reasons.push(regular);
  if (rule.category === 'secret.github.token' && rule.alphabet === 'alnum') {
    reasons.push(hasGithubChecksum(text) ? checksum : noChecksum);
  }
  if (isLetter(scan.view.at(start - 1))) return;
  scan.report(detectors.get(rule.category)!, start, end, reasons);
  findPairedSecret(scan, rule.category, end);
}
