/** A path in its parts. */
export interface SplitPath {
  /** Percent-decoded; an encoded slash stays within its segment. */
  readonly segments: readonly string[];
  /** Normal form: what needs no encoding is not encoded, no slash at the end. */
  readonly path: string;
}

/** Longer paths are no paths of an API. */
const maxPathLength = 8192;

const isUnsafe = (segment: string): boolean =>
  // What walks up, ends a text in C, is a slash for some servers, or is no text.
  /[\ud800-\udfff]/u.test(segment) ||
  segment === '.' ||
  segment === '..' ||
  /[\0\\]/.test(segment) ||
  /^\.{1,2}[;/]/.test(segment);

/**
 * Splits the path of a request. `undefined` where servers could read it in different ways: dot segments, also encoded or encoded twice,
 * empty segments, backslashes, broken encodings. A slash at the end does not count.
 */
export function splitPath(target: string): SplitPath | undefined {
  let raw = target;
  const end = raw.search(/[?#]/);
  if (end >= 0) raw = raw.slice(0, end);
  if (!raw.startsWith('/') || raw.length > maxPathLength) return undefined;
  if (raw.endsWith('/')) raw = raw.slice(0, -1);
  if (raw === '') return { segments: [], path: '/' };
  const segments: string[] = [];
  for (const part of raw.slice(1).split('/')) {
    let segment = part;
    if (part.includes('%')) {
      try {
        segment = decodeURIComponent(part);
      } catch {
        return undefined;
      }
    }
    if (segment === '' || isUnsafe(segment)) return undefined;
    if (/%(?:2e|2f|5c|00)/i.test(segment)) return undefined;
    if (segment.split('/').some((piece) => piece === '.' || piece === '..')) return undefined;
    segments.push(segment);
  }
  return { segments, path: `/${segments.map(encodeURIComponent).join('/')}` };
}
