/**
 * Authenticated encryption by a keyset.
 *
 * @module
 */
import { type Aead, type RandomBytes, systemRandom } from '@yushu/core';
import { encryptError, openError } from '../errors.ts';
import { aeadKeyTypes } from '../key-types/aead-key-types.ts';
import { findKeyType } from '../key-types/find-key-type.ts';
import type { KeyType } from '../key-types/key-type.ts';
import { entriesOf, type KeyEntry, type Keyset, primaryOf } from '../keyset/keyset.ts';
import { outputPrefix, prefixBytes, prefixId } from './output-prefix.ts';
import { createRandomPool } from './random-pool.ts';
import type { RawAead } from './raw-aead.ts';
import { createUsageMeter, type UsageWarning } from './usage-meter.ts';

/** Options of {@link createAead}. */
export interface AeadOptions {
  /** Where nonces come from; the platform's generator unless given. It is asked for 8 KiB at a time. */
  readonly random?: RandomBytes;
  /** How many messages the primary key has sealed before now, in this process and all others. 0 unless given. */
  readonly usesSoFar?: number;
  /** Key types besides the built-in ones: `gmKeyTypes` of `@yushu/encrypt/gm`. */
  readonly keyTypes?: readonly KeyType[];
  /** Called once, when the primary key is half used up (2³¹ messages for AES-GCM). */
  readonly onUsageWarning?: (warning: UsageWarning) => void;
}

/** What {@link createAead} gives. */
export interface KeysetAead extends Aead {
  /** How many messages the primary key has sealed, `usesSoFar` included: keep it, where several processes seal. */
  readonly uses: number;
  /** Bytes that a sealed text is longer than its plaintext, the key's name included. */
  readonly overhead: number;
  /** Seals into `out` from `offset`, without copies; `plaintext.length + overhead` bytes. Returns the end. */
  sealInto(
    plaintext: Uint8Array,
    associatedData: Uint8Array,
    out: Uint8Array,
    offset: number,
  ): number;
}

interface OpeningKey {
  readonly prefix: Uint8Array;
  readonly raw: RawAead;
}

/**
 * Authenticated encryption by the keys of a keyset: the primary seals, every enabled key opens what it has sealed.
 * The bytes are Tink's: `01 ‖ key id ‖ nonce ‖ ciphertext ‖ tag` for AES-GCM.
 *
 * The primary key's messages are counted, in this object and from `usesSoFar` on: at half of what the algorithm allows
 * `onUsageWarning` is called, beyond it `seal` refuses (NIST SP 800-38D section 8.3: 2³² for AES-GCM).
 *
 * @throws {DataSecurityError} `ERR_ENCRYPT_KEY_TYPE` where a key of the keyset is not for encryption. `seal` throws
 * `ERR_ENCRYPT_KEY_EXHAUSTED`, `open` `ERR_ENCRYPT_OPEN` for whatever is wrong.
 *
 * @example
 * ```ts
 * import { createAead, generateKeyset } from '@yushu/encrypt';
 *
 * const aead = createAead(generateKeyset('AES256_GCM'));
 * const order = new TextEncoder().encode('order 42');
 * const sealed = aead.seal(new TextEncoder().encode('13800138000'), order);
 * console.log(new TextDecoder().decode(aead.open(sealed, order))); // 13800138000
 * ```
 */
export function createAead(keyset: Keyset, options: AeadOptions = {}): KeysetAead {
  const fillRandom = createRandomPool(options.random ?? systemRandom);
  const primary = primaryOf(keyset);
  const named = new Map<number, OpeningKey>();
  const unnamed: RawAead[] = [];
  let sealing: RawAead | undefined;
  for (const entry of entriesOf(keyset)) {
    if (entry.status !== 'enabled') continue;
    const raw = findKeyType(aeadKeyTypes, entry, options.keyTypes).open(entry.value, fillRandom);
    if (entry === primary) sealing = raw;
    if (entry.prefix === 'raw') unnamed.push(raw);
    else named.set(entry.id, { prefix: outputPrefix(entry), raw });
  }
  return new KeysetAeadOf(primary, sealing as RawAead, named, unnamed, options);
}

class KeysetAeadOf implements KeysetAead {
  readonly keyId: string;
  readonly overhead: number;
  readonly #prefix: Uint8Array;
  readonly #sealing: RawAead;
  readonly #named: ReadonlyMap<number, OpeningKey>;
  readonly #unnamed: readonly RawAead[];
  readonly #meter: ReturnType<typeof createUsageMeter>;

  constructor(
    primary: KeyEntry,
    sealing: RawAead,
    named: ReadonlyMap<number, OpeningKey>,
    unnamed: readonly RawAead[],
    options: AeadOptions,
  ) {
    this.keyId = String(primary.id);
    this.#prefix = outputPrefix(primary);
    this.#sealing = sealing;
    this.overhead = this.#prefix.length + sealing.overhead;
    this.#named = named;
    this.#unnamed = unnamed;
    const usesSoFar = options.usesSoFar ?? 0;
    if (!Number.isSafeInteger(usesSoFar) || usesSoFar < 0) {
      throw encryptError('ERR_ENCRYPT_OPTIONS', 'usesSoFar must be a whole number from 0');
    }
    this.#meter = createUsageMeter(
      this.keyId,
      sealing.maxMessages,
      usesSoFar,
      options.onUsageWarning,
    );
  }

  get uses(): number {
    return this.#meter.uses();
  }

  seal(plaintext: Uint8Array, associatedData: Uint8Array): Uint8Array {
    const sealed = new Uint8Array(plaintext.length + this.overhead);
    this.sealInto(plaintext, associatedData, sealed, 0);
    return sealed;
  }

  sealInto(
    plaintext: Uint8Array,
    associatedData: Uint8Array,
    out: Uint8Array,
    offset: number,
  ): number {
    this.#meter.count();
    out.set(this.#prefix, offset);
    this.#sealing.seal(plaintext, associatedData, out, offset + this.#prefix.length);
    return offset + plaintext.length + this.overhead;
  }

  open(ciphertext: Uint8Array, associatedData: Uint8Array): Uint8Array {
    const key = this.#named.get(prefixId(ciphertext));
    // The first byte tells tink from crunchy, which can have the same id.
    if (key !== undefined && key.prefix[0] === ciphertext[0]) {
      const plaintext = key.raw.open(ciphertext.subarray(prefixBytes), associatedData);
      if (plaintext !== undefined) return plaintext;
    }
    // Keys without a name are tried one after the other, as Tink does.
    for (const raw of this.#unnamed) {
      const plaintext = raw.open(ciphertext, associatedData);
      if (plaintext !== undefined) return plaintext;
    }
    throw openError();
  }
}
