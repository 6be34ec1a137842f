/**
 * Redaction of JSON text as text: what is not redacted stays as it is, to the byte. Numbers keep their digits, keys their order.
 *
 * @module
 */
import { DataSecurityError } from '@yushu/core';
import type { PathState } from './compile-paths.ts';
import { nextState, type RedactionRules } from './redaction-rules.ts';
import { skipString, skipValue } from './skip-json.ts';

/** Objects within objects beyond this are refused. */
const maxDepth = 1_000;

function jsonError(at: number): DataSecurityError {
  return new DataSecurityError('ERR_MASK_JSON', 'The text is not JSON', {
    hint: 'Give one JSON value, not nested more than 1,000 deep; withhold what is none.',
    details: { at },
  });
}

/**
 * JSON text with paths, keys and strings redacted.
 *
 * @throws {DataSecurityError} `ERR_MASK_JSON` where the text is not JSON, with the place.
 */
export function redactJsonText(text: string, rules: RedactionRules): string {
  const { isSecretKey, remove, redactString } = rules;
  const path: string[] = [];
  let at = 0;
  let result = '';
  /** Up to here the text has been taken over or replaced. */
  let taken = 0;

  const skipSpace = () => {
    for (; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return;
    }
  };

  const replaceWith = (start: number, end: number, replacement: string) => {
    result += text.slice(taken, start) + replacement;
    taken = end;
  };

  const censorText = (start: number, end: number): string => {
    const { censor } = rules;
    if (typeof censor !== 'function') return JSON.stringify(censor);
    try {
      return JSON.stringify(censor(JSON.parse(text.slice(start, end)), [...path])) ?? 'null';
    } catch {
      return '"[REDACTED]"';
    }
  };

  const readString = (): string => {
    const end = skipString(text, at);
    if (end < 0) throw jsonError(at);
    const raw = text.slice(at + 1, end - 1);
    try {
      const value = raw.includes('\\') ? (JSON.parse(text.slice(at, end)) as string) : raw;
      at = end;
      return value;
    } catch {
      throw jsonError(at);
    }
  };

  const value = (state: PathState | undefined, depth: number): void => {
    if (depth > maxDepth) throw jsonError(at);
    const code = text.charCodeAt(at);
    if (code === 0x7b || code === 0x5b) {
      if (code === 0x7b) object(state, depth);
      else array(state, depth);
      return;
    }
    if (code === 0x22) {
      const start = at;
      const before = readString();
      if (redactString === undefined) return;
      const after = redactString(before);
      if (after !== before) replaceWith(start, at, JSON.stringify(after));
      return;
    }
    const end = skipValue(text, at);
    if (
      end < 0 ||
      !/^(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)$/.test(text.slice(at, end))
    ) {
      throw jsonError(at);
    }
    at = end;
  };

  /** A member that may be redacted; `from` is where it begins with key and comma, for removal. */
  const member = (
    key: string,
    state: PathState | undefined,
    depth: number,
    isIndex = false,
  ): boolean => {
    const next = nextState(state, key);
    path.push(key);
    const start = at;
    const secret = next?.ends === true || (!isIndex && isSecretKey(key));
    if (!secret) {
      value(next, depth);
      path.pop();
      return false;
    }
    at = skipValue(text, at);
    if (at < 0) throw jsonError(start);
    if (!remove) replaceWith(start, at, censorText(start, at));
    path.pop();
    return true;
  };

  const object = (state: PathState | undefined, depth: number): void => {
    at += 1;
    skipSpace();
    let kept = 0;
    let from = at;
    if (text.charCodeAt(at) === 0x7d) {
      at += 1;
      return;
    }
    for (;;) {
      if (text.charCodeAt(at) !== 0x22) throw jsonError(at);
      const key = readString();
      skipSpace();
      if (text.charCodeAt(at) !== 0x3a) throw jsonError(at);
      at += 1;
      skipSpace();
      const secret = member(key, state, depth + 1);
      const end = at;
      skipSpace();
      const code = text.charCodeAt(at);
      if (secret && remove) {
        // With the comma before it, or where it is the first that would stay, the one after it.
        if (kept > 0 || code !== 0x2c) replaceWith(from, end, '');
        else replaceWith(from, at + 1, '');
      } else kept += 1;
      if (code === 0x7d) {
        at += 1;
        return;
      }
      if (code !== 0x2c) throw jsonError(at);
      from = secret && remove && kept === 0 ? at + 1 : at;
      at += 1;
      skipSpace();
    }
  };

  const array = (state: PathState | undefined, depth: number): void => {
    at += 1;
    skipSpace();
    if (text.charCodeAt(at) === 0x5d) {
      at += 1;
      return;
    }
    for (let index = 0; ; index += 1) {
      const start = at;
      const secret = member(String(index), state, depth + 1, true);
      // The places of the others must not change.
      if (secret && remove) replaceWith(start, at, 'null');
      skipSpace();
      const code = text.charCodeAt(at);
      at += 1;
      if (code === 0x5d) return;
      if (code !== 0x2c) throw jsonError(at - 1);
      skipSpace();
    }
  };

  skipSpace();
  value(rules.start, 0);
  skipSpace();
  if (at !== text.length) throw jsonError(at);
  return result + text.slice(taken);
}
