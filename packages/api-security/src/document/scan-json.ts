/**
 * Finds places in JSON text without parsing it again: one pass over the text for any number of pointers, only for those that are
 * asked for.
 *
 * @module
 */

/** A tree of the wanted places. */
interface Wanted {
  children: Map<string, Wanted> | undefined;
  /** Indexes of the pointers that end here. */
  readonly ends: number[];
}

const quote = 0x22;
const backslash = 0x5c;

function treeOf(paths: readonly (readonly string[])[]): Wanted {
  const root: Wanted = { children: undefined, ends: [] };
  for (const [index, path] of paths.entries()) {
    let node = root;
    for (const segment of path) {
      node.children ??= new Map();
      let next = node.children.get(segment);
      if (next === undefined) {
        next = { children: undefined, ends: [] };
        node.children.set(segment, next);
      }
      node = next;
    }
    node.ends.push(index);
  }
  return root;
}

/** Index after the closing quote of the string that opens at `start`, or -1 where it never closes or holds a control character. */
function endOfString(text: string, start: number): number {
  let from = start + 1;
  for (;;) {
    const close = text.indexOf('"', from);
    if (close < 0) return -1;
    let slashes = 0;
    while (text.charCodeAt(close - 1 - slashes) === backslash) slashes += 1;
    if (slashes % 2 === 0) return close + 1;
    from = close + 1;
  }
}

const blank = (code: number) => code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;

const endsScalar = (code: number) =>
  code === 0x2c || code === 0x5d || code === 0x7d || blank(code) || Number.isNaN(code);

const scalar = /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)$/;
const badString = /[\u0000-\u001f]|\\(?:[^"\\/bfnrtu]|u(?![0-9a-fA-F]{4}))/;

/** What a pass over the text found. */
export interface JsonPlaces {
  /** Offset for each path: of the key for members of objects, of the value otherwise; -1 where the text has no such place. */
  readonly offsets: readonly number[];
  /** Offset where the text stops being JSON, or -1. */
  readonly errorOffset: number;
}

/**
 * Looks for places in JSON text. Of keys that stand twice the last counts, as for `JSON.parse`. Time is linear, and nesting costs
 * no stack.
 *
 * @param strict whether strings and numbers are checked too, to find where broken text breaks.
 */
export function scanJson(
  text: string,
  paths: readonly (readonly string[])[],
  strict = false,
): JsonPlaces {
  const offsets = new Array<number>(paths.length).fill(-1);
  const note = (wanted: Wanted | undefined, offset: number): void => {
    if (wanted !== undefined) for (const index of wanted.ends) offsets[index] = offset;
  };
  // Parallel stacks: what is open, and what is wanted in it.
  const openings: ('{' | '[')[] = [];
  const wanted: (Wanted | undefined)[] = [];
  const counts: number[] = [];
  const length = text.length;
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  let current: Wanted | undefined = treeOf(paths);
  let start = -1;
  const fail = (offset: number): JsonPlaces => ({ offsets, errorOffset: offset });
  const skipBlank = (): void => {
    while (at < length && blank(text.charCodeAt(at))) at += 1;
  };
  /** Reads a key and its colon; the offset of the error, or -1. */
  const readKey = (): number => {
    skipBlank();
    if (text.charCodeAt(at) !== quote) return at;
    start = at;
    const end = endOfString(text, at);
    if (end < 0) return at;
    const within = wanted[wanted.length - 1];
    current = undefined;
    if (strict && badString.test(text.slice(at + 1, end - 1))) return at;
    if (within?.children !== undefined) {
      const raw = text.slice(at + 1, end - 1);
      let key = raw;
      if (raw.includes('\\')) {
        try {
          key = JSON.parse(text.slice(at, end)) as string;
        } catch {
          return at;
        }
      }
      current = within.children.get(key);
    }
    at = end;
    skipBlank();
    if (text[at] !== ':') return at;
    at += 1;
    return -1;
  };

  skipBlank();
  start = at;
  for (;;) {
    // A value begins here; `current` is what is wanted of it, `start` where its place is.
    skipBlank();
    if (start < 0) start = at;
    note(current, start);
    start = -1;
    const char = text[at];
    let isOpen = false;
    if (char === '{' || char === '[') {
      at += 1;
      skipBlank();
      if (text[at] === (char === '{' ? '}' : ']')) at += 1;
      else {
        openings.push(char);
        wanted.push(current);
        counts.push(0);
        if (char === '{') {
          const error = readKey();
          if (error >= 0) return fail(error);
        } else current = current?.children?.get('0');
        isOpen = true;
      }
    } else if (char === '"') {
      const end = endOfString(text, at);
      if (end < 0) return fail(at);
      if (strict && badString.test(text.slice(at + 1, end - 1))) return fail(at);
      at = end;
    } else {
      const begin = at;
      while (!endsScalar(text.charCodeAt(at))) at += 1;
      if (at === begin || (strict && !scalar.test(text.slice(begin, Math.min(at, begin + 400))))) {
        return fail(begin);
      }
    }
    if (isOpen) continue;
    // After a value: commas and closings, until another value is due.
    for (;;) {
      skipBlank();
      const depth = openings.length;
      if (depth === 0) return at < length ? fail(at) : { offsets, errorOffset: -1 };
      const opening = openings[depth - 1];
      const next = text[at];
      if (next === ',') {
        at += 1;
        if (opening === '{') {
          const error = readKey();
          if (error >= 0) return fail(error);
        } else {
          counts[depth - 1]! += 1;
          const within = wanted[depth - 1];
          current =
            within?.children === undefined
              ? undefined
              : within.children.get(String(counts[depth - 1]));
        }
        break;
      }
      if (next !== (opening === '{' ? '}' : ']')) return fail(at);
      at += 1;
      openings.pop();
      wanted.pop();
      counts.pop();
    }
  }
}
