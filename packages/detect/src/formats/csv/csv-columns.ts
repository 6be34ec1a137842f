import { appendPointer } from '@yushu/core';

/** Names longer than this do not stand in paths: every finding would repeat them. */
const maxNameLength = 256;

/** A column of a table. */
export interface Column {
  /** Its name as the header gives it; `undefined` where it gives none. */
  readonly name: string | undefined;
  /** Its part of the path, with the slash. No two columns of a table have the same. */
  readonly segment: string;
}

/** Columns with these names. Without a name, or with a very long one, a column goes by its index. */
export function nameColumns(names: readonly string[]): Column[] {
  const taken = new Set<string>();
  return names.map((name, index) => {
    const base = name === '' || name.length > maxNameLength ? String(index) : name;
    let unique = base;
    for (let copy = 2; taken.has(unique); copy += 1) unique = `${base}#${copy}`;
    taken.add(unique);
    return { name: name === '' ? undefined : name, segment: appendPointer('', unique) };
  });
}
