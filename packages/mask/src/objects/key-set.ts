/**
 * Names of keys that hold secrets, blind to case and to what stands between words: `api_key`, `apiKey`, `API-KEY` are one.
 *
 * @module
 */

const separators = /[-_.\s]/g;

/** A key without separators, in lower case. */
export function normaliseKey(key: string): string {
  return key.replace(separators, '').toLowerCase();
}

/** Keys that are remembered with their answer; others are worked out again. */
const maxRemembered = 4_096;

/** A test whether a key is one of the names. */
export function createKeyTest(names: readonly string[]): (key: string) => boolean {
  const normal = new Set(names.map(normaliseKey));
  const remembered = new Map<string, boolean>();
  return (key) => {
    let answer = remembered.get(key);
    if (answer === undefined) {
      answer = normal.has(normaliseKey(key));
      if (remembered.size < maxRemembered && key.length <= 64) remembered.set(key, answer);
    }
    return answer;
  };
}
