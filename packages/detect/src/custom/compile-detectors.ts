import { DataSecurityError, type Evidence } from '@yushu/core';
import { RE2JS } from 're2js';
import type { CustomDetector, CustomMatch } from '../custom-detector.ts';
import { shannonEntropy } from '../detectors/secret-value.ts';
import { luhn } from '../national/check-digits.ts';
import { falseAlarmsOnCleanText } from './clean-text.ts';
import type { DetectorRule } from './rule.ts';

/** Matches of one pattern, in order; both `re2js` and a `RegExp`-like `re2` give these. */
interface Matcher {
  matches(text: string): Iterable<{
    readonly start: number;
    readonly end: number;
    readonly value: string;
    readonly from: number;
  }>;
}

/** A class that is made and used as `RegExp` is; `re2` (native) has it. */
export type LinearRegExp = new (
  source: string,
  flags: string,
) => {
  exec(text: string): (readonly (string | undefined)[] & { readonly index: number }) | null;
  lastIndex: number;
};

/** Options of {@link compileDetectors}. */
export interface CompileOptions {
  /** A faster linear-time engine than the built-in `re2js`, such as the class that the package `re2` exports. */
  readonly engine?: LinearRegExp;
}

function problem(rule: DetectorRule, reason: string, hint: string): DataSecurityError {
  return new DataSecurityError('ERR_DETECT_RULE', `A detector rule cannot be used: ${reason}`, {
    hint,
    details: { rule: rule.id },
  });
}

function withRe2js(rule: DetectorRule, source: string): Matcher {
  let compiled: RE2JS;
  try {
    compiled = RE2JS.compile(source, rule.ignoreCase === true ? RE2JS.CASE_INSENSITIVE : 0);
  } catch {
    throw problem(
      rule,
      'its pattern is not in RE2 syntax',
      'Leave out backreferences and lookaround.',
    );
  }
  const group = rule.group ?? 0;
  return {
    *matches(text) {
      const matcher = compiled.matcher(text);
      while (matcher.find()) {
        const value = matcher.group(group);
        if (value === null || value === undefined) continue;
        yield {
          start: matcher.start(group),
          end: matcher.end(group),
          value,
          from: matcher.start(),
        };
      }
    },
  };
}

function withEngine(rule: DetectorRule, source: string, Engine: LinearRegExp): Matcher {
  const flags = rule.ignoreCase === true ? 'giu' : 'gu';
  let compiled: InstanceType<LinearRegExp>;
  try {
    compiled = new Engine(source, flags);
  } catch {
    throw problem(
      rule,
      'its pattern is not in RE2 syntax',
      'Leave out backreferences and lookaround.',
    );
  }
  const group = rule.group ?? 0;
  return {
    *matches(text) {
      compiled.lastIndex = 0;
      for (let match = compiled.exec(text); match !== null; match = compiled.exec(text)) {
        if (match[0] === '') compiled.lastIndex += 1;
        const value = match[group];
        if (value === undefined) continue;
        const start = match.index + (group === 0 ? 0 : match[0]!.indexOf(value));
        yield { start, end: start + value.length, value, from: match.index };
      }
    },
  };
}

/**
 * Makes detectors from rules. Patterns run in linear time, and a pattern that matches everything is refused: it is tried on clean
 * text that comes with the package.
 *
 * @throws {DataSecurityError} `ERR_DETECT_RULE` where a pattern is not in RE2 syntax, matches the empty text, or matches much clean
 * text; the details name the rule.
 *
 * @example
 * ```ts
 * import { createScanner } from '@yushu/detect';
 * import { compileDetectors } from '@yushu/detect/custom';
 *
 * const detectors = compileDetectors([
 *   { id: 'badge', category: 'custom.badge', pattern: 'B-\\d{5}', score: 0.5, cues: ['badge', '胸卡'] },
 * ]);
 * const scanner = createScanner({ detectors });
 * console.log(scanner.scan('胸卡 B-12345')[0]?.category); // custom.badge
 * ```
 */
export function compileDetectors(
  rules: readonly DetectorRule[],
  options: CompileOptions = {},
): CustomDetector[] {
  const { engine } = options;
  return rules.map((rule) => {
    const make = (source: string): Matcher =>
      engine === undefined ? withRe2js(rule, source) : withEngine(rule, source, engine);
    const matcher = make(rule.pattern);
    const allowed = (rule.allow ?? []).map(make);
    for (const match of matcher.matches('')) {
      throw problem(
        rule,
        `its pattern matches the empty text (${match.end})`,
        'Let it match one character at least.',
      );
    }
    const find = (text: string): Iterable<CustomMatch> => findMatches(rule, matcher, allowed, text);
    const share = falseAlarmsOnCleanText(find);
    if (share > 0.01) {
      throw problem(
        rule,
        'it matches clean text',
        'Make the pattern narrower, or lower its score and give cues.',
      );
    }
    return { id: rule.id, category: rule.category, find };
  });
}

const oddsOf = (score: number): number => Math.log(score / (1 - score));

function* findMatches(
  rule: DetectorRule,
  matcher: Matcher,
  allowed: readonly Matcher[],
  text: string,
): Iterable<CustomMatch> {
  const { keywords, cues = [], cueReach = 40, score = 0.75, stopWords = [] } = rule;
  const lower = keywords === undefined && cues.length === 0 ? '' : text.toLowerCase();
  if (keywords !== undefined && !keywords.some((word) => lower.includes(word.toLowerCase())))
    return;
  const shape: Evidence = {
    kind: 'format',
    weight: oddsOf(Math.min(0.999, Math.max(0.001, score))),
    detail: 'pattern of the rule',
  };
  for (const { start, end, value, from } of matcher.matches(text)) {
    if (end <= start || (rule.validator === 'luhn' && !luhn(value.replaceAll(/\D/g, '')))) continue;
    if (rule.minEntropy !== undefined && shannonEntropy(value) < rule.minEntropy) continue;
    const small = value.toLowerCase();
    if (stopWords.some((word) => small.includes(word.toLowerCase()))) continue;
    if (allowed.some((pattern) => !isEmpty(pattern.matches(value)))) continue;
    const before = lower.slice(Math.max(0, from - cueReach), from);
    const cue = cues.find((word) => before.includes(word.toLowerCase()));
    yield {
      start,
      end,
      evidence: cue === undefined ? [shape] : [shape, { kind: 'cue', weight: 2.5, detail: cue }],
    };
  }
}

function isEmpty(items: Iterable<unknown>): boolean {
  for (const _ of items) return false;
  return true;
}
