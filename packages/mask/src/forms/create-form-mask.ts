/**
 * Masks for the fields that Chinese services show, each with its customary form.
 *
 * @module
 */
import type { CategoryId, Transform } from '@yushu/core';
import { checkOptionText, optionError } from '../check-options.ts';
import { checkText } from '../check-text.ts';
import { createMask } from '../cover/create-mask.ts';
import { createMobileCover } from '../cover/create-mobile-cover.ts';
import { countsByUnit } from '../text/counts-by-unit.ts';
import { repeatCover } from '../text/repeat-cover.ts';
import { splitCharacters } from '../text/split-characters.ts';
import { keepAddress } from './keep-address.ts';
import { keepName } from './keep-name.ts';

/** Fields that have a form of their own. */
export const maskForms = [
  'name',
  'phone',
  'resident-id',
  'bank-card',
  'email',
  'address',
  'plate',
  'credit-code',
  'passport',
] as const;

/** A field that has a form of its own. */
export type MaskForm = (typeof maskForms)[number];

/** Options of {@link createFormMask}. */
export interface FormMaskOptions {
  readonly form: MaskForm;
  /** What stands in the place of each covered character: 1 to 64 code units, `*` by default. */
  readonly with?: string;
}

/** How many characters of a value are kept at each end, and which are signs between groups that stay; none where it has not the form. */
export interface Kept {
  readonly first: number;
  readonly last: number;
  /** Characters that are never covered and do not count. */
  readonly signs?: RegExp;
}

type KeepReader = (value: string) => Kept | undefined;

/**
 * The usual way to write a value of a form, without signs: most values are, and then how much is kept is known at once. It has to say what
 * the reader of the form says.
 */
interface UsualForm {
  readonly pattern: RegExp;
  readonly first: number;
  readonly last: number;
}

const usualForms: Readonly<Partial<Record<MaskForm, UsualForm>>> = {
  'resident-id': { pattern: /^[1-9][0-9]{16}[0-9Xx]$/, first: 3, last: 4 },
  'bank-card': { pattern: /^[0-9]{12,19}$/, first: 4, last: 4 },
  'credit-code': { pattern: /^[0-9A-Z]{18}$/, first: 4, last: 4 },
  passport: { pattern: /^[A-Za-z]{1,2}[0-9]{6,8}$/, first: 1, last: 2 },
};

const groupSigns = /[ .-]/;
const phoneSigns = /[ .()+（）-]/;

const mobile = /^(?:[(（]?(?:\+|00)?86[)）]?[ .-]?)?1[ .-]?[3-9](?:[ .-]?[0-9]){9}$/;
const landline = /^(?:[(（]?0[0-9]{2,3}[)）]?[ -]?)[2-9][0-9]{2,3}[ -]?[0-9]{4}$/;
const international = /^\+[1-9](?:[ .()-]{0,2}[0-9]){7,14}$/;
const residentId = /^[1-9](?:[ -]?[0-9]){16}[ -]?[0-9Xx]$|^[1-9][0-9]{14}$/;
const card = /^[0-9](?:[ -]?[0-9]){11,18}$/;
const email = /^[\u0021-\u003f\u0041-\u007e]+@[0-9A-Za-z][0-9A-Za-z.-]*$/;
const plate =
  /^[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z][ ·•.-]?[0-9A-Z]{4,5}[0-9A-Z挂学警港澳领]$/u;

/** Digits of a text. */
const countDigits = (text: string) => text.replace(/[^0-9]/g, '').length;

