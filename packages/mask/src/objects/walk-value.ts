/**
 * The careful way through a value: whatever it is made of, what comes out is plain data that holds nothing of what is to be redacted.
 *
 * @module
 */

import type { PathState } from './compile-paths.ts';
import { nextState, type RedactionRules } from './redaction-rules.ts';

/** Objects within objects beyond this are cut off. */
const maxDepth = 200;

const circular = '[Circular]';
const tooDeep = '[Too deep]';
const unreadable = '[Unreadable]';

/** Marks what JSON has no value for. */
const absent = Symbol('absent');

/** How a walk treats what JSON leaves empty. */
export interface WalkOptions {
  /** Show the entries of Map and Set and the text of an Error, of which JSON prints `{}`. */
  readonly expand: boolean;
}

type Plain = Record<string, unknown>;

/** Sets a key even where it is `__proto__`. */
function define(target: Plain, key: string, value: unknown): void {
  if (key === '__proto__') {
    Object.defineProperty(target, key, {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  } else target[key] = value;
}

/**
 * A copy as plain data, with paths, keys and strings redacted. Never throws for what a value does when it is read: a getter, proxy or
 * `toJSON` that throws leaves `[Unreadable]`, a circle `[Circular]`.
 */
export function walkValue(value: unknown, rules: RedactionRules, options: WalkOptions): unknown {
  const ancestors = new Set<object>();
  const path: string[] = [];
  const walked = walk(value, rules.start);
  return walked === absent ? undefined : walked;

  function censorOf(member: unknown): unknown {
    const { censor } = rules;
    if (typeof censor !== 'function') return censor;
    try {
      return censor(member, [...path]);
    } catch {
      return '[REDACTED]';
    }
  }

  /** A member of an object or array under its key. */
  function member(
    read: () => unknown,
    key: string,
    state: PathState | undefined,
    isIndex = false,
  ): unknown {
    const next = nextState(state, key);
    path.push(key);
    try {
      let found: unknown;
      try {
        found = read();
      } catch {
        return unreadable;
      }
      if (next?.ends === true || (!isIndex && rules.isSecretKey(key))) {
        if (found === undefined || typeof found === 'function' || typeof found === 'symbol') {
          return absent;
        }
        return rules.remove ? absent : censorOf(found);
      }
      return walk(found, next, key);
    } finally {
      path.pop();
    }
  }

  function walk(given: unknown, state: PathState | undefined, key = ''): unknown {
    switch (typeof given) {
      case 'string':
        return rules.redactString === undefined ? given : rules.redactString(given);
      case 'number':
        return Number.isFinite(given) ? given : null;
      case 'boolean':
        return given;
      case 'bigint':
        return given.toString();
      case 'object':
        break;
      default:
        return absent;
    }
    if (given === null) return null;
    if (ancestors.has(given)) return circular;
    if (ancestors.size >= maxDepth) return tooDeep;
    ancestors.add(given);
    try {
      return walkObject(given, state, key);
    } catch {
      // A proxy may throw wherever it is touched.
      return unreadable;
    } finally {
      ancestors.delete(given);
    }
  }

  function walkObject(given: object, state: PathState | undefined, key: string): unknown {
    const { toJSON } = given as { toJSON?: unknown };
    if (typeof toJSON === 'function') {
      return walk((toJSON as (key: string) => unknown).call(given, key), state, key);
    }
    if (given instanceof Number || given instanceof String || given instanceof Boolean) {
      return walk(given.valueOf(), state, key);
    }
    if (Array.isArray(given)) return walkArray(given, state);
    if (options.expand) {
      if (given instanceof Map) return walkMap(given, state);
      if (given instanceof Set) return walkArray([...given], state);
      if (ArrayBuffer.isView(given)) return showBytes(given);
    }
    const result: Plain = {};
    // What an Error says is not enumerable, and so not in JSON.
    const own = Object.keys(given);
    const keys =
      options.expand && given instanceof Error
        ? [...new Set(['name', 'message', 'stack', 'cause', ...own])]
        : own;
    for (const name of keys) {
      const value = member(() => (given as Plain)[name], name, state);
      if (value !== absent) define(result, name, value);
    }
    return result;
  }

  function walkArray(given: readonly unknown[], state: PathState | undefined): unknown[] {
    const result: unknown[] = [];
    for (let index = 0; index < given.length; index += 1) {
      const value = member(() => given[index], String(index), state, true);
      result.push(value === absent ? null : value);
    }
    return result;
  }

  /** An object where all keys are strings or numbers, else a list of pairs. */
  function walkMap(given: ReadonlyMap<unknown, unknown>, state: PathState | undefined): unknown {
    const entries = [...given];
    if (!entries.every(([key]) => typeof key === 'string' || typeof key === 'number')) {
      return entries.map(([key, entry], index) => {
        // What is in an object that is a key has no path; no rule could name it.
        const opaque = typeof key === 'object' || typeof key === 'function';
        const name = opaque ? String(index) : String(key);
        const value = member(() => entry, name, state, opaque);
        return [opaque ? '[Object]' : name, value === absent ? null : value];
      });
    }
    const result: Plain = {};
    for (const [key, entry] of entries) {
      const value = member(() => entry, String(key), state);
      if (value !== absent) define(result, String(key), value);
    }
    return result;
  }

  /** Bytes say nothing to a reader of logs, but may be a key: only their kind and number is shown. */
  function showBytes(given: ArrayBufferView): string {
    return `[${given.constructor.name} of ${given.byteLength} bytes]`;
  }
}
