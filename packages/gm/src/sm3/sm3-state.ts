/**
 * SM3 in plain JavaScript (GB/T 32905-2016). No table is indexed and no branch taken by the data.
 *
 * @module
 */

const initialState = /* @__PURE__ */ Int32Array.of(
  0x7380166f,
  0x4914b2b9,
  0x172442d7,
  0xda8a0600 | 0,
  0xa96f30bc | 0,
  0x163138aa,
  0xe38dee4d | 0,
  0xb0fb0e4e | 0,
);

/** The constants T_j of section 4.2, already rotated by j. */
const roundConstants = /* @__PURE__ */ Int32Array.from({ length: 64 }, (_, j) => {
  const constant = j < 16 ? 0x79cc4519 : 0x7a879d8a;
  return (constant << (j % 32)) | (constant >>> ((32 - (j % 32)) % 32));
});

export const sm3BlockBytes = 64;
export const sm3HashBytes = 32;

/** One for all: nothing runs between the rounds of a block. Overwritten when a hash ends. */
const words = /* @__PURE__ */ new Int32Array(68);

/** A hash under way. Cloning it costs less than hashing a block, which is what makes HMAC cheap. */
export class Sm3State {
  readonly #state: Int32Array;
  readonly #block: Uint8Array;
  readonly #view: DataView;
  #used = 0;
  #length = 0;

  constructor() {
    this.#state = initialState.slice();
    this.#block = new Uint8Array(sm3BlockBytes);
    this.#view = new DataView(this.#block.buffer);
  }

  update(data: Uint8Array): void {
    this.#length += data.length;
    let offset = 0;
    if (this.#used > 0) {
      offset = Math.min(sm3BlockBytes - this.#used, data.length);
      this.#block.set(data.subarray(0, offset), this.#used);
      this.#used += offset;
      if (this.#used < sm3BlockBytes) return;
      compress(this.#state, this.#view, 0);
      this.#used = 0;
    }
    if (data.length - offset >= sm3BlockBytes) {
      const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
      for (; data.length - offset >= sm3BlockBytes; offset += sm3BlockBytes) {
        compress(this.#state, view, offset);
      }
    }
    if (offset < data.length) {
      this.#block.set(data.subarray(offset), 0);
      this.#used = data.length - offset;
    }
  }

  /** Ends the hash; the state is of no use afterwards. */
  digest(): Uint8Array {
    const block = this.#block;
    block[this.#used] = 0x80;
    block.fill(0, this.#used + 1);
    if (this.#used >= 56) {
      compress(this.#state, this.#view, 0);
      block.fill(0);
    }
    // The length in bits is 64 bits wide; a number holds it in two halves without loss.
    this.#view.setUint32(56, Math.floor(this.#length / 0x2000_0000));
    this.#view.setUint32(60, this.#length << 3);
    compress(this.#state, this.#view, 0);
    const hash = new Uint8Array(sm3HashBytes);
    const view = new DataView(hash.buffer);
    for (let i = 0; i < 8; i++) view.setInt32(4 * i, this.#state[i]!);
    this.wipe();
    return hash;
  }

  clone(): Sm3State {
    const copy = new Sm3State();
    copy.#state.set(this.#state);
    if (this.#used > 0) copy.#block.set(this.#block);
    copy.#used = this.#used;
    copy.#length = this.#length;
    return copy;
  }

  /** Overwrites what is left of the message: it may have been a key. */
  wipe(): void {
    words.fill(0);
    this.#block.fill(0);
  }
}

/** The compression function CF of section 5.3. The two kinds of rounds are two loops, without a test in each round. */
function compress(state: Int32Array, view: DataView, offset: number): void {
  const w = words;
  for (let j = 0; j < 16; j++) w[j] = view.getInt32(offset + 4 * j);
  for (let j = 16; j < 68; j++) {
    const w3 = w[j - 3]!;
    const w13 = w[j - 13]!;
    const x = w[j - 16]! ^ w[j - 9]! ^ ((w3 << 15) | (w3 >>> 17));
    const p1 = x ^ ((x << 15) | (x >>> 17)) ^ ((x << 23) | (x >>> 9));
    w[j] = p1 ^ ((w13 << 7) | (w13 >>> 25)) ^ w[j - 6]!;
  }
  let a = state[0]!;
  let b = state[1]!;
  let c = state[2]!;
  let d = state[3]!;
  let e = state[4]!;
  let f = state[5]!;
  let g = state[6]!;
  let h = state[7]!;
  for (let j = 0; j < 16; j++) {
    const a12 = (a << 12) | (a >>> 20);
    const sum = (a12 + e + roundConstants[j]!) | 0;
    const ss1 = (sum << 7) | (sum >>> 25);
    const tt1 = ((a ^ b ^ c) + d + (ss1 ^ a12) + (w[j]! ^ w[j + 4]!)) | 0;
    const tt2 = ((e ^ f ^ g) + h + ss1 + w[j]!) | 0;
    d = c;
    c = (b << 9) | (b >>> 23);
    b = a;
    a = tt1;
    h = g;
    g = (f << 19) | (f >>> 13);
    f = e;
    e = tt2 ^ ((tt2 << 9) | (tt2 >>> 23)) ^ ((tt2 << 17) | (tt2 >>> 15));
  }
  for (let j = 16; j < 64; j++) {
    const a12 = (a << 12) | (a >>> 20);
    const sum = (a12 + e + roundConstants[j]!) | 0;
    const ss1 = (sum << 7) | (sum >>> 25);
    const majority = (a & b) | (c & (a | b));
    const choice = g ^ (e & (f ^ g));
    const tt1 = (majority + d + (ss1 ^ a12) + (w[j]! ^ w[j + 4]!)) | 0;
    const tt2 = (choice + h + ss1 + w[j]!) | 0;
    d = c;
    c = (b << 9) | (b >>> 23);
    b = a;
    a = tt1;
    h = g;
    g = (f << 19) | (f >>> 13);
    f = e;
    e = tt2 ^ ((tt2 << 9) | (tt2 >>> 23)) ^ ((tt2 << 17) | (tt2 >>> 15));
  }
  state[0] = state[0]! ^ a;
  state[1] = state[1]! ^ b;
  state[2] = state[2]! ^ c;
  state[3] = state[3]! ^ d;
  state[4] = state[4]! ^ e;
  state[5] = state[5]! ^ f;
  state[6] = state[6]! ^ g;
  state[7] = state[7]! ^ h;
}
