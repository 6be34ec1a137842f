/**
 * The longest text that a pattern in RE2 syntax can match.
 *
 * @module
 */

/** Reads a pattern from left to right; made for one pattern. */
class WidthReader {
  readonly #pattern: string;
  #at = 0;

  constructor(pattern: string) {
    this.#pattern = pattern;
  }

  /** Width of alternatives up to the end or a closing bracket. Patterns are short, and so is the recursion: RE2 allows 1,000 deep. */
  alternatives(): number {
    let widest = 0;
    let width = 0;
    while (this.#at < this.#pattern.length && this.#pattern[this.#at] !== ')') {
      if (this.#pattern[this.#at] === '|') {
        widest = Math.max(widest, width);
        width = 0;
        this.#at += 1;
      } else {
        const atom = this.#atom();
        const times = this.#quantifier();
        // Nothing again and again is nothing.
        width += atom === 0 ? 0 : atom * times;
      }
    }
    return Math.max(widest, width);
  }

  #atom(): number {
    const character = this.#pattern[this.#at]!;
    this.#at += 1;
    if (character === '(') return this.#group();
    if (character === '[') {
      this.#skipClass();
      return 2;
    }
    if (character === '\\') return this.#escape();
    // A character may be a pair of surrogates.
    return character === '^' || character === '$' ? 0 : character === '.' ? 2 : 1;
  }

  #group(): number {
    const head = /^\?(?:P?<[^>]*>|[a-zA-Z-]*:?)/.exec(this.#pattern.slice(this.#at));
    if (head !== null) {
      this.#at += head[0].length;
      // `(?i)` is over by now.
      if (this.#pattern[this.#at] === ')' && !head[0].endsWith(':') && !head[0].endsWith('>')) {
        this.#at += 1;
        return 0;
      }
    }
    const width = this.alternatives();
    this.#at += 1;
    return width;
  }

  #skipClass(): void {
    if (this.#pattern[this.#at] === '^') this.#at += 1;
    if (this.#pattern[this.#at] === ']') this.#at += 1;
    while (this.#at < this.#pattern.length && this.#pattern[this.#at] !== ']') {
      if (this.#pattern[this.#at] === '\\') this.#at += 1;
      else if (this.#pattern.startsWith('[:', this.#at)) {
        const end = this.#pattern.indexOf(':]', this.#at);
        if (end > 0) this.#at = end + 1;
      }
      this.#at += 1;
    }
    this.#at += 1;
  }

  #escape(): number {
    const rest = this.#pattern.slice(this.#at);
    if (rest.startsWith('Q')) {
      const end = rest.indexOf('\\E');
      const length = end < 0 ? rest.length : end;
      this.#at += end < 0 ? length : length + 2;
      return length - 1;
    }
    const match = /^(?:[pP](?:\{[^}]*\}|.)|x(?:\{[^}]*\}|..)|.)/su.exec(rest);
    this.#at += match === null ? 1 : match[0].length;
    return /^[bBAzZ]/.test(rest) ? 0 : /^[pPDSWx]/.test(rest) ? 2 : 1;
  }

  #quantifier(): number {
    const match = /^(?:[*+]|\?|\{\d+(?:,\d*)?\})/.exec(
      this.#pattern.slice(this.#at, this.#at + 16),
    );
    if (match === null) return 1;
    this.#at += match[0].length;
    if (this.#pattern[this.#at] === '?') this.#at += 1;
    if (match[0] === '?') return 1;
    const bounds = /^\{(\d+)(?:(,)(\d*))?\}$/.exec(match[0]);
    if (bounds === null) return Number.POSITIVE_INFINITY;
    const [, least, comma, most] = bounds;
    if (comma === undefined) return Number(least);
    return most === '' ? Number.POSITIVE_INFINITY : Number(most);
  }
}

/** The most UTF-16 code units that a match of a pattern in RE2 syntax can have; infinite where it has no bound. */
export function patternWidth(pattern: string): number {
  return new WidthReader(pattern).alternatives();
}
