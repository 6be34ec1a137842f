/** Segments longer than this are data. */
const maxNameLength = 24;
const maxSegments = 12;

/** What stands for an object rather than for a kind of it: has a digit (but a version as `v2`), is long, or is beyond plain letters. */
function isData(segment: string): boolean {
  if (segment.length > maxNameLength) return true;
  if (/^v\d{1,3}$/i.test(segment)) return false;
  return !/^[A-Za-z_.-]+$/.test(segment);
}

/** A path with `{}` for what is data in it: what a template of it could be. Holds no value; of bounded length. */
export function pathShape(path: string): string {
  const segments = path
    .slice(0, 2048)
    .split('/', maxSegments + 2)
    .slice(1);
  const shape = segments.slice(0, maxSegments).map((part) => (isData(part) ? '{}' : part));
  return `/${shape.join('/')}${segments.length > maxSegments ? '/…' : ''}`;
}
