/**
 * Key encapsulation mechanisms of HPKE (RFC 9180 sections 4 and 7.1).
 *
 * @module
 */
import type { RandomBytes } from '@yushu/core';
import { curves } from '#curves';
import { type CurveName, scalarBytes } from '../../platform/curves.ts';
import type { HashName } from '../../platform/platform.ts';
import { concat, i2osp, labelledKdf } from './labelled-kdf.ts';

/** A key pair, both halves as RFC 9180's SerializePublicKey and SerializePrivateKey give them. */
export interface HpkeKeyPair {
  readonly publicKey: Uint8Array;
  readonly privateKey: Uint8Array;
}

/** A shared secret and what the recipient needs to find it. */
export interface Encapsulation {
  readonly sharedSecret: Uint8Array;
  readonly encapsulatedKey: Uint8Array;
}

/**
 * A KEM. Its functions throw whatever they like where a key is none; callers turn that into their own error.
 *
 * The hybrid post-quantum KEMs (X-Wing, ML-KEM) have their place in {@link kems}: they leave out the two authenticated
 * functions, as their drafts do.
 */
export interface Kem {
  /** Number in the IANA registry "HPKE KEM Identifiers". */
  readonly id: number;
  /** Npk, which is Nenc too for DHKEM. */
  readonly encapsulatedBytes: number;
  /** Nsk. */
  readonly privateKeyBytes: number;
  deriveKeyPair(inputKeyingMaterial: Uint8Array): HpkeKeyPair;
  publicKeyOf(privateKey: Uint8Array): Uint8Array;
  encapsulate(publicKey: Uint8Array, random: RandomBytes): Encapsulation;
  decapsulate(encapsulatedKey: Uint8Array, privateKey: Uint8Array): Uint8Array;
  authEncapsulate?(publicKey: Uint8Array, sender: Uint8Array, random: RandomBytes): Encapsulation;
  authDecapsulate?(
    encapsulatedKey: Uint8Array,
    privateKey: Uint8Array,
    sender: Uint8Array,
  ): Uint8Array;
}

const none = new Uint8Array(0);

/** What DeriveKeyPair of the NIST curves masks off the first byte (RFC 9180 section 7.1.3). */
const candidateMasks = { p256: 0xff, p384: 0xff, p521: 0x01 } as const;

function createDhKem(id: number, curve: CurveName, hash: HashName): Kem {
  const kdf = labelledKdf(hash, concat(new TextEncoder().encode('KEM'), i2osp(id, 2)));
  const privateKeyBytes = scalarBytes[curve];
  const montgomery = curve === 'x25519' || curve === 'x448';
  const encapsulatedBytes = montgomery ? privateKeyBytes : 2 * privateKeyBytes + 1;

  const pair = (privateKey: Uint8Array): HpkeKeyPair => ({
    privateKey,
    publicKey: curves.publicKeyOf(curve, privateKey),
  });

  function deriveKeyPair(inputKeyingMaterial: Uint8Array): HpkeKeyPair {
    const prk = kdf.extract(none, 'dkp_prk', inputKeyingMaterial);
    if (montgomery) return pair(kdf.expand(prk, 'sk', none, privateKeyBytes));
    for (let counter = 0; counter < 256; counter += 1) {
      const candidate = kdf.expand(prk, 'candidate', i2osp(counter, 1), privateKeyBytes);
      candidate[0] = (candidate[0] as number) & candidateMasks[curve];
      try {
        return pair(candidate);
      } catch {
        // Zero, or not below the order of the group: the next candidate.
      }
    }
    throw new RangeError('no key pair can be derived');
  }

  function sharedSecret(secrets: Uint8Array[], context: Uint8Array[]): Uint8Array {
    const prk = kdf.extract(none, 'eae_prk', concat(...secrets));
    return kdf.expand(prk, 'shared_secret', concat(...context), kdf.hashBytes);
  }

  const dh = (privateKey: Uint8Array, publicKey: Uint8Array) =>
    curves.sharedSecret(curve, privateKey, publicKey);
  const ephemeral = (random: RandomBytes) => deriveKeyPair(random(privateKeyBytes));

  return {
    id,
    encapsulatedBytes,
    privateKeyBytes,
    deriveKeyPair,
    publicKeyOf: (privateKey) => curves.publicKeyOf(curve, privateKey),
    encapsulate(publicKey, random) {
      const { privateKey, publicKey: encapsulatedKey } = ephemeral(random);
      const secrets = [dh(privateKey, publicKey)];
      return { encapsulatedKey, sharedSecret: sharedSecret(secrets, [encapsulatedKey, publicKey]) };
    },
    decapsulate(encapsulatedKey, privateKey) {
      const publicKey = curves.publicKeyOf(curve, privateKey);
      return sharedSecret([dh(privateKey, encapsulatedKey)], [encapsulatedKey, publicKey]);
    },
    authEncapsulate(publicKey, sender, random) {
      const { privateKey, publicKey: encapsulatedKey } = ephemeral(random);
      const secrets = [dh(privateKey, publicKey), dh(sender, publicKey)];
      const context = [encapsulatedKey, publicKey, curves.publicKeyOf(curve, sender)];
      return { encapsulatedKey, sharedSecret: sharedSecret(secrets, context) };
    },
    authDecapsulate(encapsulatedKey, privateKey, sender) {
      const secrets = [dh(privateKey, encapsulatedKey), dh(privateKey, sender)];
      const publicKey = curves.publicKeyOf(curve, privateKey);
      return sharedSecret(secrets, [encapsulatedKey, publicKey, sender]);
    },
  };
}

/** The KEMs by the names of RFC 9180 section 7.1. */
export const kems = {
  DHKEM_P256_HKDF_SHA256: /* @__PURE__ */ createDhKem(0x10, 'p256', 'sha256'),
  DHKEM_P384_HKDF_SHA384: /* @__PURE__ */ createDhKem(0x11, 'p384', 'sha384'),
  DHKEM_P521_HKDF_SHA512: /* @__PURE__ */ createDhKem(0x12, 'p521', 'sha512'),
  DHKEM_X25519_HKDF_SHA256: /* @__PURE__ */ createDhKem(0x20, 'x25519', 'sha256'),
  DHKEM_X448_HKDF_SHA512: /* @__PURE__ */ createDhKem(0x21, 'x448', 'sha512'),
} as const satisfies Record<string, Kem>;

/** A KEM's name. */
export type HpkeKem = keyof typeof kems;
