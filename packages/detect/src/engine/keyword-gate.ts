/**
 * Finds which of many detectors have a keyword in a text, in one pass whatever their number: only those are asked.
 *
 * @module
 */

/** Who has keywords: in lower case; without any, it is always asked. */
interface Keyworded {
  readonly keywords?: readonly string[] | undefined;
}

interface Word {
  readonly word: string;
  /** Places of the detectors in the list. */
  readonly owners: number[];
}

const hashOf = (first: number, second: number, third: number): number =>
  Math.imul((first << 14) ^ (second << 7) ^ third, 0x9e3779b1) >>> 16;

/** Goes on with the hash of three units, of which this is the fourth. */
const furtherHash = (hash: number, unit: number): number =>
  Math.imul((hash << 8) ^ unit, 0x9e3779b1) >>> 16;

const lowerOf = (unit: number): number => (unit >= 0x41 && unit <= 0x5a ? unit | 0x20 : unit);

/** Whether the pass finds a word in any case: letters beyond ASCII that have a case are not folded here. */
function canFind(word: string): boolean {
  return word.length > 2 && !/[^\x00-\x7f]/.test(word.replaceAll(/\p{Lo}/gu, ''));
}

/** U+212A is K, and U+0130 begins with i, in lower case: where they stand, every detector is asked. */
const isStrange = (unit: number): boolean => unit === 0x212a || unit === 0x0130;

/** The gate before a list of detectors. */
export class KeywordGate {
  readonly #words = new Map<number, Word[]>();
  /** What words begin with three units of this hash: 1 such of three units, 2 longer ones. */
  readonly #begins = new Uint8Array(65_536);
  /** 1 where some word of more than three units begins with this hash of four. */
  readonly #goesOn = new Uint8Array(65_536);
  readonly #always: Uint8Array;
  readonly #asked: Uint8Array;
  #gated = false;

  constructor(detectors: readonly Keyworded[]) {
    this.#always = new Uint8Array(detectors.length);
    this.#asked = new Uint8Array(detectors.length);
    detectors.forEach(({ keywords }, owner) => {
      if (keywords === undefined || !keywords.every(canFind)) this.#always[owner] = 1;
      else for (const word of keywords) this.#add(word.toLowerCase(), owner);
    });
  }

  #add(word: string, owner: number): void {
    this.#gated = true;
    const hash = hashOf(word.charCodeAt(0), word.charCodeAt(1), word.charCodeAt(2));
    this.#begins[hash]! |= word.length === 3 ? 1 : 2;
    if (word.length > 3) this.#goesOn[furtherHash(hash, word.charCodeAt(3))] = 1;
    const list = this.#words.get(hash) ?? [];
    this.#words.set(hash, list);
    const known = list.find((other) => other.word === word);
    if (known === undefined) list.push({ word, owners: [owner] });
    else known.owners.push(owner);
  }

  /** 1 for each detector that must be asked about the units before `length`; valid until the next call. */
  ask(codes: Uint16Array, length: number): Uint8Array {
    const asked = this.#asked;
    asked.set(this.#always);
    if (!this.#gated) return asked;
    const begins = this.#begins;
    let first = lowerOf(codes[0]!);
    let second = lowerOf(codes[1]!);
    for (let index = 2; index < length; index += 1) {
      const unit = codes[index]!;
      const third = lowerOf(unit);
      const hash = hashOf(first, second, third);
      const may = begins[hash]!;
      if (
        may !== 0 &&
        ((may & 1) !== 0 || this.#goesOn[furtherHash(hash, lowerOf(codes[index + 1]!))] === 1)
      )
        this.#mark(codes, index - 2, hash, length);
      if (unit > 0x7f && isStrange(unit)) return asked.fill(1);
      first = second;
      second = third;
    }
    return isStrange(codes[0]!) || isStrange(codes[1]!) ? asked.fill(1) : asked;
  }

  #mark(codes: Uint16Array, start: number, hash: number, length: number): void {
    for (const { word, owners } of this.#words.get(hash) ?? []) {
      if (this.#asked[owners[0]!] === 1 && owners.length === 1) continue;
      if (start + word.length > length) continue;
      let step = 0;
      while (step < word.length && lowerOf(codes[start + step]!) === word.charCodeAt(step))
        step += 1;
      if (step === word.length) for (const owner of owners) this.#asked[owner] = 1;
    }
  }
}
