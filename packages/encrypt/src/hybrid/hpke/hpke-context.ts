/**
 * Encryption contexts of HPKE (RFC 9180 sections 5.2 and 5.3).
 *
 * @module
 */
import { encryptError, openError } from '../../errors.ts';
import type { HpkeCipher } from './hpke-aead.ts';
import { concat, i2osp, type LabelledKdf } from './labelled-kdf.ts';

/** What the key schedule gives. */
export interface HpkeSecrets {
  readonly cipher: HpkeCipher | undefined;
  readonly baseNonce: Uint8Array;
  readonly exporterSecret: Uint8Array;
  readonly kdf: LabelledKdf;
}

/** What both sides can do. */
export interface HpkeExporter {
  /**
   * A secret for another protocol that both sides know (RFC 9180 section 5.3).
   *
   * @param length - Bytes, at most 255 times the hash length.
   */
  exportSecret(exporterContext: Uint8Array, length: number): Uint8Array;
}

/** The sender's side: messages have an order, and a number each. */
export interface HpkeSender extends HpkeExporter {
  /** To be sent to the recipient before the first message. */
  readonly encapsulatedKey: Uint8Array;
  /** @throws {DataSecurityError} `ERR_ENCRYPT_KEY_TYPE` in a suite that only exports. */
  seal(plaintext: Uint8Array, associatedData?: Uint8Array): Uint8Array;
}

/** The recipient's side: messages open in the order in which they were sealed. */
export interface HpkeRecipient extends HpkeExporter {
  /** @throws {DataSecurityError} `ERR_ENCRYPT_OPEN`; the message's number is not used up. */
  open(sealed: Uint8Array, associatedData?: Uint8Array): Uint8Array;
}

const none = new Uint8Array(0);

class HpkeContext implements HpkeSender, HpkeRecipient {
  readonly encapsulatedKey: Uint8Array;
  readonly #secrets: HpkeSecrets;
  #sequence = 0;

  constructor(secrets: HpkeSecrets, encapsulatedKey: Uint8Array) {
    this.#secrets = secrets;
    this.encapsulatedKey = encapsulatedKey;
  }

  seal(plaintext: Uint8Array, associatedData: Uint8Array = none): Uint8Array {
    const sealed = this.#cipher().seal(this.#nonce(), plaintext, associatedData);
    this.#sequence += 1;
    return sealed;
  }

  open(sealed: Uint8Array, associatedData: Uint8Array = none): Uint8Array {
    const plaintext = this.#cipher().open(this.#nonce(), sealed, associatedData);
    if (plaintext === undefined) throw openError();
    this.#sequence += 1;
    return plaintext;
  }

  exportSecret(exporterContext: Uint8Array, length: number): Uint8Array {
    const { kdf, exporterSecret } = this.#secrets;
    if (!Number.isInteger(length) || length < 0 || length > 255 * kdf.hashBytes) {
      throw encryptError('ERR_ENCRYPT_OPTIONS', 'length is beyond what the KDF gives', {
        details: { length, maxBytes: 255 * kdf.hashBytes },
      });
    }
    return kdf.expand(exporterSecret, 'sec', exporterContext, length);
  }

  #cipher(): HpkeCipher {
    const { cipher } = this.#secrets;
    if (cipher === undefined) {
      throw encryptError('ERR_ENCRYPT_KEY_TYPE', 'The suite only exports secrets', {
        hint: 'Choose a suite with an AEAD.',
      });
    }
    return cipher;
  }

  /** ComputeNonce of RFC 9180 section 5.2. */
  #nonce(): Uint8Array {
    if (this.#sequence >= Number.MAX_SAFE_INTEGER) {
      throw encryptError('ERR_ENCRYPT_KEY_EXHAUSTED', 'The context has been used up', {
        hint: 'Set up a new one.',
      });
    }
    const sequence = i2osp(this.#sequence, 12);
    return this.#secrets.baseNonce.map((byte, index) => byte ^ (sequence[index] as number));
  }
}

/** A context. */
export function createContext(
  secrets: HpkeSecrets,
  encapsulatedKey: Uint8Array,
): HpkeSender & HpkeRecipient {
  return new HpkeContext(secrets, encapsulatedKey);
}

/** Input of the key schedule. */
export interface ScheduleInput {
  readonly mode: number;
  readonly sharedSecret: Uint8Array;
  readonly info: Uint8Array;
  readonly psk: Uint8Array;
  readonly pskId: Uint8Array;
  readonly keyBytes: number;
  readonly create: ((key: Uint8Array) => HpkeCipher) | undefined;
}

/** KeySchedule of RFC 9180 section 5.1. */
export function keySchedule(kdf: LabelledKdf, input: ScheduleInput): HpkeSecrets {
  const { mode, sharedSecret, info, psk, pskId, keyBytes, create } = input;
  const context = concat(
    i2osp(mode, 1),
    kdf.extract(none, 'psk_id_hash', pskId),
    kdf.extract(none, 'info_hash', info),
  );
  const secret = kdf.extract(sharedSecret, 'secret', psk);
  return {
    cipher: create?.(kdf.expand(secret, 'key', context, keyBytes)),
    baseNonce: create === undefined ? none : kdf.expand(secret, 'base_nonce', context, 12),
    exporterSecret: kdf.expand(secret, 'exp', context, kdf.hashBytes),
    kdf,
  };
}
