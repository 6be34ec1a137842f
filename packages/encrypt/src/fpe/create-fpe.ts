/**
 * Format-preserving encryption of whole values: a valid value of a format into another.
 *
 * @module
 */
import type { BlockCipherKey, FieldContext, FpeFormat, Transform } from '@yushu/core';
import type { BlockCipherFactory } from './cipher/block-cipher.ts';
import { createAesBlockCipher } from './cipher/create-aes-block-cipher.ts';
import { encodeTweak } from './encode-tweak.ts';
import { readBankCard } from './formats/bank-card.ts';
import { readChineseName } from './formats/chinese-name.ts';
import { readCreditCode } from './formats/credit-code.ts';
import { readDate } from './formats/date.ts';
import { readDigits } from './formats/digits.ts';
import { readEmail } from './formats/email.ts';
import { readIpv4 } from './formats/ipv4.ts';
import type { Layout, ReadLayout } from './formats/layout.ts';
import { readMobile } from './formats/mobile.ts';
import { readPlate } from './formats/plate.ts';
import { readResidentId } from './formats/resident-id.ts';
import { fpeError } from './fpe-error.ts';
import { createRankCipher } from './rank-cipher.ts';

/** Options of {@link createFpe}. */
export interface FpeOptions {
  /** The format of the values. */
  readonly format: FpeFormat;
  /** The key, for example of a `KeyProvider`: 16, 24 or 32 bytes for AES. */
  readonly key: BlockCipherKey;
  /**
   * Name of the field, in place of the table and column of the context: fields of one name give equal results for equal values,
   * so that tables can still be joined. 1 to 256 characters.
   */
  readonly field?: string;
  /** For `bank-card`: `keep` (the default) leaves the bank number, the first six digits, as it is, `encrypt` the first two. */
  readonly bin?: 'keep' | 'encrypt';
  /**
   * For `digits`: what is done with fewer than six, which are less than a million values: `refuse` (the default), or `permute`
   * them exactly. Nothing hides so few values from who may try them all. Other formats always permute where they have few values.
   */
  readonly smallDomain?: 'refuse' | 'permute';
  /** The block cipher, AES by default; SM4 for example. */
  readonly blockCipher?: BlockCipherFactory;
}

/** A transform that can be turned back with the same key, format and context. */
export interface Fpe extends Transform {
  readonly keyId: string;
  /**
   * The value that {@link Transform.apply} was given for the same context. Nothing shows whether key and context are right: with
   * others it gives another valid value.
   *
   * @throws {DataSecurityError} `ERR_ENCRYPT_FPE_FORMAT` where the value has not the format.
   */
  reveal(value: string, context: FieldContext): string;
}

/** The longest value, in UTF-16 code units. */
const maxValueLength = 4_096;

function formatReader(options: FpeOptions): ReadLayout | undefined {
  const readers: Readonly<Record<FpeFormat, ReadLayout>> = {
    digits: readDigits,
    mobile: readMobile,
    'bank-card': readBankCard(options.bin === 'encrypt' ? 2 : 6),
    'resident-id': readResidentId,
    'credit-code': readCreditCode,
    plate: readPlate,
    email: readEmail,
    ipv4: readIpv4,
    date: readDate,
    'chinese-name': readChineseName,
  };
  return Object.hasOwn(readers, options.format) ? readers[options.format] : undefined;
}

function optionError(option: string, expected: string) {
  return fpeError(
    'ERR_ENCRYPT_FPE_OPTIONS',
    `Option ${option} is not as expected`,
    `Give ${expected}.`,
    { option },
  );
}

/** Whether an option is absent or one of its choices. */
function checkChoice(value: string | undefined, option: string, choices: readonly string[]): void {
  if (value !== undefined && !choices.includes(value))
    throw optionError(option, choices.join(' or '));
}

