/** A column as `CREATE TABLE` declares it. */
export interface SqliteColumn {
  readonly name: string;
  /** Whether it is the row's number, and stands in no record. */
  readonly isRowid: boolean;
}

/** Tokens of SQL: quoted names and texts, numbers and words, signs; comments are left out. */
const token =
  /"(?:[^"]|"")*"|`(?:[^`]|``)*`|\[[^\]]*\]|'(?:[^']|'')*'|[\p{L}\p{N}_$]+|--[^\n]*|\/\*[\s\S]*?\*\/|[^\s]/gu;

const isConstraint = /^(?:constraint|primary|unique|check|foreign)$/i;

function nameOf(text: string): string {
  const first = text[0]!;
  if (first === '[') return text.slice(1, -1);
  if (first !== '"' && first !== '`' && first !== "'") return text;
  return text.slice(1, -1).replaceAll(first + first, first);
}

/**
 * The columns that the records of a table hold, by its `CREATE TABLE` statement; generated ones that are not stored are left out.
 *
 * @returns nothing for a table without row numbers, whose rows stand in a tree of another kind.
 */
export function readColumns(sql: string): SqliteColumn[] | undefined {
  const tokens = (sql.match(token) ?? []).filter((text) => !/^(?:--|\/\*)/.test(text));
  const open = tokens.indexOf('(');
  if (open < 0) return undefined;
  const items: string[][] = [[]];
  let depth = 0;
  let at = open + 1;
  for (; at < tokens.length && (depth > 0 || tokens[at] !== ')'); at += 1) {
    const text = tokens[at]!;
    if (text === '(') depth += 1;
    else if (text === ')') depth -= 1;
    if (text === ',' && depth === 0) items.push([]);
    else items.at(-1)!.push(text);
  }
  if (/\bwithout\s+rowid\b/i.test(tokens.slice(at).join(' '))) return undefined;
  const keys = items
    .filter(([first]) => /^(?:constraint|primary)$/i.test(first ?? ''))
    .map((item) => /\bprimary key \( (\S+) (?:asc |desc )?\)/i.exec(item.join(' '))?.[1]);
  return items
    .filter(([first]) => first !== undefined && !isConstraint.test(first))
    .filter((item) => !/\bas \(/i.test(item.join(' ')) || /\bstored\b/i.test(item.join(' ')))
    .map((item) => {
      const isInteger = /^integer$/i.test(item[1] ?? '');
      const isKey = /\bprimary key\b(?! desc)/i.test(item.join(' ')) || keys.includes(item[0]);
      return { name: nameOf(item[0]!), isRowid: isInteger && isKey };
    });
}
