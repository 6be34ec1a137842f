import { DataSecurityError } from '@yushu/core';
import { RE2JS } from 're2js';
import type { DetectorRule } from './rule.ts';

/** A match: the value, and the whole around it. */
export interface PatternMatch {
  readonly start: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
}

/** A pattern that runs in linear time. */
export interface Matcher {
  /** Matches in order. */
  matches(text: string): Iterable<PatternMatch>;
}

/** A class that is made and used as `RegExp` is; `re2` (native) has it. */
export type LinearRegExp = new (
  source: string,
  flags: string,
) => {
  exec(text: string): (readonly (string | undefined)[] & { readonly index: number }) | null;
  lastIndex: number;
};

/** The error of a rule that cannot be used. It names the rule and quotes nothing of it. */
export function ruleError(
  rule: Pick<DetectorRule, 'id'>,
  reason: string,
  hint: string,
  details: Readonly<Record<string, number>> = {},
): DataSecurityError<'ERR_DETECT_RULE'> {
  return new DataSecurityError('ERR_DETECT_RULE', `A detector rule cannot be used: ${reason}`, {
    hint,
    details: { rule: rule.id, ...details },
  });
}

/** What in a pattern of other engines has no linear time, and what it is called. */
const beyondLinear: readonly (readonly [RegExp, string])[] = [
  [/\(\?<?[=!]/, 'it looks ahead or behind'],
  [/\\[1-9]|\\k<|\(\?P=/, 'it refers back to a group'],
  [/\(\?>|[*+?}]\+/, 'it has a possessive or atomic group'],
];

function notLinear(rule: DetectorRule, source: string): DataSecurityError {
  const found = beyondLinear.find(([sign]) => sign.test(source))?.[1];
  return ruleError(
    rule,
    `its pattern is not in RE2 syntax${found === undefined ? '' : `: ${found}`}`,
    'Leave out backreferences and lookaround, without which time is linear; repeat 1,000 times at most.',
  );
}

/** Makes a matcher of a pattern of a rule: with the class that is given, or with `re2js`. */
export function createMatcher(
  rule: DetectorRule,
  source: string,
  group: number | 'first',
  Engine: LinearRegExp | undefined,
): Matcher {
  return Engine === undefined
    ? withRe2js(rule, source, group)
    : withEngine(rule, source, group, Engine);
}

function withRe2js(rule: DetectorRule, source: string, group: number | 'first'): Matcher {
  let compiled: RE2JS;
  try {
    compiled = RE2JS.compile(source, rule.ignoreCase === true ? RE2JS.CASE_INSENSITIVE : 0);
  } catch {
    throw notLinear(rule, source);
  }
  const groups = compiled.groupCount();
  if (group !== 'first' && group > groups)
    throw ruleError(rule, 'its pattern has no such group', 'Count groups from 1.', { groups });
  return {
    *matches(text) {
      const matcher = compiled.matcher(text);
      while (matcher.find()) {
        let index = group === 'first' ? 0 : group;
        if (group === 'first') {
          for (let at = 1; at <= groups && index === 0; at += 1)
            if ((matcher.group(at) ?? '') !== '') index = at;
        }
        const start = matcher.start(index);
        if (start < 0) continue;
        yield { start, end: matcher.end(index), from: matcher.start(), to: matcher.end() };
      }
    },
  };
}

function withEngine(
  rule: DetectorRule,
  source: string,
  group: number | 'first',
  Engine: LinearRegExp,
): Matcher {
  const flags = rule.ignoreCase === true ? 'giu' : 'gu';
  let compiled: InstanceType<LinearRegExp>;
  try {
    compiled = new Engine(source, flags);
  } catch {
    throw notLinear(rule, source);
  }
  return {
    *matches(text) {
      compiled.lastIndex = 0;
      for (let match = compiled.exec(text); match !== null; match = compiled.exec(text)) {
        const whole = match[0] ?? '';
        // Other runs of the same pattern may come in between.
        const next = match.index + Math.max(1, whole.length);
        const index =
          group === 'first'
            ? Math.max(
                0,
                match.findIndex((one, at) => at > 0 && !!one),
              )
            : group;
        const value = match[index];
        if (value !== undefined) {
          const start = match.index + (index === 0 ? 0 : whole.indexOf(value));
          yield {
            start,
            end: start + value.length,
            from: match.index,
            to: match.index + whole.length,
          };
        }
        compiled.lastIndex = next;
      }
    },
  };
}