/**
 * A transform that encrypts a value into another valid value of the same format, and can reveal it. Values become ranks, ranks are
 * enciphered with FF1 (NIST SP 800-38G) and become values again; formats with less than a million values, such as dates, are
 * permuted exactly instead. What stays of each format is told at its reader.
 *
 * The same value gives the same result within one tenant, table and column (or one `field`); the row does not count. So equal
 * values can be seen to be equal, and a change is not noticed. Where neither format nor equality is needed, seal the field.
 *
 * @throws {DataSecurityError} `ERR_ENCRYPT_FPE_KEY`, `ERR_ENCRYPT_FPE_OPTIONS`. `apply` and `reveal` throw
 * `ERR_ENCRYPT_FPE_FORMAT` for a value that has not the format, `ERR_ENCRYPT_FPE_DOMAIN` for too few digits and
 * `ERR_ENCRYPT_FPE_LENGTH` for more than 4,096 characters: it is never passed through.
 *
 * @example
 * ```ts
 * import { createFpe } from '@yushu/encrypt/fpe';
 *
 * const fpe = createFpe({ format: 'mobile', key: { keyId: 'demo', bytes: new Uint8Array(32) } });
 * const place = { table: 'customers', column: 'phone' };
 * const hidden = fpe.apply('138 0013 8000', place);
 * console.log(/^138 \d{4} \d{4}$/.test(hidden)); // true
 * console.log(fpe.reveal(hidden, place)); // 138 0013 8000
 * ```
 */
export function createFpe(options: FpeOptions): Fpe {
  const { format, key, field } = options;
  const read = formatReader(options);
  if (read === undefined) throw optionError('format', 'a format of core, such as mobile');
  checkChoice(options.bin, 'bin', ['keep', 'encrypt']);
  checkChoice(options.smallDomain, 'smallDomain', ['refuse', 'permute']);
  if (field !== undefined && (typeof field !== 'string' || field === '' || field.length > 256)) {
    throw optionError('field', 'a text of 1 to 256 characters');
  }
  if (!(key?.bytes instanceof Uint8Array)) {
    throw fpeError(
      'ERR_ENCRYPT_FPE_KEY',
      'There is no key',
      'Give a key of a key provider: { keyId, bytes }.',
    );
  }
  const cipher = createRankCipher(
    options.blockCipher ?? createAesBlockCipher,
    Uint8Array.from(key.bytes),
  );
  const refuseSmall = format === 'digits' && options.smallDomain !== 'permute';

  const layoutOf = (value: string): Layout<number> | Layout<bigint> => {
    if (typeof value === 'string' && value.length > maxValueLength) {
      throw fpeError(
        'ERR_ENCRYPT_FPE_LENGTH',
        'The value is too long',
        'Seal the field instead: long texts need no fixed format.',
        { format, length: value.length, maxLength: maxValueLength },
      );
    }
    const layout = typeof value === 'string' ? read(value) : undefined;
    if (layout === undefined) {
      throw fpeError(
        'ERR_ENCRYPT_FPE_FORMAT',
        'The value has not the format',
        'Correct the value, or give another action to what is not of the format.',
        { format, length: typeof value === 'string' ? value.length : 0 },
      );
    }
    if (refuseSmall && cipher.isSmall(layout.domain)) {
      throw fpeError(
        'ERR_ENCRYPT_FPE_DOMAIN',
        'So short a value cannot be hidden',
        "Seal the field, or say smallDomain: 'permute'.",
        { format, length: value.length },
      );
    }
    return layout;
  };

  const transform = (value: string, context: FieldContext, decrypt: boolean): string => {
    const { tenant, table, column } = context;
    const parts = field === undefined ? ['place', tenant, table, column] : ['field', tenant, field];
    const place = parts
      .map((part) => (part === undefined ? '-' : `${part.length}:${part}`))
      .join('');
    const tweakOf = (kept: string) => encodeTweak([format, ...parts, kept]);
    const layout = layoutOf(value);
    // The two kinds of rank go the same way, but one call cannot have both types.
    return typeof layout.rank === 'bigint'
      ? runLayout(layout as Layout<bigint>)
      : runLayout(layout as Layout<number>);
    function runLayout<Rank extends number | bigint>(given: Layout<Rank>): string {
      return given.write(cipher.transform(given, place, tweakOf, decrypt));
    }
  };

  return {
    name: `fpe(${format})`,
    keyId: key.keyId,
    apply: (value, context) => transform(value, context, false),
    reveal: (value, context) => transform(value, context, true),
  };
}