const readers: Readonly<Record<MaskForm, KeepReader>> = {
  name: keepName,
  phone(value) {
    if (mobile.test(value)) {
      return { first: 3 + countDigits(value) - 11, last: 4, signs: phoneSigns };
    }
    if (landline.test(value)) {
      const area = /^[(（]?(0(?:10|2[0-9]|[3-9][0-9]{2}))/.exec(value)?.[1];
      return area === undefined ? undefined : { first: area.length, last: 4, signs: phoneSigns };
    }
    return international.test(value) ? { first: 0, last: 4, signs: phoneSigns } : undefined;
  },
  'resident-id': (value) =>
    residentId.test(value) ? { first: 3, last: 4, signs: groupSigns } : undefined,
  'bank-card': (value) => (card.test(value) ? { first: 4, last: 4, signs: groupSigns } : undefined),
  email(value) {
    if (!email.test(value)) return undefined;
    const at = value.indexOf('@');
    return { first: at > 1 ? 1 : 0, last: value.length - at };
  },
  address: keepAddress,
  plate: (value) => (plate.test(value) ? { first: 2, last: 2, signs: /[ ·•.-]/ } : undefined),
  'credit-code': (value) => (/^[0-9A-Z]{18}$/.test(value) ? { first: 4, last: 4 } : undefined),
  passport: (value) =>
    /^[A-Za-z]{1,2}[0-9]{6,8}$/.test(value) ? { first: 1, last: 2 } : undefined,
};

/** Covers all characters but those kept. */
function coverAround(
  value: string,
  kept: Kept,
  cover: string,
  covers: (count: number) => string,
): string {
  const { first, last, signs } = kept;
  if (countsByUnit(value) && signs?.test(value) !== true) {
    const { length } = value;
    if (first + last >= length) return covers(length);
    return value.slice(0, first) + covers(length - first - last) + value.slice(length - last);
  }
  const isSign = (character: string) => signs?.test(character) === true;
  const characters = splitCharacters(value);
  const count = characters.filter((character) => !isSign(character)).length;
  // Where nothing would be left to cover, all is.
  const keepsAll = first + last >= count;
  let at = 0;
  let masked = '';
  for (const character of characters) {
    if (isSign(character)) masked += character;
    else {
      masked += !keepsAll && (at < first || at >= count - last) ? character : cover;
      at += 1;
    }
  }
  return masked;
}

/**
 * A mask in the customary form of a field:
 *
 * | form | 字段 | value | masked |
 * | --- | --- | --- | --- |
 * | `name` | 姓名 | 欧阳娜娜 | 欧阳** |
 * | `phone` | 手机号, 固定电话 | 13800138000 | 138****8000 |
 * | `resident-id` | 身份证号 | 11010519491231002X | 110***********002X |
 * | `bank-card` | 银行卡号 | 6222 0212 3456 7890 128 | 6222 **** **** ***0 128 |
 * | `email` | 邮箱 | zhang.san@example.com | z********@example.com |
 * | `address` | 地址 | 浙江省杭州市西湖区文三路1号 | 浙江省杭州市西湖区***** |
 * | `plate` | 车牌号 | 京A12345 | 京A***45 |
 * | `credit-code` | 统一社会信用代码 | 91350100M000100Y43 | 9135**********0Y43 |
 * | `passport` | 护照号 | E12345678 | E******78 |
 *
 * A value that has not the form, or is too short to have anything covered, is covered whole. Signs between groups stay.
 *
 * @throws {DataSecurityError} `ERR_MASK_OPTIONS` where an option is not as expected; `apply` throws `ERR_MASK_VALUE` for what is
 * no string.
 *
 * @example
 * ```ts
 * import { createFormMask } from '@yushu/mask';
 *
 * console.log(createFormMask({ form: 'phone' }).apply('+86 138-0013-8000', {})); // +86 138-****-8000
 * console.log(createFormMask({ form: 'name' }).apply('欧阳娜娜', {})); // 欧阳**
 * ```
 */
export function createFormMask(options: FormMaskOptions): Transform {
  const form = options?.form;
  if (!maskForms.includes(form)) throw optionError('form', maskForms.join(', '));
  const cover = checkOptionText(options.with ?? '*', 'with', 64);
  const keep = readers[form];
  const usual = usualForms[form];
  const covers = repeatCover(cover);
  const whole = createMask({ with: cover });
  const coverMobile = form === 'phone' ? createMobileCover(cover.repeat(4)) : undefined;
  return {
    name: `mask(${form})`,
    apply(value, context) {
      checkText(value);
      // A mobile number begins with 1 and one of 3 to 9.
      if (coverMobile !== undefined && value.charCodeAt(0) === 49 && value.charCodeAt(1) > 50) {
        const quick = coverMobile(value);
        if (quick !== undefined) return quick;
      }
      if (usual?.pattern.test(value) === true) {
        const { first, last } = usual;
        const { length } = value;
        return value.slice(0, first) + covers(length - first - last) + value.slice(length - last);
      }
      // Longer than any value of these fields, and regular expressions shall not be tried on it.
      const kept = value.length > 1_024 ? undefined : keep(value);
      return kept === undefined
        ? whole.apply(value, context)
        : coverAround(value, kept, cover, covers);
    },
  };
}

const formsByCategory: Readonly<Record<string, MaskForm>> = {
  'person.name': 'name',
  'contact.phone': 'phone',
  'contact.email': 'email',
  'location.address': 'address',
  'id.resident.cn': 'resident-id',
  'finance.card': 'bank-card',
  'vehicle.plate.cn': 'plate',
  'org.uscc.cn': 'credit-code',
  'id.passport.cn': 'passport',
};

/**
 * The form of a category, if it has one.
 *
 * @example
 * ```ts
 * import { maskFormOf } from '@yushu/mask';
 *
 * console.log(maskFormOf('contact.phone')); // phone
 * ```
 */
export function maskFormOf(category: CategoryId): MaskForm | undefined {
  return Object.hasOwn(formsByCategory, category) ? formsByCategory[category] : undefined;
}
