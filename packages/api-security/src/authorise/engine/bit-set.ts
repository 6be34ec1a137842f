/** A set of small numbers, one bit each. */
export class BitSet {
  private readonly words: Uint32Array;

  constructor(size: number) {
    this.words = new Uint32Array((size + 31) >>> 5);
  }

  /** Words that it takes. */
  get wordCount(): number {
    return this.words.length;
  }

  add(number: number): void {
    this.words[number >>> 5]! |= 1 << (number & 31);
  }

  has(number: number): boolean {
    return ((this.words[number >>> 5] ?? 0) & (1 << (number & 31))) !== 0;
  }

  /** A copy with what another has as well. */
  with(other: BitSet): BitSet {
    const union = new BitSet(this.words.length << 5);
    for (let word = 0; word < this.words.length; word += 1) {
      union.words[word] = this.words[word]! | other.words[word]!;
    }
    return union;
  }

  /** Whether it has one of a list. */
  hasAny(numbers: readonly number[]): boolean {
    for (const number of numbers) if (this.has(number)) return true;
    return false;
  }

  /** The numbers, ascending. */
  list(): number[] {
    const numbers: number[] = [];
    for (const [index, word] of this.words.entries()) {
      for (let bits = word; bits !== 0; bits &= bits - 1) {
        numbers.push((index << 5) + 31 - Math.clz32(bits & -bits));
      }
    }
    return numbers;
  }

  /** A text that equal sets, and only they, share. */
  key(): string {
    return this.words.join();
  }
}
