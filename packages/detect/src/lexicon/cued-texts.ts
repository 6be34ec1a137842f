/**
 * Values in words that stand behind a cue and a colon: 性别：男, 诊断：2型糖尿病.
 *
 * @module
 */
import type { CategoryId } from '@yushu/core';

/** What a value of a topic looks like; matched from the first character behind the colon. */
export interface CuedText {
  readonly category: CategoryId;
  readonly shape: RegExp;
  /** Log-odds of the shape. */
  readonly weight: number;
}

/** Made when it is first asked for: classes of Unicode take long to compile. */
function text(category: CategoryId, make: () => RegExp, weight: number): CuedText {
  let made: RegExp | undefined;
  return {
    category,
    get shape() {
      made ??= make();
      return made;
    },
    weight,
  };
}

/** Shapes are anchored and bounded, so that matching is linear. */
export const cuedTexts: ReadonlyMap<string, CuedText> = new Map([
  ['person.gender', text('person.gender', () => /^(?:男性?|女性?|male|female)(?![\p{L}])/iu, -0.4)],
  [
    'person.ethnicity',
    text(
      'person.ethnicity',
      () =>
        /^[\p{Script=Han}]{1,4}族|^汉(?!\p{L})|^(?:hispanic|latin[oax]|asian|african[ -]american|black|white|caucasian|native american|pacific islander|mixed|han|hui|uy?ghur|tibetan|mongol\w*|zhuang|manchu|miao|korean|roma|arab|jewish)(?!\p{L})/iu,
      -0.4,
    ),
  ],
  [
    'person.birth_date',
    text(
      'person.birth_date',
      () =>
        /^(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? \d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\d{2}(?!\d)/i,
      -0.4,
    ),
  ],
  ['id.officer.cn', text('id.officer.cn', () => /^[\p{Script=Han}]{1,4}字第?\d{6,10}号?/u, 0.4)],
  [
    'person.nationality',
    text('person.nationality', () => /^(?:[\p{Script=Han}]{2,8}|[A-Z][a-z]{3,20})(?!\p{L})/u, -1.2),
  ],
  [
    'person.religion',
    text(
      'person.religion',
      () =>
        /^(?:佛教|道教|伊斯兰教|基督教|天主教|东正教|印度教|犹太教|无宗教信仰|无神论|[A-Z][a-z]{3,15})(?!\p{L})/u,
      -0.4,
    ),
  ],
  [
    'person.political',
    text(
      'person.political',
      () =>
        /^(?:中共党员|中共预备党员|预备党员|党员|共青团员|团员|群众|无党派人士|民主党派|民(?:革|盟|建|进)(?:会员|党员|盟员|成员)?|农工党(?:党员)?|致公党(?:党员)?|台盟(?:盟员)?|九三学社(?:社员)?|普通(?:居民|公民|群众))(?!\p{L})/u,
      -0.4,
    ),
  ],
  [
    'person.marital_status',
    text(
      'person.marital_status',
      () => /^(?:已婚|未婚|离异|离婚|丧偶|再婚|单身|married|single|divorced|widowed)(?!\p{L})/iu,
      -0.4,
    ),
  ],
  ['health.diagnosis', text('health.diagnosis', () => /^[^，。；;,:：\n]{2,40}/u, -0.8)],
  ['health.drug', text('health.drug', () => /^[^，。；;,:：\n]{2,40}/u, -1.2)],
]);

/** A date of birth as it is written, from its first digit. */
export const birthDateShape =
  /^(?:(?:19|20)\d{2}\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}日?|(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])|\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)?\d{2}|\d{2}年\d{1,2}月(?:\d{1,2}日)?|(?:19|20)\d{2}年\d{1,2}月|\d{1,2}(?:st|nd|rd|th)? (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6},? (?:19|20)\d{2})(?![\d.])/;

/** Months, in lower case. */
export const monthNames: readonly string[] =
  'january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec'.split(
    ' ',
  );

/** The same where the month stands first: September 22, 1982. */
export const monthFirstShape =
  /^(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? \d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\d{2}(?!\d)/;
