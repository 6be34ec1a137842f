import { createHash, createHmac, type Hash, type Hmac } from 'node:crypto';
import type { HashPlatform } from '../platform.ts';
import { hashPlatform as pure } from '../pure/sm3.ts';
import { askOnce, plainBytes } from './probe.ts';

// Below these lengths a call into OpenSSL costs more than the work in JavaScript; measured with Node 20 and OpenSSL 3.0.
const nativeHashBytes = 256;
const nativeHmacBytes = 1024;

const sample = /* @__PURE__ */ new Uint8Array(3);
const isNative = /* @__PURE__ */ askOnce(() =>
  createHash('sm3').update(sample).digest().equals(pure.hash(sample)),
);

/** Node refuses more than 2^31 - 1 bytes at once. */
const mostBytesAtOnce = 2 ** 30;

function updateInParts(hash: Hash | Hmac, data: Uint8Array): void {
  if (data.length <= mostBytesAtOnce) hash.update(data);
  else {
    for (let offset = 0; offset < data.length; offset += mostBytesAtOnce) {
      hash.update(data.subarray(offset, offset + mostBytesAtOnce));
    }
  }
}

export const hashPlatform: HashPlatform = {
  hash(data) {
    if (data.length < nativeHashBytes || !isNative()) return pure.hash(data);
    const hash = createHash('sm3');
    updateInParts(hash, data);
    return plainBytes(hash.digest());
  },
  createHash() {
    if (!isNative()) return pure.createHash();
    const hash = createHash('sm3');
    return {
      update: (data) => updateInParts(hash, data),
      digest: () => plainBytes(hash.digest()),
    };
  },
  hmac(key, data) {
    if (data.length < nativeHmacBytes || !isNative()) return undefined;
    const hmac = createHmac('sm3', key);
    updateInParts(hmac, data);
    return plainBytes(hmac.digest());
  },
};
