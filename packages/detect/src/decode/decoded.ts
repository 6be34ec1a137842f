/**
 * What a decoder gives: the text, and the way back to its encoded form.
 *
 * @module
 */

/** Encodings that are looked into. */
export const encodings = [
  'base64',
  'hex',
  'percent',
  'escape',
  'quoted-printable',
  'encoded-word',
  'gzip',
] as const;

/** Name of an encoding: RFC 4648 base64 and hex, RFC 3986 percent, backslash escapes of JSON and JavaScript, RFC 2045 and RFC 2047, RFC 1952. */
export type Encoding = (typeof encodings)[number];

/** A decoded text. Offsets count from the start of the encoded form. */
export interface Decoded {
  readonly text: string;
  /** Where the encoded form of the unit at `index` begins. */
  startOf(index: number): number;
  /** Where the encoded form of the unit before `index` ends. */
  endOf(index: number): number;
}

/** Units that a decoder reads: a view of the engine, or a string. Reading outside gives 0. */
export interface Units {
  readonly length: number;
  at(index: number): number;
  slice(start: number, end: number): string;
}

/** A stretch of a text that may be encoded. */
export interface Stretch {
  readonly encoding: Encoding;
  readonly start: number;
  readonly end: number;
}

/** Gathers decoded units, each with the place it came from. */
export class DecodedBuilder implements Decoded {
  text = '';
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];

  /** Adds text of which each unit came from the same place. */
  add(text: string, start: number, end: number): void {
    this.text += text;
    for (let unit = 0; unit < text.length; unit += 1) {
      this.#starts.push(start);
      this.#ends.push(end);
    }
  }

  /** Adds text that was UTF-8, each byte of which took `width` units from `start` on. */
  addBytes(text: string, start: number, width: number): void {
    this.text += text;
    const byteAt = byteOffsets(text);
    for (let unit = 0; unit < text.length; unit += 1) {
      this.#starts.push(start + byteAt[unit]! * width);
      this.#ends.push(start + byteAt[unit + 1]! * width);
    }
  }

  startOf(index: number): number {
    return this.#starts[index] ?? this.#ends.at(-1) ?? 0;
  }

  endOf(index: number): number {
    return this.#ends[index - 1] ?? 0;
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The bytes as text, where they are text at all: UTF-8 without control characters. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  // Random bytes almost always fail here, within the first few; an exception of the decoder would cost a hundred times as much.
  let following = 0;
  for (let index = 0; index < bytes.length; index += 1) {
    const byte = bytes[index]!;
    if (following > 0) {
      if ((byte & 0xc0) !== 0x80) return undefined;
      following -= 1;
    } else if (byte >= 0x80) {
      if (byte < 0xc2 || byte > 0xf4) return undefined;
      following = byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3;
    } else if (byte < 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09) return undefined;
  }
  if (following > 0) return undefined;
  try {
    return utf8.decode(bytes);
  } catch {
    return undefined;
  }
}

/** Whether bytes could begin a text: no control characters, and UTF-8 as RFC 3629 section 4 has it. The last character may be cut. */
export function mayBeginText(byteAt: (index: number) => number, count: number): boolean {
  let following = 0;
  for (let index = 0; index < count; index += 1) {
    const byte = byteAt(index);
    if (following > 0) {
      if ((byte & 0xc0) !== 0x80) return false;
      following -= 1;
    } else if (byte >= 0x80) {
      if (byte < 0xc2 || byte > 0xf4) return false;
      following = byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3;
    } else if (byte === 0x7f || (byte < 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09)) {
      return false;
    }
  }
  return true;
}

/** Offset in bytes of UTF-8 of each unit of a text, and of its end. */
export function byteOffsets(text: string): Uint32Array {
  const offsets = new Uint32Array(text.length + 1);
  let bytes = 0;
  for (let index = 0; index < text.length; index += 1) {
    offsets[index] = bytes;
    const unit = text.charCodeAt(index);
    // A pair of surrogates is four bytes together.
    bytes += unit < 0x80 ? 1 : unit < 0x800 || (unit >= 0xd800 && unit < 0xe000) ? 2 : 3;
  }
  offsets[text.length] = bytes;
  return offsets;
}
