/**
 * Classes of rows that share their quasi-identifiers, and how they merge when a column is generalised.
 *
 * The codes of a class are packed into 32-bit words. A column that is generalised changes its bits alone; equal words are one class.
 * So a transformation is worked out from the classes of one that is less general, and never from the rows.
 *
 * @module
 */
import type { LatticeColumn } from './lattice-column.ts';
import type { TupleStore } from './tuple-store.ts';

/** Where the code of a column stands in the words of a class. */
export interface PackedColumn {
  readonly word: number;
  readonly shift: number;
  readonly mask: number;
}

/** How often each sensitive value occurs in each class. */
export interface ValueCounts {
  size: number;
  readonly classes: Int32Array;
  readonly values: Int32Array;
  readonly counts: Int32Array;
}

/** Classes; arrays are longer than `size`. */
export interface ClassTable {
  size: number;
  readonly words: readonly Int32Array[];
  /** Rows to be released. */
  readonly counts: Int32Array;
  /** Rows of the population, if it is not the same. */
  readonly population: Int32Array | undefined;
  /** By sensitive column. */
  readonly sensitive: readonly ValueCounts[];
}

/** Places of columns in words: each whole in one word. */
export function packColumns(columns: readonly LatticeColumn[]): PackedColumn[] {
  let word = 0;
  let used = 0;
  return columns.map(({ sizes }) => {
    const bits = Math.max(1, 32 - Math.clz32(Math.max(...sizes) - 1));
    if (used + bits > 32) {
      word += 1;
      used = 0;
    }
    const packed = { word, shift: used, mask: bits >= 31 ? 0x7fffffff : (1 << bits) - 1 };
    used += bits;
    return packed;
  });
}

/** Rows of a table that are to be released. */
export function rowsOf({ size, counts }: ClassTable): number {
  let rows = 0;
  for (let index = 0; index < size; index += 1) rows += counts[index]!;
  return rows;
}

/** By column, by value: rows of a table in which nothing is generalised. */
export function marginalsOf(
  { size, words, counts }: ClassTable,
  columns: readonly LatticeColumn[],
  packed: readonly PackedColumn[],
): Float64Array[] {
  return columns.map(({ sizes }, column) => {
    const marginal = new Float64Array(sizes[0]!);
    const { word, shift, mask } = packed[column]!;
    const keys = words[word]!;
    for (let index = 0; index < size; index += 1) {
      marginal[(keys[index]! >>> shift) & mask]! += counts[index]!;
    }
    return marginal;
  });
}

/** An empty table that can hold as much as another. */
export function createClassTable(like: ClassTable): ClassTable {
  return {
    size: 0,
    words: like.words.map(() => new Int32Array(like.size)),
    counts: new Int32Array(like.size),
    population: like.population && new Int32Array(like.size),
    sensitive: like.sensitive.map(({ size }) => ({
      size: 0,
      classes: new Int32Array(size),
      values: new Int32Array(size),
      counts: new Int32Array(size),
    })),
  };
}

/** Merges classes; holds the hash table, which is used again and again. */
export class ClassMerger {
  #slots = new Int32Array(0);
  #targets = new Int32Array(0);

  #prepare(size: number): number {
    let capacity = 16;
    while (capacity < size * 2) capacity *= 2;
    if (this.#slots.length < capacity) this.#slots = new Int32Array(capacity);
    this.#slots.fill(-1, 0, capacity);
    if (this.#targets.length < size) this.#targets = new Int32Array(size);
    return capacity - 1;
  }

  /**
   * Classes of `from` with one column generalised, written `into` another table. Values stay behind until {@link mergeValues}.
   *
   * @returns by class of `from`: its class in `into`; valid until the next merge
   */
  merge(from: ClassTable, into: ClassTable, column: PackedColumn, codes: Int32Array): Int32Array {
    const slotMask = this.#prepare(from.size);
    if (from.words.length === 1) this.#mergeOneWord(from, into, column, codes, slotMask);
    else this.#mergeWords(from, into, column, codes, slotMask);
    return this.#targets;
  }

  #mergeOneWord(
    from: ClassTable,
    into: ClassTable,
    { shift, mask }: PackedColumn,
    codes: Int32Array,
    slotMask: number,
  ): void {
    const slots = this.#slots;
    const targets = this.#targets;
    const keys = from.words[0]!;
    const newKeys = into.words[0]!;
    const others = ~(mask << shift);
    const { counts } = from;
    const newCounts = into.counts;
    let size = 0;
    for (let index = 0; index < from.size; index += 1) {
      const key = keys[index]!;
      const newKey = (key & others) | (codes[(key >>> shift) & mask]! << shift);
      let hash = Math.imul(newKey ^ (newKey >>> 16), 0x85ebca6b);
      hash ^= hash >>> 13;
      let slot = hash & slotMask;
      let target = slots[slot]!;
      while (target >= 0 && newKeys[target] !== newKey) {
        slot = (slot + 1) & slotMask;
        target = slots[slot]!;
      }
      if (target < 0) {
        target = size;
        size += 1;
        slots[slot] = target;
        newKeys[target] = newKey;
        newCounts[target] = counts[index]!;
      } else newCounts[target]! += counts[index]!;
      targets[index] = target;
    }
    into.size = size;
    this.#mergePopulation(from, into);
  }

