/**
 * Envelope encryption: each message under a data key (DEK), the data key under a key of a service.
 *
 * @module
 */
import { type Clock, type RandomBytes, systemClock, systemRandom } from '@yushu/core';
import { platform } from '#platform';
import { createRandomPool } from '../aead/random-pool.ts';
import type { AeadKeyType, RawAead } from '../aead/raw-aead.ts';
import { copyBytes } from '../bytes/copy-bytes.ts';
import { encryptError, openError } from '../errors.ts';
import { aeadKeyTypes } from '../key-types/aead-key-types.ts';
import { type KeyTemplate, rowOfTemplate } from '../keyset/key-template.ts';
import { BoundedCache } from './bounded-cache.ts';
import type { Kms, KmsOptions } from './kms.ts';

/** Bounds within which data keys are used again, so that not every message asks the service. */
export interface DataKeyCache {
  /** Messages that one data key seals; 1 (a new key for each message) unless given. */
  readonly maxMessages?: number;
  /** How long a data key seals and is kept to open, in milliseconds; 5 minutes unless given. */
  readonly maxAgeMs?: number;
  /** Data keys kept to open; 1000 unless given. */
  readonly maxEntries?: number;
}

/** Options of {@link createEnvelopeAead}. */
export interface EnvelopeOptions {
  /** What data keys are made of; `AES256_GCM` unless given. */
  readonly template?: KeyTemplate;
  readonly cache?: DataKeyCache;
  readonly random?: RandomBytes;
  readonly clock?: Clock;
}

/** Envelope encryption. Asynchronous, since it asks a service. */
export interface EnvelopeAead {
  /** @throws {DataSecurityError} `ERR_ENCRYPT_KMS`. */
  seal(
    plaintext: Uint8Array,
    associatedData: Uint8Array,
    options?: KmsOptions,
  ): Promise<Uint8Array>;
  /** @throws {DataSecurityError} `ERR_ENCRYPT_OPEN` for whatever is wrong, `ERR_ENCRYPT_KMS`. */
  open(sealed: Uint8Array, associatedData: Uint8Array, options?: KmsOptions): Promise<Uint8Array>;
}

interface DataKey {
  readonly raw: RawAead;
  readonly encrypted: Uint8Array;
  readonly since: number;
  messages: number;
}

/** Longest encrypted data key that is taken (as in Tink). */
const maxEncryptedBytes = 4096;
const none = new Uint8Array(0);

class Envelope implements EnvelopeAead {
  readonly #kms: Kms;
  readonly #type: AeadKeyType;
  readonly #format: Uint8Array;
  readonly #random: RandomBytes;
  readonly #clock: Clock;
  readonly #fillRandom: ReturnType<typeof createRandomPool>;
  readonly #maxMessages: number;
  readonly #maxAgeMs: number;
  readonly #opening: BoundedCache<Promise<RawAead>>;
  #sealing: Promise<DataKey> | undefined;

  constructor(kms: Kms, options: EnvelopeOptions) {
    const { type, format } = rowOfTemplate(options.template ?? 'AES256_GCM');
    const found = aeadKeyTypes.find((candidate) => candidate.typeUrl === type.typeUrl);
    if (found === undefined) {
      throw encryptError('ERR_ENCRYPT_TEMPLATE', 'Data keys must be of a template that encrypts', {
        hint: 'Use a template whose purpose is aead.',
      });
    }
    this.#kms = kms;
    this.#type = found;
    this.#format = format;
    this.#random = options.random ?? systemRandom;
    this.#clock = options.clock ?? systemClock;
    this.#fillRandom = createRandomPool(this.#random);
    const { maxMessages = 1, maxAgeMs = 300_000, maxEntries = 1000 } = options.cache ?? {};
    for (const bound of [maxMessages, maxAgeMs, maxEntries]) {
      if (!Number.isSafeInteger(bound) || bound < 1) {
        throw encryptError('ERR_ENCRYPT_OPTIONS', 'The bounds of a cache are whole numbers from 1');
      }
    }
    this.#maxMessages = maxMessages;
    this.#maxAgeMs = maxAgeMs;
    this.#opening = new BoundedCache(maxEntries, maxAgeMs, this.#clock);
  }

