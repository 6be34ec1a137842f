import { parsePointer } from '../json-pointer.ts';

/**
 * Compiles a JSON Pointer in which `*` is any one segment and `**` any number, also none, to a test of the segments of a path,
 * in time pattern × path.
 */
export function compilePathPattern(pattern: string): (segments: readonly string[]) => boolean {
  const wanted = parsePointer(pattern);
  const fits = (part: string, segment: string) => part === '*' || part === segment;
  if (!wanted.includes('**')) {
    return (segments) =>
      segments.length === wanted.length &&
      wanted.every((part, index) => fits(part, segments[index]!));
  }
  // start[i]: whether the first i parts of the pattern match nothing at all.
  const start = [true, ...wanted.map((_, i) => wanted.slice(0, i + 1).every((p) => p === '**'))];
  return (segments) => {
    // reach[i]: whether the first i parts of the pattern match the segments read so far.
    let reach = start;
    for (const segment of segments) {
      const next = [false];
      for (const [i, part] of wanted.entries()) {
        next.push(
          part === '**' ? reach[i]! || reach[i + 1]! || next[i]! : reach[i]! && fits(part, segment),
        );
      }
      reach = next;
    }
    return reach.at(-1)!;
  };
}
