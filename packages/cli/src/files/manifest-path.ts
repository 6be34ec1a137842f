/** Where the manifest of a protected file stands. */
export function manifestPathOf(path: string): string {
  return `${path}.yushu.json`;
}
