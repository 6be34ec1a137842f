/**
 * Values that have too little shape to be found by themselves: a cue or the name of a field must say what they are.
 *
 * @module
 */
import type { CategoryId } from '@yushu/core';

/** What values of a topic look like. */
export interface CuedValue {
  readonly category: CategoryId;
  /** Shape of the whole value. Alternatives are few and lengths bounded, so matching is linear. */
  readonly shape: RegExp;
  /** Weight of the shape: how rarely something else looks so behind the cue. */
  readonly weight: number;
  /** Whether the check digit holds, where there is one. */
  readonly isValid?: ((text: string) => boolean) | undefined;
}

const value = (
  category: CategoryId,
  shape: RegExp,
  weight: number,
  isValid?: (text: string) => boolean,
): CuedValue => ({ category, shape, weight, isValid });

/** Whether an organisation code ends with its check character (GB 11714-1997). */
function isOrganisationCode(text: string): boolean {
  const weights = [3, 7, 9, 10, 5, 8, 4, 2];
  const code = text.replace('-', '').toUpperCase();
  const sum = weights.reduce((all, weight, at) => all + weight * Number.parseInt(code[at]!, 36), 0);
  return code[8] === '0123456789X0'[(11 - (sum % 11)) % 11 === 0 ? 0 : 11 - (sum % 11)];
}

/** Topic of the cue lexicon → what its values look like. */
export const cuedValues: ReadonlyMap<string, readonly CuedValue[]> = new Map<
  string,
  readonly CuedValue[]
>([
  ['contact.im', [value('contact.im', /^(?:[1-9]\d{4,10}|[A-Za-z][\w-]{5,19})$/, -0.6)]],
  [
    'finance.account',
    [
      // 账号 is as often an account to sign in with: a mobile number is none of a bank.
      value('finance.account', /^(?!1[3-9]\d{9}$)\d{8,30}$/, -1.2),
    ],
  ],
  ['finance.card_cvv', [value('finance.card_cvv', /^\d{3,4}$/, -0.6)]],
  ['id.officer.cn', [value('id.officer.cn', /^\d{6,10}$/, -0.6)]],
  ['id.driver.cn', [value('id.driver.cn', /^(?:\d{12}|\d{17}[\dXx])$/, -0.4)]],
  [
    'id.driver.us',
    [
      value(
        'id.driver.us',
        /^(?:[A-Z]\d{5,14}|[A-Z]{2}\d{3,7}|\d{7,14}|[A-Z]\d{3}-\d{3}-\d{2}-\d{3}-\d)$/,
        -1.4,
      ),
    ],
  ],
  [
    'id.social_security.cn',
    [value('id.social_security.cn', /^(?:[A-Za-z]\d{8}|\d{8,12}|\d{17}[\dXx])$/, -0.6)],
  ],
  [
    'id.medical_insurance.cn',
    [value('id.medical_insurance.cn', /^[A-Za-z]{0,3}\d{8,20}[Xx]?$/, -0.6)],
  ],
  ['health.record_number', [value('health.record_number', /^[A-Za-z]{0,4}-?\d{4,14}$/, -0.8)]],
  [
    'education.student_number',
    [value('education.student_number', /^[A-Za-z]{0,3}\d{6,14}$/, -0.8)],
  ],
  [
    'employment.staff_number',
    [value('employment.staff_number', /^[A-Za-z]{0,4}-?\d{3,10}$/, -0.8)],
  ],
  [
    'location.postcode',
    [
      value(
        'location.postcode',
        /^(?:\d{6}|\d{5}(?:-\d{4})?|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2})$/,
        -0.6,
      ),
    ],
  ],
  ['device.imsi', [value('device.imsi', /^[2-7]\d{14}$/, 0.4)]],
  ['device.iccid', [value('device.iccid', /^89\d{17,18}$/, 0.4)]],
  [
    'device.advertising_id',
    [
      value(
        'device.advertising_id',
        /^(?:[\dA-Fa-f]{8}-(?:[\dA-Fa-f]{4}-){3}[\dA-Fa-f]{12}|[\dA-Fa-f]{32,64})$/,
        0.4,
      ),
    ],
  ],
  ['vehicle.engine', [value('vehicle.engine', /^(?=[A-Z\d-]*\d)[A-Z\d][A-Z\d-]{5,16}$/i, -0.6)]],
  ['org.registration.cn', [value('org.registration.cn', /^\d{13,15}$/, -0.6)]],
  ['org.tax.cn', [value('org.tax.cn', /^(?:\d{15}|[\dA-Z]{17,20})$/i, -0.6)]],
  [
    'org.uscc.cn',
    [
      value('org.registration.cn', /^[\dA-Z]{8}-?[\dX]$/i, 0.4, isOrganisationCode),
      value('org.registration.cn', /^\d{15}$/, -0.8),
    ],
  ],
  ['finance.amount', [value('finance.amount', /^\d{3,12}(?:\.\d{1,2})?$/, -1)]],
  ['location.geo', []],
  // Post-office boxes have a detector of their own.
  ['location.address', []],
  ['finance.swift', [value('finance.swift', /^[A-Z]{6}[A-Z\d]{2}(?:[A-Z\d]{3})?$/, 0)]],
  [
    'id.residence.foreigner',
    [value('id.residence.foreigner', /^(?:[A-Z]{3}\d{12}|9\d{16}[\dX])$/i, 0.6)],
  ],
  ['id.mo', [value('id.mo', /^[1578]\d{6}(?:\d|\(\d\))$/, 0)]],
  ['id.passport.cn', [value('id.passport', /^(?=[A-Z\d]*\d)[A-Z\d]{6,9}$/, -1.6)]],
  // Found by its own detector, behind a name without a sign; here so that it is looked for.
  ['secret.password', []],
  ['person.username', [value('person.username', /^(?=.*[A-Za-z])[\w.@-]{3,32}$/, -1.2)]],
]);
