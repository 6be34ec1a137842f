/**
 * Browsers and the edge: @noble, since WebCrypto is asynchronous throughout.
 *
 * @module
 */
import { ctr, gcm } from '@noble/ciphers/aes.js';
import { hmac } from '@noble/hashes/hmac.js';
import { sha1 } from '@noble/hashes/legacy.js';
import { sha224, sha256, sha384, sha512 } from '@noble/hashes/sha2.js';
import { copyBytes } from '../bytes/copy-bytes.ts';
import type { AesGcm, HashName, Platform } from './platform.ts';

const hashes = { sha1, sha224, sha256, sha384, sha512 } satisfies Record<HashName, unknown>;

function createAesGcm(key: Uint8Array): AesGcm {
  const secret = copyBytes(key);
  return {
    seal(nonce, plaintext, associatedData, out, offset) {
      out.set(gcm(secret, nonce, associatedData).encrypt(plaintext), offset);
    },
    open(nonce, sealed, associatedData) {
      try {
        return gcm(secret, nonce, associatedData).decrypt(sealed);
      } catch {
        return undefined;
      }
    },
  };
}

function createHmac(hash: HashName, key: Uint8Array): (...pieces: Uint8Array[]) => Uint8Array {
  // Padding the key is half the work for short messages: it is done once and cloned.
  const keyed = hmac.create(hashes[hash], key);
  return (...pieces) => {
    const state = keyed.clone();
    for (const piece of pieces) state.update(piece);
    return state.digest();
  };
}

function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  let difference = 0;
  for (let i = 0; i < a.length; i += 1) difference |= (a[i] as number) ^ (b[i] as number);
  return difference === 0;
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const digits = /* @__PURE__ */ new Map([...alphabet].map((letter, digit) => [letter, digit]));

function encodeBase64Url(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const left = bytes.length - i;
    const group = ((bytes[i] as number) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    text += alphabet.charAt(group >> 18) + alphabet.charAt((group >> 12) & 63);
    if (left > 1) text += alphabet.charAt((group >> 6) & 63);
    if (left > 2) text += alphabet.charAt(group & 63);
  }
  return text;
}

function decodeBase64Url(text: string): Uint8Array | undefined {
  if (text.length % 4 === 1) return undefined;
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let pending = 0;
  let bits = 0;
  let end = 0;
  for (const letter of text) {
    const digit = digits.get(letter);
    if (digit === undefined) return undefined;
    pending = (pending << 6) | digit;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[end] = pending >> bits;
    end += 1;
    pending &= (1 << bits) - 1;
  }
  // Bits left over must be zero, or two texts would stand for the same bytes.
  return pending === 0 ? bytes : undefined;
}

const platform: Platform = {
  createAesGcm,
  aesCtr: (key, counter, data) => ctr(key, counter).encrypt(data),
  createHmac,
  equalBytes,
  encodeBase64Url,
  decodeBase64Url,
};

export { platform };
