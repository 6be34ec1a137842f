/**
 * A stretch of text as folded code units, with the way back to the offsets of the original.
 *
 * @module
 */
import { anchorTables } from './anchor-tables.ts';
import { dropped, foldOf } from './characters.ts';
import { type AnchorOptions, findAnchors } from './find-anchors.ts';
import type { Kernel } from './kernel.ts';

/**
 * The folded units of one stretch of text. Reading past either end gives 0, which is no character of any word.
 *
 * One view is filled again and again, so that a scan of many small texts allocates nothing.
 */
export class TextView {
  /** Folded units; valid in `[0, length)`. */
  codes: Uint16Array = new Uint16Array(1024);
  /** Those of this view alone; `codes` may be the kernel's. */
  #own = this.codes;
  #kernel: Kernel | undefined;
  /** Folded index → index in the text that was loaded; only where something was dropped. */
  #offsets: Uint32Array | undefined;
  #mapped = false;
  #text = '';
  #textStart = 0;
  #textEnd = 0;
  /** Places in `[cuesFrom, cuesTo)` at which a cue may begin, `cueCount` of them in order; none where the kernel has not looked. */
  cuePlaces: Uint16Array = new Uint16Array(0);
  cueCount = 0;
  cuesFrom = 0;
  cuesTo = 0;
  /** Count of folded units. */
  length = 0;
  /** Whether any unit was dropped or changed. */
  folded = false;

  /** Fills the view with `text.slice(start, end)`, in the kernel's memory where one is given. */
  load(text: string, start: number, end: number, kernel?: Kernel): void {
    const size = end - start;
    this.#kernel = kernel;
    this.cuesTo = 0;
    if (kernel !== undefined) this.codes = kernel.codes;
    else {
      if (this.#own.length < size + 16) this.#own = new Uint16Array(Math.max(size + 16, 2048));
      this.codes = this.#own;
    }
    this.#text = text;
    this.#textStart = start;
    this.#textEnd = end;
    this.#mapped = false;
    if (kernel !== undefined) {
      const outcome = kernel.load(text, start, end);
      if (outcome < 0) {
        this.#loadMapped(-1 - outcome);
        return;
      }
      this.folded = outcome === 1;
      this.length = size;
      this.#seal();
      return;
    }
    const { codes } = this;
    let changed = 0;
    for (let index = 0; index < size; index += 1) {
      const unit = text.charCodeAt(start + index);
      const folded = foldOf(unit);
      if (folded === dropped) {
        this.#loadMapped(index);
        return;
      }
      changed |= unit ^ folded;
      codes[index] = folded;
    }
    this.folded = changed !== 0;
    this.length = size;
    this.#seal();
  }

  /** Goes on where the first unit is dropped: from here on indexes and offsets part. */
  #loadMapped(from: number): void {
    const size = this.#textEnd - this.#textStart;
    if (this.#offsets === undefined || this.#offsets.length < size + 4) {
      this.#offsets = new Uint32Array(this.codes.length);
    }
    const offsets = this.#offsets;
    const { codes } = this;
    for (let index = 0; index < from; index += 1) offsets[index] = index;
    let length = from;
    for (let index = from; index < size; index += 1) {
      const folded = foldOf(this.#text.charCodeAt(this.#textStart + index));
      if (folded === dropped) continue;
      codes[length] = folded;
      offsets[length] = index;
      length += 1;
    }
    offsets[length] = size;
    this.length = length;
    this.#mapped = true;
    this.folded = true;
    this.#seal();
  }

  /** Zeros after the end, so that a look ahead by a few units needs no check. */
  #seal(): void {
    this.codes.fill(0, this.length, this.length + 16);
  }

  /** The places that were found last. */
  anchorPlaces: Uint32Array = new Uint32Array(0);
  #ownAnchors = this.anchorPlaces;

  /** Finds the places in `[from, to)` at which something may begin. Returns how many they are. */
  anchors(from: number, to: number, options: AnchorOptions): number {
    if (this.#kernel !== undefined) {
      this.anchorPlaces = this.#kernel.anchors;
      const count = this.#kernel.find(from, to, options);
      this.cuePlaces = this.#kernel.cues;
      this.cueCount = this.#kernel.countCues();
      this.cuesFrom = from;
      this.cuesTo = to;
      return count;
    }
    if (this.#ownAnchors.length < to - from) this.#ownAnchors = new Uint32Array(this.codes.length);
    this.anchorPlaces = this.#ownAnchors;
    return findAnchors(this.codes, from, to, options, anchorTables(), this.anchorPlaces);
  }

  /** Number of the first of the places of cues from `from` on before which a cell of a table may end; their count where there is none. */
  nextEdge(from: number): number {
    return this.#kernel === undefined ? this.cueCount : this.#kernel.nextEdge(from);
  }

  /** The folded unit at an index; 0 outside. */
  at(index: number): number {
    return index >= 0 && index < this.length ? this.codes[index]! : 0;
  }

  /** Offset, from the start of the loaded stretch, of the unit at a folded index. */
  offsetOf(index: number): number {
    if (!this.#mapped) return index;
    return index >= this.length
      ? this.#textEnd - this.#textStart
      : (this.#offsets as Uint32Array)[index]!;
  }

  /** Offset after the unit before a folded index: what was dropped behind a value is no part of it. */
  endOffsetOf(index: number): number {
    return index === 0 ? 0 : this.offsetOf(index - 1) + 1;
  }

  /** The folded index of the first unit at or after an offset. */
  indexOf(offset: number): number {
    if (!this.#mapped) return Math.min(offset, this.length);
    const offsets = this.#offsets as Uint32Array;
    let low = 0;
    let high = this.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (offsets[middle]! < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The folded text of `[start, end)`. */
  slice(start: number, end: number): string {
    const from = Math.max(0, start);
    const to = Math.min(this.length, end);
    if (from >= to) return '';
    if (!this.folded) return this.#text.slice(this.#textStart + from, this.#textStart + to);
    // Where nothing of the stretch was folded, the text itself is at hand.
    const offset = this.#textStart + this.offsetOf(from);
    if (to - from <= 512 && this.offsetOf(to - 1) - this.offsetOf(from) === to - 1 - from) {
      let index = from;
      while (index < to && this.#text.charCodeAt(offset + index - from) === this.codes[index])
        index += 1;
      if (index === to) return this.#text.slice(offset, offset + to - from);
    }
    let text = '';
    for (let index = from; index < to; index += 4096) {
      text += String.fromCharCode(...this.codes.subarray(index, Math.min(to, index + 4096)));
    }
    return text;
  }

  /** Whether `word` (in lower case) stands at an index, in any case. */
  startsWith(word: string, index: number): boolean {
    if (index < 0 || index + word.length > this.length) return false;
    for (let step = 0; step < word.length; step += 1) {
      const unit = this.codes[index + step]!;
      const lower = unit >= 0x41 && unit <= 0x5a ? unit | 0x20 : unit;
      if (lower !== word.charCodeAt(step)) return false;
    }
    return true;
  }
}
