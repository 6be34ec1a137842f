/**
 * Diffie-Hellman by node:crypto.
 *
 * @module
 */
import { createECDH, createPrivateKey, createPublicKey, diffieHellman } from 'node:crypto';
import { copyBytes } from '../bytes/copy-bytes.ts';
import { type CurveName, type Curves, scalarBytes } from './curves.ts';

const nistNames = { p256: 'prime256v1', p384: 'secp384r1', p521: 'secp521r1' } as const;

/** What stands before the 32 or 56 bytes in PKCS #8 and in SubjectPublicKeyInfo (RFC 8410 sections 4 and 7). */
const envelopes = {
  x25519: { private: '302e020100300506032b656e04220420', public: '302a300506032b656e032100' },
  x448: { private: '3046020100300506032b656f043a0438', public: '3042300506032b656f033900' },
} as const;

function ecdhOf(curve: keyof typeof nistNames, privateKey: Uint8Array) {
  const ecdh = createECDH(nistNames[curve]);
  ecdh.setPrivateKey(privateKey);
  return ecdh;
}

function montgomeryKey(curve: keyof typeof envelopes, kind: 'private' | 'public', key: Uint8Array) {
  const der = Buffer.concat([Buffer.from(envelopes[curve][kind], 'hex'), key]);
  return kind === 'private'
    ? createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
    : createPublicKey({ key: der, format: 'der', type: 'spki' });
}

function check(curve: CurveName, key: Uint8Array, length: number): void {
  if (key.length !== length) throw new RangeError(`a key of ${curve} must have ${length} bytes`);
}

function publicKeyOf(curve: CurveName, privateKey: Uint8Array): Uint8Array {
  check(curve, privateKey, scalarBytes[curve]);
  if (curve !== 'x25519' && curve !== 'x448')
    return copyBytes(ecdhOf(curve, privateKey).getPublicKey());
  const key = createPublicKey(montgomeryKey(curve, 'private', privateKey));
  const der = key.export({ format: 'der', type: 'spki' });
  return copyBytes(der, der.length - scalarBytes[curve]);
}

function sharedSecret(curve: CurveName, privateKey: Uint8Array, publicKey: Uint8Array): Uint8Array {
  const length = scalarBytes[curve];
  check(curve, privateKey, length);
  if (curve !== 'x25519' && curve !== 'x448') {
    check(curve, publicKey, 2 * length + 1);
    return copyBytes(ecdhOf(curve, privateKey).computeSecret(publicKey));
  }
  check(curve, publicKey, length);
  return copyBytes(
    diffieHellman({
      privateKey: montgomeryKey(curve, 'private', privateKey),
      publicKey: montgomeryKey(curve, 'public', publicKey),
    }),
  );
}

/** node:crypto. OpenSSL refuses points off the curve and results of zero. */
export const curves: Curves = { publicKeyOf, sharedSecret };
