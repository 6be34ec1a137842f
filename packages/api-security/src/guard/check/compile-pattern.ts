import { RE2JS } from 're2js';

const kept = new Map<string, ((text: string) => boolean) | undefined>();

/** Patterns that are kept compiled; descriptions have far fewer. */
const maxKept = 10_000;

/**
 * A test by the pattern of a schema, in time linear in the text (RE2). `undefined` where the pattern is none, or needs what only
 * backtracking can do, such as looking ahead.
 */
export function compilePattern(pattern: string): ((text: string) => boolean) | undefined {
  if (kept.has(pattern)) return kept.get(pattern);
  let test: ((text: string) => boolean) | undefined;
  try {
    const compiled = RE2JS.compile(RE2JS.translateRegExp(pattern));
    test = (text) => compiled.matcher(text).find();
  } catch {
    test = undefined;
  }
  if (kept.size >= maxKept) kept.clear();
  kept.set(pattern, test);
  return test;
}
