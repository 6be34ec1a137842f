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
    this.groups = 0;
    this.start = start;
    let count = 0;
    let at = start;
    let firstEnd = -1;
    while (this.groups < maxGroups) {
      const groupStart = at;
      while (isDigit(codes[at]!)) {
        if (count < maxDigits) this.digits[count] = codes[at]! - 0x30;
        count += 1;
        at += 1;
      }
      if (firstEnd < 0) firstEnd = at;
      // Longer than any number of the tables: the group is a blob, and no part of one.
      if (count > maxDigits) break;
      this.starts[this.groups] = groupStart;
      this.ends[this.groups] = at;
      this.counts[this.groups] = count;
      this.groups += 1;
      let next = at;
      while (next < at + 3 && isSeparator(codes[next]!)) next += 1;
      if (next === at || !isDigit(codes[next]!)) break;
      at = next;
    }
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
