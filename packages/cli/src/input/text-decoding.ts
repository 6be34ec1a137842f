import { isAscii, isUtf8 } from 'node:buffer';
import { createRequire } from 'node:module';
import type * as Iconv from 'iconv-lite';
import {
  type ChosenEncoding,
  chooseEncoding,
  readByteOrderMark,
  recogniseUtf16,
  wholeUtf8Length,
} from './choose-encoding.ts';

/** So many bytes are looked at before an encoding is chosen. */
const windowSize = 65_536;

const require = createRequire(import.meta.url);
let iconv: typeof Iconv | undefined;

/** Loaded when a text needs it: most are UTF-8. */
function loadIconv(): typeof Iconv {
  iconv ??= require('iconv-lite') as typeof Iconv;
  return iconv;
}

/** Whether a name, such as `gb18030` or `latin1`, is an encoding that can be read. */
export function isKnownEncoding(name: string): boolean {
  return loadIconv().encodingExists(name);
}

type State =
  /** Gathers the first bytes. */
  | 'begin'
  /** All was ASCII so far: which encoding it is does not matter yet. */
  | 'ascii'
  /** Gathers bytes from the first that is not ASCII. */
  | 'window'
  | 'utf-8'
  | 'other';

function joinBytes(a: Uint8Array, b: Uint8Array): Uint8Array {
  if (a.length === 0) return b;
  const joined = new Uint8Array(a.length + b.length);
  joined.set(a);
  joined.set(b, a.length);
  return joined;
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
}

/**
 * Decodes bytes as they come. The encoding is that of the byte order mark, or chosen by strict trial where the first character
 * beyond ASCII stands; the mark is no part of the text. What cannot be decoded becomes U+FFFD and is noted.
 */
export class TextDecoding {
  /** Its name; `utf-8` as long as all is ASCII. */
  encoding: string;
  /** Whether the encoding is a guess of last resort. */
  isGuess = false;
  /** Offset in the text of the first character that could not be decoded, or of the first of a guessed encoding. */
  firstInvalid: number | undefined;
  /** Length of the text so far, in UTF-16 code units. */
  length = 0;
  private readonly isForced: boolean;
  private state: State = 'begin';
  private held: Uint8Array = new Uint8Array(0);
  private decoder: Iconv.DecoderStream | undefined;
  /** Length of the text that this call has given before the piece at hand. */
  private ahead = 0;

  /** @param encoding - the encoding, where the user names it. */
  constructor(encoding?: string) {
    this.isForced = encoding !== undefined;
    this.encoding = encoding ?? 'utf-8';
  }

  /** The text of the next bytes. They may be overwritten afterwards: what must be kept is copied (a Buffer's `slice` copies nothing). */
  push(bytes: Uint8Array): string {
    this.ahead = 0;
    const text = this.read(bytes, false);
    this.length += text.length;
    return text;
  }

  /** The rest of the text. */
  end(): string {
    this.ahead = 0;
    const text = this.read(new Uint8Array(0), true);
    this.length += text.length;
    return text;
  }

  private read(bytes: Uint8Array, isEnd: boolean): string {
    switch (this.state) {
      case 'begin':
        return this.begin(bytes, isEnd);
      case 'ascii':
        return this.readAscii(bytes, isEnd);
      case 'window':
        return this.readWindow(bytes, isEnd);
      case 'utf-8':
        return this.readUtf8(bytes, isEnd);
      default:
        return this.readOther(bytes, isEnd);
    }
  }

  private begin(bytes: Uint8Array, isEnd: boolean): string {
    const head = joinBytes(this.held, bytes);
    if (head.length < windowSize && !isEnd) {
      this.held = new Uint8Array(head);
      return '';
    }
    this.held = new Uint8Array(0);
    const mark = readByteOrderMark(head);
    if (this.isForced) {
      const fits = mark?.encoding.replace('-', '') === this.encoding.toLowerCase().replace('-', '');
      return this.start(this.encoding, head.subarray(fits ? mark!.length : 0), isEnd);
    }
    if (mark !== undefined) return this.start(mark.encoding, head.subarray(mark.length), isEnd);
    const utf16 = recogniseUtf16(head);
    if (utf16 !== undefined) return this.start(utf16, head, isEnd);
    this.state = 'ascii';
    return this.readAscii(head, isEnd);
  }

  private start(encoding: string, bytes: Uint8Array, isEnd: boolean): string {
    this.encoding = encoding.toLowerCase();
    if (/^utf-?8$/.test(this.encoding)) {
      this.encoding = 'utf-8';
      this.state = 'utf-8';
    } else {
      this.state = 'other';
      this.decoder = loadIconv().getDecoder(this.encoding, { stripBOM: false });
    }
    return this.read(bytes, isEnd);
  }

  private readAscii(bytes: Uint8Array, isEnd: boolean): string {
    if (isAscii(bytes)) return asBuffer(bytes).toString('latin1');
    const first = bytes.findIndex((byte) => byte >= 0x80);
    this.state = 'window';
    this.ahead = first;
    return (
      asBuffer(bytes).toString('latin1', 0, first) + this.readWindow(bytes.subarray(first), isEnd)
    );
  }

  private readWindow(bytes: Uint8Array, isEnd: boolean): string {
    const window = joinBytes(this.held, bytes);
    if (window.length < windowSize && !isEnd) {
      this.held = new Uint8Array(window);
      return '';
    }
    this.held = new Uint8Array(0);
    const chosen: ChosenEncoding = chooseEncoding(window);
    if (chosen.isGuess) {
      this.isGuess = true;
      this.firstInvalid = this.length + this.ahead;
    }
    return this.start(chosen.encoding, window, isEnd);
  }

  private readUtf8(bytes: Uint8Array, isEnd: boolean): string {
    const all = joinBytes(this.held, bytes);
    const length = isEnd ? all.length : wholeUtf8Length(all);
    this.held = new Uint8Array(all.subarray(length));
    const whole = all.subarray(0, length);
    // Without a character beyond ASCII the text takes half the memory.
    if (isAscii(whole)) return asBuffer(whole).toString('latin1');
    if (isUtf8(whole)) return asBuffer(whole).toString();
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(whole);
    this.firstInvalid ??= this.length + this.ahead + validLength(whole);
    return text;
  }

  private readOther(bytes: Uint8Array, isEnd: boolean): string {
    let text = this.decoder!.write(Buffer.from(bytes));
    if (isEnd) text += this.decoder!.end() ?? '';
    const invalid = text.indexOf('\uFFFD');
    if (invalid >= 0) this.firstInvalid ??= this.length + this.ahead + invalid;
    return text;
  }
}

/** How many code units the bytes give before the first that is not UTF-8. */
function validLength(bytes: Uint8Array): number {
  let valid = 0;
  let bad = bytes.length;
  // All prefixes up to the error are valid, none after it is: halve the way.
  while (valid < bad - 4) {
    const middle = (valid + bad) >> 1;
    const length = wholeUtf8Length(bytes.subarray(0, middle));
    if (length > valid && isUtf8(bytes.subarray(0, length))) valid = length;
    else bad = middle;
  }
  for (let size = 1; size <= 4; size += 1) {
    if (valid + size > bytes.length || !isUtf8(bytes.subarray(valid, valid + size))) continue;
    valid += size;
    size = 0;
  }
  return asBuffer(bytes).toString('utf8', 0, valid).length;
}
