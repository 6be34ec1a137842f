import type { CustomDetector } from '../custom-detector.ts';
import { cleanText } from './clean-text.ts';
import { type CompiledRule, findMatches } from './find-matches.ts';
import { createMatcher, type LinearRegExp, type Matcher, ruleError } from './matcher.ts';
import { patternWidth } from './pattern-width.ts';
import type { DetectorRule } from './rule.ts';
import { findValidator } from './validators.ts';

/** Options of {@link compileDetectors}. */
export interface CompileOptions {
  /** A faster linear-time engine than the built-in `re2js`, such as the class that the package `re2` exports. */
  readonly engine?: LinearRegExp | undefined;
}

/** What a rule does on clean text. */
export interface CleanTextMeasure {
  /** Matches that would be reported by default, in a million characters. */
  readonly alarmsPerMillion: number;
  /** Share of the text that they cover, 0 to 1. */
  readonly share: number;
}

/** Share of clean text above which a rule is refused. */
export const largestShare = 0.01;

const likely = Math.log(0.7 / 0.3);

/** Tries a rule on the clean text. Only what would be reported counts: a rule may be broad if it asks for a cue. */
export function measureOnCleanText(compiled: CompiledRule): CleanTextMeasure {
  const text = cleanText();
  let covered = 0;
  let alarms = 0;
  for (const { start, end, evidence } of findMatches(compiled, text)) {
    if (evidence.reduce((sum, { weight }) => sum + weight, 0) < likely) continue;
    covered += end - start;
    alarms += 1;
  }
  const perMillion = (alarms / text.length) * 1_000_000;
  return { alarmsPerMillion: Math.round(perMillion * 10) / 10, share: covered / text.length };
}

/**
 * Compiles the patterns of a rule and looks for what makes it useless.
 *
 * @throws {DataSecurityError} `ERR_DETECT_RULE`, see {@link compileDetectors}.
 */
export function compileRule(rule: DetectorRule, engine: LinearRegExp | undefined): CompiledRule {
  const whole = (source: string): Matcher => createMatcher(rule, source, 0, engine);
  const matcher = createMatcher(rule, rule.pattern, rule.group ?? 0, engine);
  const width = patternWidth(rule.pattern);
  // `\\b` alone matches no empty text, and nothing else either.
  let isEmpty = width === 0;
  for (const _ of whole(rule.pattern).matches('')) isEmpty = true;
  if (isEmpty)
    throw ruleError(
      rule,
      'its pattern matches the empty text',
      'Let it match one character at least.',
    );
  const isValid = rule.validator === undefined ? undefined : findValidator(rule.validator);
  if (rule.validator !== undefined && isValid === undefined)
    throw ruleError(rule, 'it names no validator', 'See ValidatorName for the names.');
  return {
    rule,
    matcher,
    allow: (rule.allow ?? []).map(whole),
    allowMatch: (rule.allowMatch ?? []).map(whole),
    allowLine: (rule.allowLine ?? []).map(whole),
    isValid,
    width,
    keywords: rule.keywords?.length ? rule.keywords.map((word) => word.toLowerCase()) : undefined,
  };
}

/**
 * Makes detectors from rules. Patterns run in linear time, and a pattern that matches everything is refused: it is tried on clean
 * text that comes with the package.
 *
 * @throws {DataSecurityError} `ERR_DETECT_RULE` where a pattern is not in RE2 syntax, matches the empty text, or covers more than 1 %
 * of clean text, or where the validator has no such name; the details name the rule. `lintRules` tells of all rules at once.
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
  return rules.map((rule) => {
    const compiled = compileRule(rule, options.engine);
    const { share, alarmsPerMillion } = measureOnCleanText(compiled);
    if (share > largestShare) {
      throw ruleError(
        rule,
        'it matches clean text',
        'Make the pattern narrower, or lower its score and give cues.',
        { share, alarmsPerMillion },
      );
    }
    return {
      id: rule.id,
      category: rule.category,
      keywords: compiled.keywords,
      find: (text) => findMatches(compiled, text),
    };
  });
}
