/** A set of whole numbers below 2⁵³ in one array: open addressing with linear probing. */
export class MarkSet {
  /** How many are in it. */
  size = 0;
  private slots: Float64Array;
  private readonly most: number;

  /** @param most So many are taken; further ones are said to be known. */
  constructor(most: number) {
    this.most = most;
    this.slots = new Float64Array(1 << 12).fill(-1);
  }

  /** Whether it was new. */
  add(value: number): boolean {
    if (this.size >= this.most) return false;
    if (this.size * 2 >= this.slots.length) this.grow();
    const added = this.place(value);
    if (added) this.size += 1;
    return added;
  }

  private place(value: number): boolean {
    const { slots } = this;
    const mask = slots.length - 1;
    // Values come from a cipher: their low bits are as good as a hash.
    let at = (value % 4_294_967_296) & mask;
    for (let seen = slots[at]!; seen !== -1; seen = slots[at]!) {
      if (seen === value) return false;
      at = (at + 1) & mask;
    }
    slots[at] = value;
    return true;
  }

  private grow(): void {
    const old = this.slots;
    this.slots = new Float64Array(old.length * 2).fill(-1);
    for (const value of old) if (value !== -1) this.place(value);
  }
}
