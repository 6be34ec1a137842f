/**
 * node:crypto.
 *
 * @module
 */
import {
  createCipheriv,
  createDecipheriv,
  createHmac as createNodeHmac,
  createSecretKey,
  timingSafeEqual,
} from 'node:crypto';
import type { AesGcm, HashName, Platform } from './platform.ts';

const tagBytes = 16;

/** A Uint8Array over a Buffer's bytes: what leaves this package is the same in Node as in a browser. */
function plain(buffer: Buffer): Uint8Array {
  return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.length);
}

/** Like `out.set(bytes, offset)`, which takes longer than a loop for the few bytes of a field. */
function copyInto(out: Uint8Array, offset: number, bytes: Uint8Array): void {
  if (bytes.length > 64) out.set(bytes, offset);
  else for (let i = 0; i < bytes.length; i += 1) out[offset + i] = bytes[i] as number;
}

function createAesGcm(key: Uint8Array): AesGcm {
  const secret = createSecretKey(key);
  const algorithm = `aes-${key.length * 8}-gcm` as 'aes-256-gcm';
  return {
    seal(nonce, plaintext, associatedData, out, offset) {
      const cipher = createCipheriv(algorithm, secret, nonce);
      cipher.setAAD(associatedData);
      copyInto(out, offset, cipher.update(plaintext));
      // In GCM the last block has come out already; final() only makes the tag.
      cipher.final();
      copyInto(out, offset + plaintext.length, cipher.getAuthTag());
    },
    open(nonce, sealed, associatedData) {
      const end = sealed.length - tagBytes;
      const decipher = createDecipheriv(algorithm, secret, nonce);
      decipher.setAAD(associatedData);
      decipher.setAuthTag(sealed.subarray(end));
      const plaintext = decipher.update(sealed.subarray(0, end));
      try {
        decipher.final();
      } catch {
        plaintext.fill(0);
        return undefined;
      }
      return plain(plaintext);
    },
  };
}

function aesCtr(key: Uint8Array, counter: Uint8Array, data: Uint8Array): Uint8Array {
  const cipher = createCipheriv(`aes-${key.length * 8}-ctr`, key, counter);
  return plain(cipher.update(data));
}

function createHmac(hash: HashName, key: Uint8Array): (...pieces: Uint8Array[]) => Uint8Array {
  const secret = createSecretKey(key);
  return (...pieces) => {
    const hmac = createNodeHmac(hash, secret);
    for (const piece of pieces) hmac.update(piece);
    return plain(hmac.digest());
  };
}

let lastBuffer: Buffer | undefined;

/**
 * A Buffer over the memory of bytes. The last one is kept: fields are sealed in the same memory one after the other, and
 * a Buffer takes longer to make than base64.
 */
function bufferOver(memory: ArrayBufferLike): Buffer {
  if (lastBuffer?.buffer !== memory) lastBuffer = Buffer.from(memory);
  return lastBuffer;
}

const platform: Platform = {
  createAesGcm,
  aesCtr,
  createHmac,
  equalBytes: (a, b) => a.length === b.length && timingSafeEqual(a, b),
  encodeBase64Url(bytes) {
    const start = bytes.byteOffset;
    return bufferOver(bytes.buffer).toString('base64url', start, start + bytes.length);
  },
  decodeBase64Url(text) {
    const bytes = Buffer.from(text, 'base64url');
    // Node skips what it does not know; only the text that encoding gives is taken.
    return bytes.toString('base64url') === text ? plain(bytes) : undefined;
  },
};

export { platform };
