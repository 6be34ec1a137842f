import { canaryForms } from '../data/canary-forms.ts';
import { watermarkError } from '../watermark-error.ts';
import { checkNumber, createHoneyDraws, type DrawHoney } from './honey-key.ts';
import { fillerOf, type HoneyKind, honeyKinds } from './honey-kinds.ts';

/** Options of {@link createHoney}. */
export interface HoneyOptions {
  /** At least 16 bytes; who has it can tell honey from what is real. */
  readonly key: Uint8Array;
  /** What mail addresses and hosts end with. Default `example.com` (RFC 2606), where no mail arrives; give your own to get it. */
  readonly domain?: string;
}

/** A person who does not exist. */
export interface HoneyPerson {
  readonly name: string;
  readonly gender: '男' | '女';
  readonly residentId: string;
  readonly mobile: string;
  readonly email: string;
  readonly card: string;
}

/** Makes honey. */
export interface Honey {
  /** A value by its kind and number: the same for the same key. */
  value(kind: HoneyKind, number: number): string;
  /** A person by number, for a row among real ones. */
  person(number: number): HoneyPerson;
  /** A text in which a canary sits, in the form of a type of `canaryTypes`, such as `aws_keys` or `kubeconfig`. */
  canary(type: string, number: number): string;
}

/** The types that {@link Honey.canary} writes. */
export const canaryTypes: readonly string[] = Object.entries(canaryForms)
  .filter(([, form]) => typeof form === 'string')
  .map(([type]) => type);

const domainShape =
  /^(?=.{4,180}$)[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/;
const familyNames = '王李张刘陈杨赵黄周吴徐孙马朱胡郭何高林罗';
const givenNames = '伟芳娜敏静磊军洋勇艳杰涛明超霞平刚桂英华';

/** The domain that values end with, checked. */
export function checkDomain(domain: string): string {
  if (domainShape.test(domain)) return domain;
  throw watermarkError(
    'ERR_WATERMARK_OPTIONS',
    'The domain of honey values must be a name such as example.com, in small letters',
    'Leave it out for example.com.',
  );
}

function fill(form: string, draw: DrawHoney, number: number, domain: string): string {
  const value = (kind: HoneyKind) => honeyKinds[kind].make(draw, number, domain);
  const fillings: Readonly<Record<string, () => string>> = {
    url: () => `https://${value('hostname')}/d`,
    host: () => value('hostname'),
    token: () => value('token'),
    aws: () => value('aws-key-id'),
    secret: () => fillerOf(draw, number, 40),
    key: () => `${fillerOf(draw, number, 43)}=`,
    card: () => value('card'),
    mail: () => value('email'),
    uuid: () => value('uuid'),
    digits: () => String(1e11 + draw('digits', number).below(9e8)),
  };
  return form.replace(/\{([a-z]+)\}/g, (whole, name: string) => fillings[name]?.() ?? whole);
}

/**
 * Makes honey: persons, numbers, addresses and secrets that stand among real ones, and mean that somebody took what was not theirs
 * when they turn up elsewhere. They are derived from a key (HMAC-SHA-256), so that no list is kept: `createHoneyScanner` tells
 * them with the key alone. Check digits are right, and ranges such that no real person or account can have them.
 *
 * Number each place where you plant one, from 0; whoever is found says the number.
 *
 * Source of the ranges: GB 11643 and GB/T 2260 (no county 0199 in any province), the numbering plan of MIIT (segment 154 is free),
 * ISO/IEC 7812 with 400000 as payment providers use it for tests, RFC 2606.
 *
 * @throws {DataSecurityError} `ERR_WATERMARK_KEY` for a key shorter than 16 bytes, `ERR_WATERMARK_OPTIONS` for a number, domain or type
 * that there is not.
 *
 * @example
 * ```ts
 * import { createHoney, createHoneyScanner } from '@yushu/watermark/honey';
 *
 * const key = new Uint8Array(32).fill(7);
 * const honey = createHoney({ key });
 * const row = honey.person(12); // { name, gender, residentId, mobile, email, card }
 *
 * const scanner = createHoneyScanner({ key });
 * const [hit] = scanner.scan(`found on a forum: ${row.mobile}; ${honey.canary('aws_keys', 3)}`);
 * console.log(hit?.kind, hit?.number); // mobile 12
 * ```
 */
export function createHoney({ key, domain = 'example.com' }: HoneyOptions): Honey {
  const draw = createHoneyDraws(key);
  checkDomain(domain);
  const value = (kind: HoneyKind, number: number): string => {
    checkNumber(number);
    const rule = Object.hasOwn(honeyKinds, kind) ? honeyKinds[kind] : undefined;
    if (rule === undefined) {
      throw watermarkError(
        'ERR_WATERMARK_OPTIONS',
        'There is no such kind of honey',
        `Kinds are ${Object.keys(honeyKinds).join(', ')}.`,
      );
    }
    return rule.make(draw, number, domain);
  };
  return {
    value,
    person(number) {
      const residentId = value('resident-id', number);
      const from = draw('person', number);
      const family = familyNames.charAt(from.below(familyNames.length));
      const given = from.signs(givenNames, 1 + (number % 2));
      return {
        name: family + given,
        gender: Number(residentId.charAt(16)) % 2 === 1 ? '男' : '女',
        residentId,
        mobile: value('mobile', number),
        email: value('email', number),
        card: value('card', number),
      };
    },
    canary(type, number) {
      checkNumber(number);
      const form = Object.hasOwn(canaryForms, type) ? canaryForms[type] : undefined;
      if (typeof form !== 'string') {
        throw watermarkError(
          'ERR_WATERMARK_OPTIONS',
          form === undefined
            ? 'There is no such type of canary'
            : `This type of canary needs ${form.needs}`,
          `Types are ${canaryTypes.join(', ')}.`,
        );
      }
      return fill(form, draw, number, domain);
    },
  };
}
