/**
 * The cells of a column that are looked at: a reservoir, so that every non-blank cell is as likely to be in it as any other,
 * wherever in the table it stands.
 *
 * @module
 */

/** A cell of the sample. */
export interface SampledCell {
  readonly text: string;
  /** Number of the row, from 0. */
  readonly row: number;
}

/** Distinct texts are counted up to this many. */
const maxDistinct = 1000;

/** Longer cells are cut: what makes a column shows in its beginning. */
const maxCellLength = 4096;

/** Texts that say that there is no value. */
const blanks = /^(?:-+|—+|无|暂无|未知|不详|空|null|none|n\/?a|nil|undefined|nan|\\N)$/i;

/** Numbers in [0, 1) that are the same on every machine (mulberry32 of Tommy Ettinger, public domain). */
export function createNumbers(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Takes the cells of one column, one after the other, in bounded memory. */
export class ColumnSample {
  /** Non-blank cells. */
  filled = 0;
  blank = 0;
  minLength = Number.POSITIVE_INFINITY;
  maxLength = 0;
  private lengths = 0;
  private readonly texts = new Set<string>();
  private readonly kept: SampledCell[] = [];
  private readonly size: number;
  private readonly next: () => number;

  constructor(size: number, seed: number) {
    this.size = size;
    this.next = createNumbers(seed);
  }

  add(value: string, row: number): void {
    const text = value.trim().slice(0, maxCellLength);
    if (text === '' || blanks.test(text)) {
      this.blank += 1;
      return;
    }
    this.filled += 1;
    this.lengths += text.length;
    if (text.length < this.minLength) this.minLength = text.length;
    if (text.length > this.maxLength) this.maxLength = text.length;
    if (this.texts.size < maxDistinct) this.texts.add(text.length > 64 ? text.slice(0, 64) : text);
    if (this.kept.length < this.size) {
      this.kept.push({ text, row });
      return;
    }
    // Algorithm R (J. S. Vitter, ACM Trans. Math. Softw. 11, 1985).
    const place = Math.floor(this.next() * this.filled);
    if (place < this.size) this.kept[place] = { text, row };
  }

  get meanLength(): number {
    return this.filled === 0 ? 0 : this.lengths / this.filled;
  }

  /** Distinct texts; a floor where there are more than a thousand. */
  get distinct(): number {
    return this.texts.size;
  }

  /** The sample in random order, so that a test may stop at any cell. */
  shuffled(): SampledCell[] {
    const cells = [...this.kept];
    for (let at = cells.length - 1; at > 0; at -= 1) {
      const other = Math.floor(this.next() * (at + 1));
      [cells[at], cells[other]] = [cells[other]!, cells[at]!];
    }
    return cells;
  }

  /** The sample in the order of the table. */
  inOrder(): SampledCell[] {
    return [...this.kept].sort((a, b) => a.row - b.row);
  }
}
