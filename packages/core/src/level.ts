/**
 * Levels of data: 1 to 4 within 一般数据 (general data), then 重要数据 and 核心数据 above.
 *
 * Source: GB/T 43697-2024 《数据安全技术 数据分类分级规则》, which grades data as core, important and general, and lets an
 * organisation divide general data further. The four steps are this project's own default.
 *
 * @module
 */
import { DataSecurityError } from './errors.ts';

/** The levels from lowest to highest. */
export const levels = [1, 2, 3, 4, 'important', 'core'] as const;

/** A level of data: 1 (lowest) to 4 within general data, `important` (重要数据) and `core` (核心数据) above. */
export type Level = (typeof levels)[number];

/** A condition on levels as a policy writes it, such as `3`, `">=3"` or `"important"`. */
export type LevelCondition =
  | Level
  | `${'>=' | '<=' | '>' | '<' | '='}${1 | 2 | 3 | 4 | 'important' | 'core'}`;

/**
 * Orders two levels: negative when `a` is lower, 0 when equal, positive when `a` is higher.
 *
 * @example
 * ```ts
 * import { compareLevels } from '@yushu/core';
 *
 * console.log(compareLevels('important', 4) > 0); // true
 * ```
 */
export function compareLevels(a: Level, b: Level): number {
  return levels.indexOf(a) - levels.indexOf(b);
}

/** The level that a text or number names, or `undefined`. */
function readLevel(value: unknown): Level | undefined {
  return levels.find((level) => level === value || String(level) === value);
}

/**
 * Compiles a {@link LevelCondition} to a test of a level.
 *
 * @throws {DataSecurityError} `ERR_CORE_LEVEL` where the condition is none.
 *
 * @example
 * ```ts
 * import { compileLevelCondition } from '@yushu/core';
 *
 * const sensitive = compileLevelCondition('>=3');
 * console.log(sensitive(4), sensitive(2)); // true false
 * ```
 */
export function compileLevelCondition(condition: LevelCondition): (level: Level) => boolean {
  const text = String(condition);
  const operator = /^(?:>=|<=|>|<|=)?/.exec(text)?.[0] ?? '';
  const bound = readLevel(text.slice(operator.length).trim());
  if (bound === undefined) {
    throw new DataSecurityError('ERR_CORE_LEVEL', 'Not a condition on levels', {
      hint: 'Write a level (1, 2, 3, 4, important, core), with >=, <=, > or < before it if wanted.',
    });
  }
  const rank = levels.indexOf(bound);
  const tests: Record<string, (level: Level) => boolean> = {
    '>=': (level) => levels.indexOf(level) >= rank,
    '<=': (level) => levels.indexOf(level) <= rank,
    '>': (level) => levels.indexOf(level) > rank,
    '<': (level) => levels.indexOf(level) < rank,
  };
  return tests[operator] ?? ((level) => level === bound);
}
