/**
 * Hybrid Public Key Encryption (RFC 9180), all four modes.
 *
 * @module
 */
import { type RandomBytes, systemRandom } from '@yushu/core';
import { encryptError, openError } from '../../errors.ts';
import type { HashName } from '../../platform/platform.ts';
import { type HpkeAead, hpkeAeads } from './hpke-aead.ts';
import { createContext, type HpkeRecipient, type HpkeSender, keySchedule } from './hpke-context.ts';
import { type HpkeKem, type HpkeKeyPair, type Kem, kems } from './kem.ts';
import { concat, i2osp, labelledKdf } from './labelled-kdf.ts';

/** The KDFs of RFC 9180 section 7.2: number and hash. */
export const hpkeKdfs = {
  HKDF_SHA256: { id: 1, hash: 'sha256' },
  HKDF_SHA384: { id: 2, hash: 'sha384' },
  HKDF_SHA512: { id: 3, hash: 'sha512' },
} as const satisfies Record<string, { readonly id: number; readonly hash: HashName }>;

/** A KDF's name. */
export type HpkeKdf = keyof typeof hpkeKdfs;

/** The three algorithms of a suite. */
export interface HpkeAlgorithms {
  readonly kem: HpkeKem;
  readonly kdf: HpkeKdf;
  readonly aead: HpkeAead;
}

interface SetupOptions {
  /** Bound to everything: who sends what to whom. Empty unless given. */
  readonly info?: Uint8Array;
  /** A secret that both sides share already, at least 32 bytes (RFC 9180 section 9.5), and its name. Both or neither. */
  readonly psk?: Uint8Array;
  readonly pskId?: Uint8Array;
}

/** Options of `setupSender`. */
export interface SenderOptions extends SetupOptions {
  readonly recipientPublicKey: Uint8Array;
  /** Proves who sent it (modes auth and auth_psk). */
  readonly senderPrivateKey?: Uint8Array;
  /** Where the ephemeral key comes from; the platform's generator unless given. */
  readonly random?: RandomBytes;
}

/** Options of `setupRecipient`. */
export interface RecipientOptions extends SetupOptions {
  readonly recipientPrivateKey: Uint8Array;
  readonly encapsulatedKey: Uint8Array;
  /** Who must have sent it (modes auth and auth_psk). */
  readonly senderPublicKey?: Uint8Array;
}

/** A suite of HPKE. */
export interface HpkeSuite {
  /** Bytes of an encapsulated key. */
  readonly encapsulatedBytes: number;
  /** A new key pair. */
  generateKeyPair(random?: RandomBytes): HpkeKeyPair;
  /** DeriveKeyPair (RFC 9180 section 7.1.3): the pair of a secret at least as long as a private key. */
  deriveKeyPair(inputKeyingMaterial: Uint8Array): HpkeKeyPair;
  /** @throws {DataSecurityError} `ERR_ENCRYPT_OPTIONS` where a key is none, or psk and pskId do not go together. */
  setupSender(options: SenderOptions): HpkeSender;
  /** @throws {DataSecurityError} `ERR_ENCRYPT_OPEN` where a key is none; `ERR_ENCRYPT_OPTIONS` as for the sender. */
  setupRecipient(options: RecipientOptions): HpkeRecipient;
}

const none = new Uint8Array(0);

function optionsError(problem: string): Error {
  return encryptError('ERR_ENCRYPT_OPTIONS', problem, {
    hint: 'Give keys as RFC 9180 serialises them, and psk together with pskId.',
  });
}

function modeOf(options: SetupOptions, authenticated: boolean): number {
  const { psk = none, pskId = none } = options;
  if ((psk.length === 0) !== (pskId.length === 0)) throw optionsError('psk and pskId go together');
  if (psk.length > 0 && psk.length < 32) throw optionsError('a psk must have 32 bytes or more');
  return (psk.length > 0 ? 1 : 0) + (authenticated ? 2 : 0);
}

/**
 * A suite of HPKE.
 *
 * @example
 * ```ts
 * import { createHpkeSuite } from '@yushu/encrypt/hybrid';
 *
 * const suite = createHpkeSuite({
 *   kem: 'DHKEM_X25519_HKDF_SHA256',
 *   kdf: 'HKDF_SHA256',
 *   aead: 'AES_256_GCM',
 * });
 * const { publicKey, privateKey } = suite.generateKeyPair();
 * const sender = suite.setupSender({ recipientPublicKey: publicKey });
 * const sealed = sender.seal(new TextEncoder().encode('hello'));
 * const { encapsulatedKey } = sender;
 * const recipient = suite.setupRecipient({ recipientPrivateKey: privateKey, encapsulatedKey });
 * console.log(new TextDecoder().decode(recipient.open(sealed))); // hello
 * ```
 */
export function createHpkeSuite(algorithms: HpkeAlgorithms): HpkeSuite {
  const kem: Kem = kems[algorithms.kem];
  const { id: kdfId, hash } = hpkeKdfs[algorithms.kdf];
  const { id: aeadId, keyBytes, create } = hpkeAeads[algorithms.aead];
  const ids = [kem.id, kdfId, aeadId].map((id) => i2osp(id, 2));
  const kdf = labelledKdf(hash, concat(new TextEncoder().encode('HPKE'), ...ids));

  const schedule = (mode: number, sharedSecret: Uint8Array, options: SetupOptions) => {
    const { info = none, psk = none, pskId = none } = options;
    return keySchedule(kdf, { mode, sharedSecret, info, psk, pskId, keyBytes, create });
  };

  function encapsulate(options: SenderOptions) {
    const { recipientPublicKey, senderPrivateKey, random = systemRandom } = options;
    if (senderPrivateKey === undefined) return kem.encapsulate(recipientPublicKey, random);
    if (kem.authEncapsulate === undefined) throw new RangeError('no authentication');
    return kem.authEncapsulate(recipientPublicKey, senderPrivateKey, random);
  }

  function decapsulate(options: RecipientOptions) {
    const { recipientPrivateKey, encapsulatedKey, senderPublicKey } = options;
    if (senderPublicKey === undefined) return kem.decapsulate(encapsulatedKey, recipientPrivateKey);
    if (kem.authDecapsulate === undefined) throw new RangeError('no authentication');
    return kem.authDecapsulate(encapsulatedKey, recipientPrivateKey, senderPublicKey);
  }

  return {
    encapsulatedBytes: kem.encapsulatedBytes,
    generateKeyPair: (random = systemRandom) => kem.deriveKeyPair(random(kem.privateKeyBytes)),
    deriveKeyPair(inputKeyingMaterial) {
      if (inputKeyingMaterial.length < kem.privateKeyBytes) {
        throw optionsError(`the keying material must have ${kem.privateKeyBytes} bytes or more`);
      }
      return kem.deriveKeyPair(inputKeyingMaterial);
    },
    setupSender(options) {
      const mode = modeOf(options, options.senderPrivateKey !== undefined);
      let made: ReturnType<typeof encapsulate>;
      try {
        made = encapsulate(options);
      } catch {
        // The engines' messages can hold parts of keys.
        throw optionsError('a key is not one of the suite');
      }
      return createContext(schedule(mode, made.sharedSecret, options), made.encapsulatedKey);
    },
    setupRecipient(options) {
      const mode = modeOf(options, options.senderPublicKey !== undefined);
      let sharedSecret: Uint8Array;
      try {
        sharedSecret = decapsulate(options);
      } catch {
        throw openError();
      }
      return createContext(schedule(mode, sharedSecret, options), options.encapsulatedKey);
    },
  };
}
