import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { expandKey } from '../keys/expand-key.ts';

/** 64 bits in two numbers of 32: the id, and its tag. */
export interface ParityMessage {
  readonly id: number;
  readonly tag: number;
}

/** A sum of bits of the message that a place of a text tells. */
export interface Parity {
  /** Which bits of the id are in the sum. */
  readonly ofId: number;
  /** Which bits of the tag. */
  readonly ofTag: number;
  /** 0 or 1. */
  readonly sum: number;
}

/** What a key says of texts. */
export interface TextKey {
  /** The message of an id. */
  messageOf(id: number): ParityMessage;
  /** Bits of the id and tag, and a constant, for each bit of a place; `undefined` where nothing is marked. */
  parities(context: string, bits: number): readonly Parity[];
}

/** Three sums of 64 bits, and their constants, fit into a digest. */
const sumsInDigest = 3;

function oddBits(value: number): number {
  let bits = value;
  for (let shift = 16; shift > 0; shift >>= 1) bits ^= bits >>> shift;
  return bits & 1;
}

/** The value of a parity for a message, its constant included. */
export function evaluateParity({ ofId, ofTag, sum }: Parity, { id, tag }: ParityMessage): number {
  return oddBits((ofId & id) ^ (ofTag & tag)) ^ sum;
}

/** Derives what a key of at least 16 bytes says of texts. */
export function createTextKey(key: Uint8Array): TextKey {
  const keys = expandKey(key, 'a text mark', 'yushu text mark 1', 64);
  const placeKey = keys.subarray(0, 32);
  const tagKey = keys.subarray(32);
  return {
    messageOf(id) {
      const bytes = new Uint8Array(4);
      new DataView(bytes.buffer).setUint32(0, id);
      const digest = hmac(sha256, tagKey, bytes);
      return { id: id >>> 0, tag: new DataView(digest.buffer, digest.byteOffset).getUint32(0) };
    },
    parities(context, bits) {
      const parities: Parity[] = [];
      for (let block = 0; parities.length < bits; block += 1) {
        const asked = block === 0 ? context : `${context}\n${block}`;
        const digest = hmac(sha256, placeKey, utf8ToBytes(asked));
        const view = new DataView(digest.buffer, digest.byteOffset);
        for (let bit = 0; bit < sumsInDigest && parities.length < bits; bit += 1) {
          parities.push({
            ofId: view.getUint32(8 * bit),
            ofTag: view.getUint32(8 * bit + 4),
            sum: ((digest[31] as number) >> bit) & 1,
          });
        }
      }
      return parities;
    },
  };
}