  async seal(plaintext: Uint8Array, associatedData: Uint8Array, options?: KmsOptions) {
    const { raw, encrypted } = await this.#sealingKey(options);
    const start = 4 + encrypted.length;
    const sealed = new Uint8Array(start + raw.overhead + plaintext.length);
    new DataView(sealed.buffer).setUint32(0, encrypted.length);
    sealed.set(encrypted, 4);
    raw.seal(plaintext, associatedData, sealed, start);
    return sealed;
  }

  async open(sealed: Uint8Array, associatedData: Uint8Array, options?: KmsOptions) {
    if (sealed.length < 4) throw openError();
    const length = new DataView(sealed.buffer, sealed.byteOffset, 4).getUint32(0);
    if (length < 1 || length > maxEncryptedBytes || 4 + length > sealed.length) throw openError();
    const raw = await this.#openingKey(copyBytes(sealed, 4, 4 + length), options);
    const plaintext = raw.open(sealed.subarray(4 + length), associatedData);
    if (plaintext === undefined) throw openError();
    return plaintext;
  }

  /** The data key in use, or a new one. Whoever asks at the same time waits for the same one. */
  async #sealingKey(options: KmsOptions | undefined): Promise<DataKey> {
    for (;;) {
      const pending = this.#sealing;
      if (pending !== undefined) {
        const key = await pending;
        const fresh = this.#clock() - key.since < this.#maxAgeMs;
        if (fresh && key.messages < Math.min(this.#maxMessages, key.raw.maxMessages)) {
          key.messages += 1;
          return key;
        }
      }
      // Somebody else may have begun a new one while this waited.
      if (this.#sealing === pending) {
        const made = this.#makeKey(options);
        this.#sealing = made;
        made.catch(() => {
          if (this.#sealing === made) this.#sealing = undefined;
        });
      }
    }
  }

  async #makeKey(options: KmsOptions | undefined): Promise<DataKey> {
    const value = this.#type.create(this.#format, this.#random);
    try {
      const encrypted = await this.#kms.encrypt(value, none, options);
      if (encrypted.length < 1 || encrypted.length > maxEncryptedBytes) {
        throw encryptError(
          'ERR_ENCRYPT_KMS',
          'The service gave an encrypted key that is too long',
          {
            details: { length: encrypted.length, maxBytes: maxEncryptedBytes },
          },
        );
      }
      const raw = this.#type.open(value, this.#fillRandom);
      return { raw, encrypted, since: this.#clock(), messages: 0 };
    } finally {
      value.fill(0);
    }
  }

  #openingKey(encrypted: Uint8Array, options: KmsOptions | undefined): Promise<RawAead> {
    const name = platform.encodeBase64Url(encrypted);
    const known = this.#opening.get(name);
    if (known !== undefined) return known;
    const opened = this.#openKey(encrypted, options);
    this.#opening.set(name, opened);
    // Failures are not kept: the service may be back the next time.
    opened.catch(() => this.#opening.delete(name));
    return opened;
  }

  async #openKey(encrypted: Uint8Array, options: KmsOptions | undefined): Promise<RawAead> {
    const value = await this.#kms.decrypt(encrypted, none, options);
    try {
      return this.#type.open(value, this.#fillRandom);
    } catch {
      throw openError();
    } finally {
      value.fill(0);
    }
  }
}

/**
 * Envelope encryption by a service (Tink's `KmsEnvelopeAead`). Wire: length of the encrypted data key, 4 bytes
 * big-endian ‖ encrypted data key ‖ ciphertext under it.
 *
 * With a cache, data keys are used for several messages, within bounds; messages that were sealed together then have the
 * same data key, which whoever sees them can tell.
 *
 * @throws {DataSecurityError} `ERR_ENCRYPT_TEMPLATE` where the template does not encrypt, `ERR_ENCRYPT_OPTIONS` where a
 * bound is none.
 *
 * @example
 * ```ts
 * import { createAead, generateKeyset } from '@yushu/encrypt';
 * import { createEnvelopeAead, createLocalKms } from '@yushu/encrypt/kms';
 *
 * const kms = createLocalKms(createAead(generateKeyset('AES256_GCM')));
 * const envelope = createEnvelopeAead(kms, { cache: { maxMessages: 1000 } });
 * const place = new TextEncoder().encode('order 42');
 * const sealed = await envelope.seal(new TextEncoder().encode('hello'), place);
 * console.log(new TextDecoder().decode(await envelope.open(sealed, place))); // hello
 * ```
 */
export function createEnvelopeAead(kms: Kms, options: EnvelopeOptions = {}): EnvelopeAead {
  return new Envelope(kms, options);
}