  #mergeWords(
    from: ClassTable,
    into: ClassTable,
    { word, shift, mask }: PackedColumn,
    codes: Int32Array,
    slotMask: number,
  ): void {
    const slots = this.#slots;
    const targets = this.#targets;
    const width = from.words.length;
    const others = ~(mask << shift);
    let size = 0;
    for (let index = 0; index < from.size; index += 1) {
      // The words go to the end of the new table at once: there they stay if the class is new.
      let hash = 0;
      for (let at = 0; at < width; at += 1) {
        let key = from.words[at]![index]!;
        if (at === word) key = (key & others) | (codes[(key >>> shift) & mask]! << shift);
        into.words[at]![size] = key;
        hash = Math.imul(hash ^ key ^ (key >>> 16), 0x85ebca6b);
        hash ^= hash >>> 13;
      }
      let slot = hash & slotMask;
      let target = slots[slot]!;
      for (; target >= 0; target = slots[slot]!) {
        let at = 0;
        while (at < width && into.words[at]![target] === into.words[at]![size]) at += 1;
        if (at === width) break;
        slot = (slot + 1) & slotMask;
      }
      if (target < 0) {
        target = size;
        size += 1;
        slots[slot] = target;
        into.counts[target] = 0;
      }
      into.counts[target]! += from.counts[index]!;
      targets[index] = target;
    }
    into.size = size;
    this.#mergePopulation(from, into);
  }

  #mergePopulation(from: ClassTable, into: ClassTable): void {
    if (into.population === undefined) return;
    into.population.fill(0, 0, into.size);
    for (let index = 0; index < from.size; index += 1) {
      into.population[this.#targets[index]!]! += from.population![index]!;
    }
  }

  /** Takes the sensitive values along; to be called right after {@link merge} of the same tables. */
  mergeValues(from: ClassTable, into: ClassTable): void {
    from.sensitive.forEach((pairs, column) => {
      const merged = into.sensitive[column]!;
      const targets = this.#targets.slice(0, from.size);
      const slotMask = this.#prepare(pairs.size);
      const slots = this.#slots;
      let size = 0;
      for (let index = 0; index < pairs.size; index += 1) {
        const target = targets[pairs.classes[index]!]!;
        const value = pairs.values[index]!;
        let hash = Math.imul(Math.imul(target, 0x9e3779b1) ^ value, 0x85ebca6b);
        hash ^= hash >>> 13;
        let slot = hash & slotMask;
        let found = slots[slot]!;
        while (found >= 0 && (merged.classes[found] !== target || merged.values[found] !== value)) {
          slot = (slot + 1) & slotMask;
          found = slots[slot]!;
        }
        if (found < 0) {
          found = size;
          size += 1;
          slots[slot] = found;
          merged.classes[found] = target;
          merged.values[found] = value;
          merged.counts[found] = 0;
        }
        merged.counts[found]! += pairs.counts[index]!;
      }
      merged.size = size;
      // The targets were overwritten where the pairs are more than the classes: give them back for the next column.
      this.#targets.set(targets);
    });
  }
}

/** The classes of the rows as they are: tuples, whose first columns are the quasi-identifiers and whose others are sensitive. */
export function createBaseTable(
  store: TupleStore,
  packed: readonly PackedColumn[],
  sensitiveColumns: number,
): ClassTable {
  const { size } = store;
  const width = (packed.at(-1)?.word ?? 0) + 1;
  const words = Array.from({ length: width }, () => new Int32Array(size));
  packed.forEach(({ word, shift }, column) => {
    const codes = store.columns[column]!.values;
    const target = words[word]!;
    for (let index = 0; index < size; index += 1) target[index]! |= codes[index]! << shift;
  });
  const hasPopulation = store.populationRows !== store.rows;
  const released: number[] = [];
  for (let index = 0; index < size; index += 1) {
    if (store.counts[index]! > 0) released.push(index);
  }
  const tuples: ClassTable = {
    size,
    words,
    counts: store.counts.slice(0, size),
    population: hasPopulation ? store.population.slice(0, size) : undefined,
    sensitive: Array.from({ length: sensitiveColumns }, (_, column) => {
      const values = store.columns[packed.length + column]!.values;
      return {
        size: released.length,
        classes: Int32Array.from(released),
        values: Int32Array.from(released, (index) => values[index]!),
        counts: Int32Array.from(released, (index) => store.counts[index]!),
      };
    }),
  };
  // Tuples that differ in what is sensitive alone are one class: merging with nothing generalised makes them one.
  const base = createClassTable(tuples);
  const merger = new ClassMerger();
  const none = { word: 0, shift: 0, mask: 0 };
  merger.merge(tuples, base, none, new Int32Array(1));
  merger.mergeValues(tuples, base);
  return base;
}
