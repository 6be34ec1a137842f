import { createCipheriv, createDecipheriv } from 'node:crypto';
import { expandSm4Key, type Sm4Schedule } from '../../sm4/sm4-schedule.ts';
import type { CounterWords } from '../../sm4/xor-keystream.ts';
import type { CipherPlatform } from '../platform.ts';
import { cipherPlatform as pure } from '../pure/sm4.ts';
import { askOnce, plainBytes } from './probe.ts';

/**
 * Below it a call into OpenSSL costs more than the work in JavaScript. Above it OpenSSL 3.0 is as fast, and several times as fast on
 * processors with instructions for SM4.
 */
const nativeBytes = 4096;

const isNative = /* @__PURE__ */ askOnce(() => {
  const schedule = expandSm4Key(new Uint8Array(16));
  const iv = new Uint8Array(16);
  return (['ecb', 'cbc', 'ctr'] as const).every((mode) => {
    const native = runNative(mode, schedule, mode === 'ecb' ? null : iv, iv, false);
    // One block of zeros under zeros is the same in all three modes.
    return Buffer.compare(native, pure.transformBlocks(schedule, iv, false)) === 0;
  });
});

function runNative(
  mode: 'ecb' | 'cbc' | 'ctr',
  schedule: Sm4Schedule,
  iv: Uint8Array | null,
  input: Uint8Array,
  decrypt: boolean,
): Uint8Array {
  const create = decrypt ? createDecipheriv : createCipheriv;
  const cipher = create(`sm4-${mode}`, schedule.key, iv).setAutoPadding(false);
  return plainBytes(cipher.update(input));
}

const isWorthIt = (input: Uint8Array): boolean => input.length >= nativeBytes && isNative();

/** Whether the 32-bit counter in the last word ends before it wraps: OpenSSL would carry into the word before. */
function staysInWord(start: CounterWords, length: number): boolean {
  return (start[3]! >>> 0) + Math.ceil(length / 16) <= 0x1_0000_0000;
}

function writeCounter(words: CounterWords): Uint8Array {
  const bytes = new Uint8Array(16);
  const view = new DataView(bytes.buffer);
  words.forEach((word, i) => {
    view.setInt32(4 * i, word);
  });
  return bytes;
}

export const cipherPlatform: CipherPlatform = {
  transformBlocks: (schedule, input, decrypt) =>
    isWorthIt(input)
      ? runNative('ecb', schedule, null, input, decrypt)
      : pure.transformBlocks(schedule, input, decrypt),
  chainBlocks: (schedule, iv, input) =>
    isWorthIt(input)
      ? runNative('cbc', schedule, iv, input, false)
      : pure.chainBlocks(schedule, iv, input),
  unchainBlocks: (schedule, iv, input) =>
    isWorthIt(input)
      ? runNative('cbc', schedule, iv, input, true)
      : pure.unchainBlocks(schedule, iv, input),
  xorKeystream(schedule, start, input, kind, output) {
    const fits = kind === 'whole' || (kind === 'last-word' && staysInWord(start, input.length));
    if (!fits || !isWorthIt(input)) return pure.xorKeystream(schedule, start, input, kind, output);
    const result = runNative('ctr', schedule, writeCounter(start), input, false);
    output?.set(result);
    return output ?? result;
  },
};
