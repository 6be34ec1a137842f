/**
 * LabeledExtract and LabeledExpand (RFC 9180 section 4).
 *
 * @module
 */

import type { HashName } from '../../platform/platform.ts';
import { createHkdfExpand, hashBytes, hkdfExtract } from '../../prf/hkdf.ts';

const version = new TextEncoder().encode('HPKE-v1');

/** I2OSP (RFC 8017 section 4.1): a number as big-endian bytes. */
export function i2osp(value: number, length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  for (let at = length - 1, rest = value; at >= 0; at -= 1) {
    bytes[at] = rest % 256;
    rest = Math.floor(rest / 256);
  }
  return bytes;
}

/** Bytes one after the other. */
export function concat(...pieces: Uint8Array[]): Uint8Array {
  const all = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let end = 0;
  for (const piece of pieces) {
    all.set(piece, end);
    end += piece.length;
  }
  return all;
}

/** A KDF with the labels of a suite. */
export interface LabelledKdf {
  /** Nh: bytes of the hash. */
  readonly hashBytes: number;
  extract(salt: Uint8Array, label: string, secret: Uint8Array): Uint8Array;
  expand(key: Uint8Array, label: string, info: Uint8Array, length: number): Uint8Array;
}

/** The KDF of a hash, its labels bound to a suite id. */
export function labelledKdf(hash: HashName, suiteId: Uint8Array): LabelledKdf {
  const encode = (label: string) => new TextEncoder().encode(label);
  return {
    hashBytes: hashBytes[hash],
    extract: (salt, label, secret) =>
      hkdfExtract(hash, concat(version, suiteId, encode(label), secret), salt),
    expand(key, label, info, length) {
      const labelled = concat(i2osp(length, 2), version, suiteId, encode(label), info);
      return createHkdfExpand(hash, key)(labelled, length);
    },
  };
}
