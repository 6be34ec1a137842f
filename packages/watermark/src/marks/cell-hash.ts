/**
 * A keyed hash of cells: two independent sums Σ kᵢ·xᵢ over 16-bit characters with 32-bit keys. Each product is below 2⁴⁸, so that
 * 32 of them are added without rounding before the prime is taken out. Two different texts collide in both sums with probability
 * below 2⁻⁶², whatever they are.
 *
 * Source: J. L. Carter and M. N. Wegman, "Universal classes of hash functions", section 3 (1979); multilinear form after
 * D. Lemire and O. Kaser, "Strongly universal string hashing is fast" (2014).
 *
 * @module
 */
import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';

/** The largest prime below 2³². */
const prime = 4_294_967_291;
/** Longer texts are hashed with SHA-256 first. */
const longestText = 96;
const keyCount = longestText + 4;

/** The hash of cells of one column. The result stands in `first` and `second`. */
export class CellHash {
  first = 0;
  second = 0;
  private readonly keys: Uint32Array;

  constructor(key: Uint8Array, column: number) {
    const bytes = hkdf(sha256, key, undefined, utf8ToBytes(`column/${column}`), keyCount * 8);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.keys = Uint32Array.from({ length: keyCount * 2 }, (_, index) => view.getUint32(index * 4));
  }

  /** Hashes a text. */
  text(text: string): void {
    if (text.length > longestText) {
      const digest = sha256(utf8ToBytes(text));
      this.text(
        `\uffff${String.fromCharCode(...new Uint16Array(digest.buffer, digest.byteOffset, 16))}`,
      );
      return;
    }
    const { keys } = this;
    let first = keys[0]! + text.length * keys[1]!;
    let second = keys[keyCount]! + text.length * keys[keyCount + 1]!;
    for (let at = 0; at < text.length; at += 1) {
      const unit = text.charCodeAt(at) + 1;
      first += unit * keys[at + 4]!;
      second += unit * keys[keyCount + at + 4]!;
      if ((at & 15) === 15) {
        first %= prime;
        second %= prime;
      }
    }
    this.first = first % prime;
    this.second = second % prime;
  }

  /** Hashes a whole number below 2⁵³ in absolute value; never as the text of the same number is. */
  number(value: number): void {
    const { keys } = this;
    const magnitude = Math.abs(value);
    const low = magnitude & 0xffff;
    const middle = Math.floor(magnitude / 0x10000) & 0xffff;
    const high = Math.floor(magnitude / 0x100000000) & 0x1fffff;
    const head = value < 0 ? 0x1fffe : 0x1fffd;
    this.first =
      (keys[2]! + head * keys[3]! + low * keys[4]! + middle * keys[5]! + high * keys[6]!) % prime;
    this.second =
      (keys[keyCount + 2]! +
        head * keys[keyCount + 3]! +
        low * keys[keyCount + 4]! +
        middle * keys[keyCount + 5]! +
        high * keys[keyCount + 6]!) %
      prime;
  }
}
