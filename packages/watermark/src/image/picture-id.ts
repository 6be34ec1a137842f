import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { watermarkError } from '../watermark-error.ts';
import { messageBits } from './convolutional-code.ts';

const idBytes = 8;
const tagBytes = messageBits / 8 - idBytes;

function tagOf(id: Uint8Array, tagKey: Uint8Array): Uint8Array {
  return hmac(sha256, tagKey, id).subarray(0, tagBytes);
}

/** The bits of an id and of its tag, as they are encoded. */
export function writeMessage(id: bigint, tagKey: Uint8Array): Uint8Array {
  if (typeof id !== 'bigint' || id < 0n || id >= 1n << 64n) {
    throw watermarkError(
      'ERR_WATERMARK_OPTIONS',
      'The id of a picture mark must be a bigint of 64 bits, from 0n',
      'Number your recipients, or take the first 8 bytes of a keyed hash of their names.',
    );
  }
  const bytes = new Uint8Array(idBytes + tagBytes);
  new DataView(bytes.buffer).setBigUint64(0, id);
  bytes.set(tagOf(bytes.subarray(0, idBytes), tagKey), idBytes);
  return Uint8Array.from(
    { length: messageBits },
    (_, bit) => ((bytes[bit >> 3] as number) >> (7 - (bit & 7))) & 1,
  );
}

/** The id of a message, or `undefined` if its tag is not of this key: no guess is ever given out. */
export function readMessage(message: Uint8Array, tagKey: Uint8Array): bigint | undefined {
  const bytes = new Uint8Array(idBytes + tagBytes);
  for (const [bit, value] of message.entries()) {
    bytes[bit >> 3] = (bytes[bit >> 3] as number) | (value << (7 - (bit & 7)));
  }
  const tag = tagOf(bytes.subarray(0, idBytes), tagKey);
  if (tag.some((byte, index) => byte !== bytes[idBytes + index])) return undefined;
  return new DataView(bytes.buffer).getBigUint64(0);
}
