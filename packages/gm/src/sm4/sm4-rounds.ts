/**
 * SM4 in plain JavaScript, with a table of 4 KiB.
 *
 * Not constant-time: which table lines are read depends on key and data, and code on the same core may see it. OpenSSL's
 * portable SM4 has the same property.
 *
 * @module
 */

import { runPairRounds } from './sm4-pair-rounds.ts';
import { type Sm4Schedule, sm4BlockBytes } from './sm4-schedule.ts';
import { roundTable } from './sm4-tables.ts';

/** Runs the 32 rounds over the four words of `block` in place. The order of the round keys says whether it encrypts or decrypts. */
export function runRounds(roundKeys: Int32Array, block: Int32Array): void {
  const t = roundTable;
  let a = block[0]!;
  let b = block[1]!;
  let c = block[2]!;
  let d = block[3]!;
  for (let i = 0; i < 32; i += 4) {
    let x = b ^ c ^ d ^ roundKeys[i]!;
    a ^=
      t[x >>> 24]! ^
      t[256 | ((x >>> 16) & 0xff)]! ^
      t[512 | ((x >>> 8) & 0xff)]! ^
      t[768 | (x & 0xff)]!;
    x = c ^ d ^ a ^ roundKeys[i + 1]!;
    b ^=
      t[x >>> 24]! ^
      t[256 | ((x >>> 16) & 0xff)]! ^
      t[512 | ((x >>> 8) & 0xff)]! ^
      t[768 | (x & 0xff)]!;
    x = d ^ a ^ b ^ roundKeys[i + 2]!;
    c ^=
      t[x >>> 24]! ^
      t[256 | ((x >>> 16) & 0xff)]! ^
      t[512 | ((x >>> 8) & 0xff)]! ^
      t[768 | (x & 0xff)]!;
    x = a ^ b ^ c ^ roundKeys[i + 3]!;
    d ^=
      t[x >>> 24]! ^
      t[256 | ((x >>> 16) & 0xff)]! ^
      t[512 | ((x >>> 8) & 0xff)]! ^
      t[768 | (x & 0xff)]!;
  }
  block[0] = d;
  block[1] = c;
  block[2] = b;
  block[3] = a;
}

/** Two blocks, of which most use the first. One for all: nothing runs between a block and the next. */
const block = /* @__PURE__ */ new Int32Array(8);

function load(view: DataView, offset: number, words = 4): void {
  for (let i = 0; i < words; i++) block[i] = view.getInt32(offset + 4 * i);
}

function store(view: DataView, offset: number, words = 4): void {
  for (let i = 0; i < words; i++) view.setInt32(offset + 4 * i, block[i]!);
}

export const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Each block by itself (ECB). The length is a multiple of 16. */
export function transformBlocks(
  schedule: Sm4Schedule,
  input: Uint8Array,
  decrypt: boolean,
): Uint8Array {
  const roundKeys = decrypt ? schedule.decryptKeys : schedule.encryptKeys;
  const output = new Uint8Array(input.length);
  const from = viewOf(input);
  const to = viewOf(output);
  const pairs = input.length - (input.length % (2 * sm4BlockBytes));
  for (let offset = 0; offset < pairs; offset += 2 * sm4BlockBytes) {
    load(from, offset, 8);
    runPairRounds(roundKeys, block);
    store(to, offset, 8);
  }
  if (pairs < input.length) {
    load(from, pairs);
    runRounds(roundKeys, block);
    store(to, pairs);
  }
  block.fill(0);
  return output;
}

/** Cipher block chaining, encryption. The length is a multiple of 16. */
export function chainBlocks(schedule: Sm4Schedule, iv: Uint8Array, input: Uint8Array): Uint8Array {
  const output = new Uint8Array(input.length);
  const from = viewOf(input);
  const to = viewOf(output);
  load(viewOf(iv), 0);
  for (let offset = 0; offset < input.length; offset += sm4BlockBytes) {
    for (let i = 0; i < 4; i++) block[i] = block[i]! ^ from.getInt32(offset + 4 * i);
    runRounds(schedule.encryptKeys, block);
    store(to, offset);
  }
  block.fill(0);
  return output;
}

/** Cipher block chaining, decryption. The length is a multiple of 16. */
export function unchainBlocks(
  schedule: Sm4Schedule,
  iv: Uint8Array,
  input: Uint8Array,
): Uint8Array {
  const output = transformBlocks(schedule, input, true);
  for (let i = 0; i < output.length; i++) {
    output[i] = output[i]! ^ (i < sm4BlockBytes ? iv[i]! : input[i - sm4BlockBytes]!);
  }
  return output;
}

/** The CBC-MAC of parts that are each filled up with zeros to whole blocks, under an IV of zeros; 16 bytes. */
export function chainMac(schedule: Sm4Schedule, parts: readonly Uint8Array[]): Uint8Array {
  const mac = new Uint8Array(sm4BlockBytes);
  block.fill(0);
  for (const part of parts) {
    const view = viewOf(part);
    const whole = part.length - (part.length % sm4BlockBytes);
    for (let offset = 0; offset < whole; offset += sm4BlockBytes) {
      for (let i = 0; i < 4; i++) block[i] = block[i]! ^ view.getInt32(offset + 4 * i);
      runRounds(schedule.encryptKeys, block);
    }
    if (whole === part.length) continue;
    for (let offset = whole; offset < part.length; offset++) {
      const place = offset - whole;
      block[place >>> 2] = block[place >>> 2]! ^ (part[offset]! << (24 - 8 * (place & 3)));
    }
    runRounds(schedule.encryptKeys, block);
  }
  store(viewOf(mac), 0);
  block.fill(0);
  return mac;
}
