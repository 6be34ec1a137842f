/**
 * Tokens that stand for values: the values are in a vault, and nothing can be computed from a token.
 *
 * @module
 */
import {
  type Aead,
  DataSecurityError,
  type FieldContext,
  type Prf,
  type RandomBytes,
  systemRandom,
} from '@yushu/core';
import { optionError } from '../check-options.ts';
import { checkText } from '../check-text.ts';
import { drawBytes } from '../keyed-random.ts';
import { encodePseudonymInput } from '../pseudonym/encode-pseudonym-input.ts';
import { decodeBase64url } from '../text/decode-base64url.ts';
import { encodeBase64url } from '../text/encode-base64url.ts';
import type { TokenStore } from './token-store.ts';

/** Options of {@link createTokenVault}. */
export interface TokenVaultOptions {
  readonly store: TokenStore;
  /** Encrypts the values in the store. */
  readonly aead: Aead;
  /** Finds the token of a value again; a key of its own. */
  readonly prf: Prf;
  /** Name of the field, in place of the table and column of the context, so that tables can be joined by their tokens. */
  readonly field?: string;
  /** Source of randomness for the tokens; the platform's by default. */
  readonly random?: RandomBytes;
}

/** Gives tokens for values and values for tokens. */
export interface TokenVault {
  /** The token of a value, `ytk1.` and 22 characters: always the same within one tenant, table and column (or one `field`). */
  tokenise(value: string, context: FieldContext): Promise<string>;
  /**
   * The value of a token.
   *
   * @throws {DataSecurityError} `ERR_MASK_TOKEN` where there is none in this place, whatever the reason.
   */
  reveal(token: string, context: FieldContext): Promise<string>;
  /** Deletes a value for good: its token stands for nothing from then on. Whether there was one. */
  forget(token: string): Promise<boolean>;
}

const prefix = 'ytk1.';
const encoder = new TextEncoder();

/** One error for every failure: it must not tell whether a token exists elsewhere. */
function tokenError(): DataSecurityError {
  return new DataSecurityError('ERR_MASK_TOKEN', 'The token stands for nothing here', {
    hint: 'Give a token of this vault, with the tenant, table and column it was made for.',
  });
}

/**
 * A token vault. A token is random: unlike a pseudonym it cannot be found by trying values, not even with the key, only by asking the
 * vault. The store holds the values encrypted, bound to token and place, and a keyed fingerprint to find them by.
 *
 * @throws {DataSecurityError} `ERR_MASK_OPTIONS` where an option is not as expected; `tokenise` throws `ERR_MASK_VALUE` for what is
 * no string.
 *
 * @example
 * ```ts
 * import { createAead, createKeyProvider, generateKeyset } from '@yushu/encrypt';
 * import { createMemoryTokenStore, createTokenVault } from '@yushu/mask/vault';
 *
 * const keys = createKeyProvider({
 *   values: generateKeyset('AES256_GCM'),
 *   fingerprints: generateKeyset('HMAC_SHA256_PRF'),
 * });
 * const vault = createTokenVault({
 *   store: createMemoryTokenStore(),
 *   aead: await keys.aead('values'),
 *   prf: await keys.prf('fingerprints'),
 * });
 * const place = { table: 'customers', column: 'phone' };
 * const token = await vault.tokenise('13800138000', place); // ytk1.…
 * console.log(await vault.reveal(token, place)); // 13800138000
 * ```
 */
export function createTokenVault(options: TokenVaultOptions): TokenVault {
  const { store, aead, prf, field, random = systemRandom } = options;
  if (typeof store?.putIfAbsent !== 'function') throw optionError('store', 'a token store');
  if (typeof aead?.seal !== 'function') throw optionError('aead', 'authenticated encryption');
  if (typeof prf?.compute !== 'function') throw optionError('prf', 'a pseudo-random function');
  const keyed = field === undefined ? { prf } : { prf, field };

  /** What a value is bound to: its token and place. */
  const boundTo = (token: string, context: FieldContext) =>
    encodePseudonymInput([
      'token',
      token,
      context.tenant,
      ...(field === undefined ? ['place', context.table, context.column] : ['field', field]),
    ]);

  return {
    async tokenise(value, context) {
      checkText(value);
      if (/\p{Surrogate}/u.test(value)) {
        throw new DataSecurityError('ERR_MASK_VALUE', 'The value is not well-formed Unicode', {
          hint: 'Take out lone halves of surrogate pairs: they could not be given back.',
          details: { length: value.length },
        });
      }
      const token = prefix + encodeBase64url(random(16));
      const fingerprint = encodeBase64url(drawBytes(keyed, 'token', context, value, 32));
      const sealed = aead.seal(encoder.encode(value), boundTo(token, context));
      const entry = { token, fingerprint, sealed: encodeBase64url(sealed) };
      return (await store.putIfAbsent(entry)).token;
    },
    async reveal(token, context) {
      const wellFormed = typeof token === 'string' && /^ytk1\.[\w-]{22}$/.test(token);
      const entry = wellFormed ? await store.find(token) : undefined;
      if (entry === undefined) throw tokenError();
      try {
        const value = aead.open(decodeBase64url(entry.sealed), boundTo(token, context));
        return new TextDecoder('utf-8', { ignoreBOM: true }).decode(value);
      } catch {
        throw tokenError();
      }
    },
    async forget(token) {
      return typeof token === 'string' && store.delete(token);
    },
  };
}
