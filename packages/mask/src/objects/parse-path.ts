/**
 * Paths into objects, as log libraries write them: `user.password`, `items[*].price`, `headers["set-cookie"]`, `**.token`.
 *
 * @module
 */
import { DataSecurityError } from '@yushu/core';

/** One step of a path: a key, any one key or index (`*`), or any number of steps (`**`). */
export type PathStep =
  | { readonly kind: 'key'; readonly key: string }
  | { readonly kind: 'any' }
  | { readonly kind: 'deep' };

/** A step without brackets: letters, digits, `_`, `$`, and hyphens between them. */
const name = /[\p{L}\p{N}_$]+(?:-[\p{L}\p{N}_$]+)*/uy;
const number = /-?[0-9]+(?:\.[0-9]+)?/y;
const maxLength = 1_024;

function pathError(path: unknown, reason: string, at: number): DataSecurityError {
  return new DataSecurityError('ERR_MASK_PATH', `A path cannot be read: ${reason}`, {
    hint: 'Write keys with dots between, ["any key"] in brackets, * for any one key or index, ** for any number of them.',
    details: { at, length: typeof path === 'string' ? path.length : 0 },
  });
}

/**
 * The steps of a path.
 *
 * @throws {DataSecurityError} `ERR_MASK_PATH` for what is no path, so that a mistake shows when the redactor is made and not as a
 * password in a log. Details give the place, not the path.
 */
export function parsePath(path: string): readonly PathStep[] {
  if (typeof path !== 'string' || path === '' || path.length > maxLength) {
    throw pathError(path, `it is no text of 1 to ${maxLength} characters`, 0);
  }
  const steps: PathStep[] = [];
  let at = 0;

  const match = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(path)?.[0];
    if (found !== undefined) at += found.length;
    return found;
  };

  /** The text up to the closing quote; a backslash takes the next character as it is. */
  const quoted = (quote: string): string => {
    let key = '';
    for (at += 1; at < path.length; at += 1) {
      const character = path[at]!;
      if (character === quote) {
        at += 1;
        return key;
      }
      if (character === '\\') at += 1;
      key += path[at] ?? '';
    }
    throw pathError(path, 'a quote is not closed', at);
  };

  const bracket = (): PathStep => {
    at += 1;
    const first = path[at];
    let step: PathStep;
    if (first === '"' || first === "'" || first === '`') step = { kind: 'key', key: quoted(first) };
    else if (first === '*') {
      at += 1;
      step = { kind: 'any' };
    } else {
      const index = match(number);
      if (index === undefined)
        throw pathError(path, 'brackets hold a quoted key, a number or *', at);
      step = { kind: 'key', key: index };
    }
    if (path[at] !== ']') throw pathError(path, 'a bracket is not closed', at);
    at += 1;
    return step;
  };

  const bare = (): PathStep => {
    if (path.startsWith('**', at)) {
      at += 2;
      return { kind: 'deep' };
    }
    if (path[at] === '*') {
      at += 1;
      return { kind: 'any' };
    }
    const key = match(name);
    if (key === undefined) throw pathError(path, 'a key is missing or needs brackets', at);
    return { kind: 'key', key };
  };

  steps.push(path[0] === '[' ? bracket() : bare());
  while (at < path.length) {
    if (path[at] === '[') steps.push(bracket());
    else if (path[at] === '.') {
      at += 1;
      steps.push(bare());
    } else throw pathError(path, 'a dot or bracket is missing', at);
  }
  if (steps.at(-1)?.kind === 'deep') throw pathError(path, '** must have a key after it', at);
  return steps;
}
