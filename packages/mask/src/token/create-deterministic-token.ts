/**
 * Tokens that whoever holds the key can turn back, without a vault (deterministic encryption, RFC 5297).
 *
 * @module
 */
import { type Aead, DataSecurityError, type FieldContext, type Transform } from '@yushu/core';
import { checkCount, checkOptionText, optionError } from '../check-options.ts';
import { checkText } from '../check-text.ts';
import { encodePseudonymInput } from '../pseudonym/encode-pseudonym-input.ts';
import { decodeBase64url } from '../text/decode-base64url.ts';
import { encodeBase64url } from '../text/encode-base64url.ts';

/** Options of {@link createDeterministicToken}. */
export interface DeterministicTokenOptions {
  /**
   * Deterministic encryption: AES-SIV (RFC 5297) as `createDeterministicAead` of `@yushu/encrypt` gives it. Encryption that seals equal
   * values differently is refused.
   */
  readonly aead: Aead;
  /**
   * Name of the field, in place of the table and column of the context, so that tables can be joined by their tokens. 1 to 256 code units.
   */
  readonly field?: string;
  /** Version of the tokens, 1 (the default) to 999,999; it shows in each, and is bound to it. */
  readonly version?: number;
}

/** A transform whose results can be turned back. */
export interface DeterministicToken extends Transform {
  /**
   * The value of a token.
   *
   * @throws {DataSecurityError} `ERR_MASK_TOKEN` where it is no token of this place, version and key, whatever the reason.
   */
  reveal(token: string, context: FieldContext): string;
}

const encoder = new TextEncoder();

/** One error for every failure. */
function tokenError(): DataSecurityError {
  return new DataSecurityError('ERR_MASK_TOKEN', 'The token stands for nothing here', {
    hint: 'Give a token of this key and version, with the tenant, table and column it was made for.',
  });
}

/** A longer value is no identifier. */
const maxLength = 65_536;

/**
 * A transform that puts `yds<version>.` and base64url text in the place of a value: the same for the same value of one tenant, table and
 * column (or one `field`), unrelated ones across them. Who holds the key turns it back with `reveal`; a token that was changed, or comes
 * from elsewhere, is refused. The length of the value shows, and which values are equal.
 *
 * @throws {DataSecurityError} `ERR_MASK_OPTIONS` where an option is not as expected; `apply` throws `ERR_MASK_VALUE` for what is no
 * string, not well-formed or above 65,536 code units.
 *
 * @example
 * ```ts
 * import { createDeterministicAead, generateKeyset } from '@yushu/encrypt';
 * import { createDeterministicToken } from '@yushu/mask';
 *
 * const token = createDeterministicToken({ aead: createDeterministicAead(generateKeyset('AES256_SIV')) });
 * const place = { tenant: 'a', table: 'customers', column: 'phone' };
 * const hidden = token.apply('13800138000', place); // yds1.…
 * console.log(hidden === token.apply('13800138000', place)); // true
 * console.log(token.reveal(hidden, place)); // 13800138000
 * ```
 */
export function createDeterministicToken(options: DeterministicTokenOptions): DeterministicToken {
  const aead = options?.aead;
  if (typeof aead?.seal !== 'function' || typeof aead.open !== 'function') {
    throw optionError('aead', 'deterministic encryption');
  }
  const field =
    options.field === undefined ? undefined : checkOptionText(options.field, 'field', 256);
  const version = checkCount(options.version ?? 1, 'version', 1, 999_999);
  const prefix = `yds${version}.`;
  const probe = encoder.encode('yushu/token/probe');
  const once = aead.seal(probe, probe);
  const again = aead.seal(probe, probe);
  if (once.join() !== again.join()) {
    throw optionError('aead', 'encryption that seals equal values alike, such as AES-SIV');
  }
  const place = (context: FieldContext) =>
    encodePseudonymInput([
      'deterministic-token',
      String(version),
      context.tenant,
      ...(field === undefined ? ['place', context.table, context.column] : ['field', field]),
    ]);
  return {
    name: `token(v${version})`,
    keyId: aead.keyId,
    apply(value, context) {
      checkText(value);
      if (value.length > maxLength || /\p{Surrogate}/u.test(value)) {
        throw new DataSecurityError('ERR_MASK_VALUE', 'The value cannot be a token', {
          hint: 'Give well-formed text of at most 65,536 code units: anything else could not be given back.',
          details: { length: value.length },
        });
      }
      return prefix + encodeBase64url(aead.seal(encoder.encode(value), place(context)));
    },
    reveal(token, context) {
      if (typeof token !== 'string' || !token.startsWith(prefix)) throw tokenError();
      const text = token.slice(prefix.length);
      const sealed = /^[\w-]*$/.test(text) ? decodeBase64url(text) : undefined;
      // Each token has one spelling: spare bits at its end must be zero.
      if (sealed === undefined || encodeBase64url(sealed) !== text) throw tokenError();
      try {
        const value = aead.open(sealed, place(context));
        return new TextDecoder('utf-8', { ignoreBOM: true, fatal: true }).decode(value);
      } catch {
        throw tokenError();
      }
    },
  };
}
