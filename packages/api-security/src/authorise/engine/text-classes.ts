import { BitSet } from './bit-set.ts';
import { compileTextPattern } from './text-pattern.ts';

/** Texts that the same patterns fit. */
export interface TextClass {
  readonly id: number;
  /** Numbers of the patterns. */
  readonly patterns: BitSet;
}

/** Texts longer than this are not remembered. */
const maxKeptLength = 256;
const maxKeptTexts = 4096;

/** Puts texts (actions, operations, types) into classes by the patterns of the rules that fit them. */
export class TextClasses {
  private readonly exact = new Map<string, number>();
  private readonly wild: { readonly number: number; readonly fits: (text: string) => boolean }[] =
    [];
  private count = 0;
  private classes = new Map<string, TextClass>();
  private readonly kept = new Map<string, TextClass>();
  private none: TextClass | undefined;

  /** The number of a pattern. */
  add(pattern: string): number {
    const known = this.exact.get(pattern);
    if (known !== undefined) return known;
    const number = this.count++;
    // Wild patterns are kept beside, under the same name: no text that is asked for can be one by accident and miss the others.
    this.exact.set(pattern, number);
    if (pattern.includes('*')) this.wild.push({ number, fits: compileTextPattern(pattern) });
    return number;
  }

  /** Whether no rule looks at such texts: then all are one class. */
  get unused(): boolean {
    return this.count === 0;
  }

  /** Classes that were made. */
  get size(): number {
    return this.classes.size;
  }

  /** Forgets all classes. */
  reset(): void {
    this.classes = new Map();
    this.kept.clear();
    this.none = undefined;
  }

  classOf(text: string | undefined): TextClass {
    if (text === undefined || this.count === 0) {
      this.none ??= this.intern(new BitSet(this.count));
      return this.none;
    }
    return this.kept.get(text) ?? this.find(text);
  }

  private find(text: string): TextClass {
    const patterns = new BitSet(this.count);
    const exact = this.exact.get(text);
    if (exact !== undefined) patterns.add(exact);
    for (const { number, fits } of this.wild) if (fits(text)) patterns.add(number);
    const found = this.intern(patterns);
    if (text.length <= maxKeptLength) {
      if (this.kept.size >= maxKeptTexts) this.kept.clear();
      this.kept.set(text, found);
    }
    return found;
  }

  private intern(patterns: BitSet): TextClass {
    const key = patterns.key();
    let found = this.classes.get(key);
    if (found === undefined) {
      found = { id: this.classes.size, patterns };
      this.classes.set(key, found);
    }
    return found;
  }
}
