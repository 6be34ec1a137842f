import { isDataSecurityError } from '@yushu/core';
import {
  type CompileOptions,
  compileRule,
  largestShare,
  measureOnCleanText,
} from './compile-detectors.ts';
import type { DetectorRule } from './rule.ts';

/** What the lint says of a rule. */
export interface RuleReport {
  readonly id: string;
  /** Whether `compileDetectors` takes it. */
  readonly ok: boolean;
  /** Why it is refused. */
  readonly problems: readonly string[];
  /** What could be better. */
  readonly advice: readonly string[];
  /** Matches in a million characters of clean text that would be reported by default; absent where the pattern does not compile. */
  readonly alarmsPerMillion?: number;
  /** Longest match in UTF-16 code units; infinite where the pattern has no bound. */
  readonly width?: number;
}

/** Longest match that a stream sees as a whole. */
const longestMatch = 8192;

/**
 * Looks at rules one by one: whether their patterns run in linear time, match everything, and how often each would raise a false
 * alarm in a million characters of clean text.
 *
 * @example
 * ```ts
 * import { lintRules } from '@yushu/detect/custom';
 *
 * const [good, bad] = lintRules([
 *   { id: 'badge', category: 'custom.badge', pattern: 'B-\\d{5}' },
 *   { id: 'any', category: 'custom.any', pattern: '\\d+' },
 * ]);
 * console.log(good?.ok, good?.alarmsPerMillion); // true 0
 * console.log(bad?.ok, bad?.problems); // false [ 'it matches clean text' ]
 * ```
 */
export function lintRules(
  rules: readonly DetectorRule[],
  options: CompileOptions = {},
): RuleReport[] {
  const seen = new Set<string>();
  return rules.map((rule) => {
    const { id } = rule;
    const problems: string[] = [];
    const advice: string[] = [];
    if (seen.has(id)) advice.push('another rule has the same id');
    seen.add(id);
    try {
      const compiled = compileRule(rule, options.engine);
      const { width } = compiled;
      const { alarmsPerMillion, share } = measureOnCleanText(compiled);
      if (share > largestShare) problems.push('it matches clean text');
      else if (alarmsPerMillion > 0) advice.push('it matches clean text now and then');
      if (width > longestMatch)
        advice.push('matches longer than 8,192 may be cut: bound its repetitions');
      if (rule.keywords === undefined || rule.keywords.length === 0)
        advice.push('without keywords the pattern is tried on all text, which is slow');
      return { id, ok: problems.length === 0, problems, advice, alarmsPerMillion, width };
    } catch (error) {
      if (!isDataSecurityError(error, 'ERR_DETECT_RULE')) throw error;
      problems.push(error.message.replace('A detector rule cannot be used: ', ''));
      return { id, ok: false, problems, advice };
    }
  });
}
