/** Finds the byte of UTF-8 at which a code unit of the decoded text begins; for units that never go back. */
export class ByteOffsets {
  #bytes: Uint8Array = new Uint8Array(0);
  /** Offset of the first byte that is kept. */
  #base = 0;
  #at = 0;
  #unit = 0;

  /** Takes the next bytes, and forgets those before the unit that was asked for last. */
  add(chunk: Uint8Array): void {
    const rest = this.#bytes.length - this.#at;
    const bytes = new Uint8Array(rest + chunk.length);
    bytes.set(this.#bytes.subarray(this.#at));
    bytes.set(chunk, rest);
    this.#bytes = bytes;
    this.#base += this.#at;
    this.#at = 0;
  }

  /** Offset in bytes of a code unit, which is none before the last one. */
  offsetOf(unit: number): number {
    while (this.#unit < unit && this.#at < this.#bytes.length) this.#step();
    return this.#base + this.#at;
  }

  /** Over one character, or one U+FFFD for what is none: the maximal subpart, as the WHATWG decoder has it. */
  #step(): void {
    const bytes = this.#bytes;
    const lead = bytes[this.#at]!;
    let needed = 0;
    let lowest = 0x80;
    let highest = 0xbf;
    if (lead >= 0xc2 && lead <= 0xdf) needed = 1;
    else if (lead >= 0xe0 && lead <= 0xef) {
      needed = 2;
      if (lead === 0xe0) lowest = 0xa0;
      else if (lead === 0xed) highest = 0x9f;
    } else if (lead >= 0xf0 && lead <= 0xf4) {
      needed = 3;
      if (lead === 0xf0) lowest = 0x90;
      else if (lead === 0xf4) highest = 0x8f;
    }
    for (let index = 1; index <= needed; index += 1) {
      const byte = bytes[this.#at + index];
      if (byte === undefined || byte < lowest || byte > highest) {
        this.#at += index;
        this.#unit += 1;
        return;
      }
      lowest = 0x80;
      highest = 0xbf;
    }
    this.#at += needed + 1;
    this.#unit += needed === 3 ? 2 : 1;
  }
}
