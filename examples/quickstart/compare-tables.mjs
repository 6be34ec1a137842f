/**
 * Compares a table before, protected and revealed, cell by cell, without reading anything into the cells.
 */

/** Raw cells of a CSV text by RFC 4180: quotes stay where they are, so that equal cells are equal byte for byte. */
export function cutCells(text) {
  const rows = [];
  let row = [];
  let start = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at];
    if (letter === '"') quoted = !quoted;
    else if (!quoted && (letter === ',' || letter === '\n')) {
      row.push(text.slice(start, at));
      start = at + 1;
      if (letter === '\n') {
        rows.push(row);
        row = [];
      }
    }
  }
  if (start < text.length) rows.push([...row, text.slice(start)]);
  return rows;
}

/**
 * For each column: how many cells were changed, how many of those hold sealed values, and how many sealed cells came back
 * byte for byte.
 */
export function compareTables(original, protectedText, revealed) {
  const [before, between, after] = [original, protectedText, revealed].map(cutCells);
  if (before.length !== between.length || before.length !== after.length) {
    throw new Error('The tables have different numbers of rows');
  }
  const columns = before[0].map((name) => ({ name: name.trim(), changed: 0, sealed: 0, back: 0 }));
  for (const [row, cells] of before.entries()) {
    for (const [at, cell] of cells.entries()) {
      if (between[row][at] === cell) continue;
      const column = columns[at];
      column.changed += 1;
      if (!between[row][at].includes('ysk1.')) continue;
      column.sealed += 1;
      if (after[row][at] === cell) column.back += 1;
    }
  }
  return columns.filter(({ changed }) => changed > 0);
}
