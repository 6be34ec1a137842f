/**
 * Groups of digits with tolerated separators between them: `138 0013 8000`, `6222-0212-3456-7890`, `(010) 8888 6666`.
 *
 * @module
 */
import { isDigit } from './characters.ts';
import type { TextView } from './view.ts';

const maxGroups = 8;
const maxDigits = 40;

/** Numbers as texts: the shape of a single group. */
const sizes: readonly string[] = Array.from({ length: maxDigits + 1 }, (_, size) => String(size));

/** Whether a unit may stand between groups of one number. */
function isSeparator(unit: number): boolean {
  return (
    unit === 0x20 ||
    unit === 0x2d ||
    unit === 0x2e ||
    unit === 0xb7 ||
    unit === 0x28 ||
    unit === 0x29
  );
}

/** The groups of digits from one place on, at most 8 of them and 40 digits. */
export class DigitRun {
  /** Digit values, of all groups in a row. */
  readonly digits = new Uint8Array(maxDigits);
  /** Index of the first digit of each group. */
  readonly starts = new Int32Array(maxGroups);
  /** Index after the last digit of each group. */
  readonly ends = new Int32Array(maxGroups);
  /** Count of digits up to and with each group. */
  readonly counts = new Int32Array(maxGroups);
  groups = 0;
  start = 0;

  /** Reads the groups from `start`, where a digit stands. Returns the index after the first group. */
  read(view: TextView, start: number): number {
    const { codes } = view;
    const { digits } = this;
    this.start = start;
    let at = start;
    let unit = codes[at]!;
    while (isDigit(unit)) {
      if (at - start < maxDigits) digits[at - start] = unit - 0x30;
      at += 1;
      unit = codes[at]!;
    }
    const firstEnd = at;
    let count = at - start;
    // Longer than any number of the tables: the group is a blob, and no part of one.
    if (count > maxDigits) {
      this.groups = 0;
      return firstEnd;
    }
    this.starts[0] = start;
    this.ends[0] = at;
    this.counts[0] = count;
    let groups = 1;
    while (groups < maxGroups && isSeparator(codes[at]!)) {
      let next = at + 1;
      while (next < at + 3 && isSeparator(codes[next]!)) next += 1;
      if (!isDigit(codes[next]!)) break;
      at = next;
      while (isDigit(codes[at]!)) {
        if (count < maxDigits) digits[count] = codes[at]! - 0x30;
        count += 1;
        at += 1;
      }
      if (count > maxDigits) break;
      this.starts[groups] = next;
      this.ends[groups] = at;
      this.counts[groups] = count;
      groups += 1;
    }
    this.groups = groups;
    return firstEnd;
  }

  /** The group that ends after exactly `count` digits, or -1. */
  groupAt(count: number): number {
    for (let group = 0; group < this.groups; group += 1) {
      if (this.counts[group] === count) return group;
      if (this.counts[group]! > count) return -1;
    }
    return -1;
  }

  /** Sizes of the groups up to `group`, such as `3-4-4`. */
  shape(group: number, from = 0): string {
    if (group === 0 && from === 0) return sizes[this.counts[0]!]!;
    let shape = '';
    for (let index = from; index <= group; index += 1) {
      const size = this.counts[index]! - (index === 0 ? 0 : this.counts[index - 1]!);
      shape += index === from ? size : `-${size}`;
    }
    return shape;
  }

  /** The number that `length` digits from `from` on are. */
  number(from: number, length: number): number {
    let value = 0;
    for (let index = from; index < from + length; index += 1)
      value = value * 10 + this.digits[index]!;
    return value;
  }
}
