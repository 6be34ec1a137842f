/** Stands for any one segment. */
export const anySegment = Symbol('any segment');

/** A path template taken apart. */
export interface PathPattern {
  readonly segments: readonly (string | typeof anySegment)[];
  /** Whether any number of further segments may follow. */
  readonly open: boolean;
  /** What is wrong with it; then the rest means nothing. */
  readonly problem?: string;
}

const broken = (problem: string): PathPattern => ({ segments: [], open: false, problem });

/** Characters that no segment of a template has: of a query or fragment, encoded ones, and those that some servers take for `/`. */
const strange = /[\0\\?#%]/;

/** Reads a path template: `{name}` and `*` stand for one segment, `**` at the end for any number, also none. */
export function readPathPattern(text: string): PathPattern {
  if (!text.startsWith('/')) return broken('must begin with /');
  if (strange.test(text))
    return broken('must hold no ?, #, % or backslash: segments are written decoded');
  const parts = text === '/' ? [] : text.slice(1).split('/');
  const open = parts.at(-1) === '**';
  if (open) parts.pop();
  for (const part of parts) {
    if (part === '') return broken('must hold no empty segment');
    if (part === '.' || part === '..') return broken('must hold no . or .. segment');
    if (part !== '*' && part.includes('*')) {
      return broken('takes * for one whole segment, and ** at the end only');
    }
    if (/[{}]/.test(part) && !/^\{[^{}]+\}$/.test(part)) {
      return broken('takes {name} for one whole segment only');
    }
  }
  return {
    segments: parts.map((part) => (part === '*' || part.startsWith('{') ? anySegment : part)),
    open,
  };
}
