/**
 * The port through which keys reach the code that uses them: capabilities by name, never key bytes.
 *
 * @module
 */

/** Authenticated encryption with associated data, as RFC 5116 section 2 describes it. */
export interface Aead {
  /** Id of the key that `seal` uses now, for records. */
  readonly keyId: string;
  /** Encrypts; the associated data is bound to the result but not in it. */
  seal(plaintext: Uint8Array, associatedData: Uint8Array): Uint8Array;
  /**
   * Decrypts what `seal` gave, for the same associated data.
   *
   * @throws {DataSecurityError} `ERR_ENCRYPT_OPEN`, one opaque error for every failure.
   */
  open(ciphertext: Uint8Array, associatedData: Uint8Array): Uint8Array;
}

/** A pseudo-random function: the same key and input always give the same bytes, and tell nothing of the input. */
export interface Prf {
  /** Id of the key in use, for records. */
  readonly keyId: string;
  /** The first `length` bytes of the output, 1 to 32. */
  compute(input: Uint8Array, length: number): Uint8Array;
}

/** A block cipher key as raw bytes, for format-preserving encryption. */
export interface BlockCipherKey {
  /** Id of the key, for records. */
  readonly keyId: string;
  /** 16, 24 or 32 bytes. */
  readonly bytes: Uint8Array;
}

/** Options of the methods of a {@link KeyProvider}. */
export interface KeyRequestOptions {
  /** Ends the wait. */
  readonly signal?: AbortSignal;
}

/**
 * Gives out what can be done with the keys of a name. Every method may do I/O and so is asynchronous; what it gives is
 * synchronous to use.
 *
 * A name that is unknown, or of another kind of key, is refused with `ERR_ENCRYPT_KEY_NOT_FOUND`.
 */
export interface KeyProvider {
  aead(name: string, options?: KeyRequestOptions): Promise<Aead>;
  prf(name: string, options?: KeyRequestOptions): Promise<Prf>;
  blockCipherKey(name: string, options?: KeyRequestOptions): Promise<BlockCipherKey>;
}
