/** Blind to case and to full-width forms, as people write column names. */
export function foldName(name: string): string {
  return name.normalize('NFKC').toLowerCase().trim();
}

/**
 * Compiles a pattern in which `*` stands for any characters to a test of folded names, in linear time by its fixed parts from
 * left to right.
 */
export function compileNamePattern(pattern: string): (folded: string) => boolean {
  const parts = foldName(pattern).split('*');
  const first = parts[0]!;
  const last = parts.at(-1)!;
  if (parts.length === 1) return (name) => name === first;
  const middle = parts.slice(1, -1);
  return (name) => {
    if (!name.startsWith(first) || !name.endsWith(last)) return false;
    let at = first.length;
    for (const part of middle) {
      const found = name.indexOf(part, at);
      if (found < 0) return false;
      at = found + part.length;
    }
    return at <= name.length - last.length;
  };
}
