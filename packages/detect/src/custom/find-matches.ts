import type { Evidence } from '@yushu/core';
import type { CustomMatch } from '../custom-detector.ts';
import { shannonEntropy } from '../detectors/secret-value.ts';
import type { Matcher } from './matcher.ts';
import type { DetectorRule } from './rule.ts';

/** A rule whose patterns are compiled. */
export interface CompiledRule {
  readonly rule: DetectorRule;
  readonly matcher: Matcher;
  readonly allow: readonly Matcher[];
  readonly allowMatch: readonly Matcher[];
  readonly allowLine: readonly Matcher[];
  readonly isValid: ((value: string) => boolean) | undefined;
  /** Most units that the pattern matches. */
  readonly width: number;
  readonly keywords: readonly string[] | undefined;
}

/** Patterns that may match more than this are tried on the whole text where a keyword stands in it. */
const widestWindow = 2048;

const oddsOf = (score: number): number => {
  const bounded = Math.min(0.999, Math.max(0.001, score));
  return Math.log(bounded / (1 - bounded));
};

/** The stretches of a text where a match near a keyword can stand. */
function* windowsOf(
  lower: string,
  keywords: readonly string[],
  width: number,
): Generator<readonly [number, number]> {
  if (width > widestWindow) {
    if (keywords.some((word) => lower.includes(word))) yield [0, lower.length];
    return;
  }
  const nexts = keywords.map((word) => lower.indexOf(word));
  let start = -1;
  let end = -1;
  for (;;) {
    let first = -1;
    for (let at = 0; at < nexts.length; at += 1)
      if (nexts[at]! >= 0 && (first < 0 || nexts[at]! < nexts[first]!)) first = at;
    if (first < 0) break;
    const place = nexts[first]!;
    const word = keywords[first]!;
    nexts[first] = lower.indexOf(word, place + 1);
    // One unit more on both sides, which word boundaries look at.
    const from = Math.max(0, place - width - 1);
    const to = Math.min(lower.length, place + word.length + width + 1);
    if (from > end && end >= 0) {
      yield [start, end];
      start = from;
    } else if (start < 0) start = from;
    end = to;
  }
  if (end >= 0) yield [start, end];
}

/** The matches of a rule in a text. */
export function* findMatches(compiled: CompiledRule, text: string): Generator<CustomMatch> {
  const { rule, keywords, width } = compiled;
  const { cues = [] } = rule;
  const lower = keywords === undefined && cues.length === 0 ? '' : text.toLowerCase();
  if (keywords === undefined) {
    yield* matchesWithin(compiled, text, lower, 0, text.length);
    return;
  }
  for (const [from, to] of windowsOf(lower, keywords, width))
    yield* matchesWithin(compiled, text, lower, from, to);
}

function* matchesWithin(
  compiled: CompiledRule,
  text: string,
  lower: string,
  from: number,
  to: number,
): Generator<CustomMatch> {
  const { rule, matcher, isValid, allow, allowMatch, allowLine } = compiled;
  const { cues = [], cueReach = 40, score = 0.75, stopWords = [] } = rule;
  const shape: Evidence = { kind: 'format', weight: oddsOf(score), detail: 'pattern of the rule' };
  const within = from === 0 && to === text.length ? text : text.slice(from, to);
  for (const match of matcher.matches(within)) {
    const start = from + match.start;
    const end = from + match.end;
    if (end <= start) continue;
    const value = text.slice(start, end);
    if (isValid?.(value) === false) continue;
    if (rule.minEntropy !== undefined && shannonEntropy(value) < rule.minEntropy) continue;
    const small = stopWords.length === 0 ? '' : value.toLowerCase();
    if (stopWords.some((word) => small.includes(word.toLowerCase()))) continue;
    if (allow.some((pattern) => hasMatch(pattern, value))) continue;
    if (allowMatch.length > 0) {
      const whole = within.slice(match.from, match.to);
      if (allowMatch.some((pattern) => hasMatch(pattern, whole))) continue;
    }
    if (allowLine.length > 0) {
      const line = lineAround(text, start, end);
      if (allowLine.some((pattern) => hasMatch(pattern, line))) continue;
    }
    const evidence = [shape];
    if (cues.length > 0) {
      const at = from + match.from;
      const before = lower.slice(Math.max(0, at - cueReach), at);
      const cue = cues.find((word) => before.includes(word.toLowerCase()));
      if (cue !== undefined) evidence.push({ kind: 'cue', weight: 2.5, detail: cue });
    }
    yield { start, end, evidence };
  }
}

/** The line, 1,024 units of it on either side at most. */
function lineAround(text: string, start: number, end: number): string {
  const before = text.slice(Math.max(0, start - 1024), start);
  const after = text.slice(end, end + 1024);
  return `${before.slice(before.lastIndexOf('\n') + 1)}${text.slice(start, end)}${after.split('\n', 1)[0] ?? ''}`;
}

function hasMatch(matcher: Matcher, text: string): boolean {
  for (const _ of matcher.matches(text)) return true;
  return false;
}
