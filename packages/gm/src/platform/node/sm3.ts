import { createHash, createHmac } from 'node:crypto';
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

export const hashPlatform: HashPlatform = {
  hash(data) {
    if (data.length < nativeHashBytes || !isNative()) return pure.hash(data);
    return plainBytes(createHash('sm3').update(data).digest());
  },
  createHash() {
    if (!isNative()) return pure.createHash();
    const hash = createHash('sm3');
    return { update: (data) => void hash.update(data), digest: () => plainBytes(hash.digest()) };
  },
  hmac(key, data) {
    if (data.length < nativeHmacBytes || !isNative()) return undefined;
    return plainBytes(createHmac('sm3', key).update(data).digest());
  },
};
