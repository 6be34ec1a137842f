import { createCipheriv, createDecipheriv } from 'node:crypto';
import { expandSm4Key, type Sm4Schedule } from '../../sm4/sm4-schedule.ts';
import type { ChainPlatform } from '../platform.ts';
import { chainPlatform as pure } from '../pure/sm4.ts';
import { askOnce, plainBytes } from './probe.ts';

/** Below it a call into OpenSSL costs more than the work in JavaScript; measured with Node 20 and OpenSSL 3.0. */
const nativeBytes = 1024;

const isNative = /* @__PURE__ */ askOnce(() => {
  const schedule = expandSm4Key(new Uint8Array(16));
  const iv = new Uint8Array(16);
  const native = runNative(createCipheriv, schedule, iv, iv);
  return Buffer.compare(native, pure.chainBlocks(schedule, iv, iv)) === 0;
});

function runNative(
  create: typeof createCipheriv | typeof createDecipheriv,
  schedule: Sm4Schedule,
  iv: Uint8Array,
  input: Uint8Array,
): Uint8Array {
  const cipher = create('sm4-cbc', schedule.key, iv).setAutoPadding(false);
  return plainBytes(cipher.update(input));
}

/** Node refuses more than 2^31 - 1 bytes at once. */
const mostBytesAtOnce = 2 ** 30;

const isWorthIt = ({ length }: Uint8Array): boolean =>
  length >= nativeBytes && length <= mostBytesAtOnce && isNative();

export const chainPlatform: ChainPlatform = {
  chainBlocks: (schedule, iv, input) =>
    isWorthIt(input)
      ? runNative(createCipheriv, schedule, iv, input)
      : pure.chainBlocks(schedule, iv, input),
  unchainBlocks: (schedule, iv, input) =>
    isWorthIt(input)
      ? runNative(createDecipheriv, schedule, iv, input)
      : pure.unchainBlocks(schedule, iv, input),
};
