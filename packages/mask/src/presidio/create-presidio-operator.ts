/**
 * The anonymiser operators of Microsoft Presidio, with their names, parameters and results, for services that move over.
 *
 * @module
 */
import { sha256, sha512 } from '@noble/hashes/sha2.js';
import { systemRandom, type Transform } from '@yushu/core';
import { checkOptionText, optionError } from '../check-options.ts';
import { checkText } from '../check-text.ts';

/** The parameters of each operator. */
export interface PresidioOperators {
  /** Covers characters (code points) from one end; 0 and fewer cover none. */
  readonly mask: {
    readonly masking_char: string;
    readonly chars_to_mask: number;
    readonly from_end?: boolean;
  };
  /** Hash of text and salt in hexadecimal. Without a salt of at least 16 bytes each call draws one, so that nothing can be joined. */
  readonly hash: { readonly hash_type?: 'sha256' | 'sha512'; readonly salt?: string | Uint8Array };
  /** A value, or the type of entity in angle brackets. */
  readonly replace: { readonly new_value?: string; readonly entity_type?: string };
  /** The empty text. */
  readonly redact: object;
  /** The text as it is. */
  readonly keep: object;
}

const encoder = new TextEncoder();
const minSalt = 16;

function createPresidioMask(params: PresidioOperators['mask']): (value: string) => string {
  const cover = checkOptionText(params.masking_char, 'masking_char', 2);
  if ([...cover].length !== 1) throw optionError('masking_char', 'one character');
  const count = params.chars_to_mask;
  if (!Number.isInteger(count)) throw optionError('chars_to_mask', 'a whole number');
  return (value) => {
    const characters = [...value];
    const covered = Math.min(Math.max(count, 0), characters.length);
    return params.from_end === true
      ? characters.slice(0, characters.length - covered).join('') + cover.repeat(covered)
      : cover.repeat(covered) + characters.slice(covered).join('');
  };
}

function createPresidioHash(params: PresidioOperators['hash']): (value: string) => string {
  const type = params.hash_type ?? 'sha256';
  if (type !== 'sha256' && type !== 'sha512') throw optionError('hash_type', 'sha256 or sha512');
  const given = typeof params.salt === 'string' ? encoder.encode(params.salt) : params.salt;
  if (given !== undefined && given.length > 0 && given.length < minSalt) {
    throw optionError('salt', `at least ${minSalt} bytes`);
  }
  return (value) => {
    const salt = given === undefined || given.length === 0 ? systemRandom(minSalt) : given;
    const text = encoder.encode(value);
    const input = new Uint8Array(text.length + salt.length);
    input.set(text);
    input.set(salt, text.length);
    const hash = type === 'sha256' ? sha256(input) : sha512(input);
    return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
  };
}

const makers: {
  readonly [Name in keyof PresidioOperators]: (
    params: PresidioOperators[Name],
  ) => (value: string) => string;
} = {
  mask: createPresidioMask,
  hash: createPresidioHash,
  replace: (params) => {
    const text =
      params.new_value === undefined || params.new_value === ''
        ? `<${params.entity_type ?? ''}>`
        : params.new_value;
    return () => text;
  },
  redact: () => () => '',
  keep: () => (value) => value,
};

/**
 * An operator of Presidio's anonymiser. Results are the same as there, weaknesses too: `mask` covers a fixed number of characters,
 * so that a longer value shows its rest, `keep` gives values out as they are, and a hash with a known salt is undone by trying all
 * values. For new data take `createMask`, `createRedaction` or `createPseudonym`.
 *
 * @throws {DataSecurityError} `ERR_MASK_OPTIONS` where a parameter is not as expected; `apply` throws `ERR_MASK_VALUE` for what is
 * no string.
 *
 * @example
 * ```ts
 * import { createPresidioOperator } from '@yushu/mask/presidio';
 *
 * const mask = createPresidioOperator('mask', { masking_char: '*', chars_to_mask: 4, from_end: true });
 * console.log(mask.apply('13800138000', {})); // 1380013****
 * ```
 */
export function createPresidioOperator<Name extends keyof PresidioOperators>(
  name: Name,
  params: PresidioOperators[Name],
): Transform {
  if (!Object.hasOwn(makers, name)) throw optionError('name', Object.keys(makers).join(', '));
  const operate = makers[name](params ?? ({} as PresidioOperators[Name]));
  return {
    name: `presidio-${name}`,
    apply(value) {
      checkText(value);
      return operate(value);
    },
  };
}
