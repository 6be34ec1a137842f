/**
 * What an operation does, by the words of its path, id and summary.
 *
 * @module
 */
import type { ApiOperation } from '../../model/api-operation.ts';
import { textAt } from '../../model/json-object.ts';

const words = (text: string): string =>
  ` ${text
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^a-z0-9\u4e00-\u9fff]+/g, ' ')} `;

const cache = new WeakMap<ApiOperation, { path: string; all: string }>();

/** Words of the path alone, and with id and summary; each between spaces. */
function wordsOf(operation: ApiOperation): { readonly path: string; readonly all: string } {
  const known = cache.get(operation);
  if (known !== undefined) return known;
  const { value } = operation.node;
  const path = words(operation.path.replace(/\{[^}]*\}/g, ' '));
  const all = `${path}${words((textAt(value, 'operationId') ?? '').slice(0, 200))}${words((textAt(value, 'summary') ?? '').slice(0, 200))}`;
  const made = { path, all };
  cache.set(operation, made);
  return made;
}

/** Methods that change something. */
export const isWrite = ({ method }: ApiOperation): boolean =>
  method === 'post' || method === 'put' || method === 'patch' || method === 'delete';

/** Whether it checks credentials: login, one-time codes, forgotten passwords. */
export const checksCredentials = (operation: ApiOperation): boolean =>
  operation.method === 'post' &&
  / (?:login|logon|signin|sign in|log in|authenticate|otp|verify otp|check otp|two factor|2fa|mfa|forgot password|forget password|reset password|password reset|recover|verification code|sms code|验证码|登录) /.test(
    wordsOf(operation).path,
  ) &&
  !/ (?:logout|config|configuration|settings|providers?|saml|sso|oauth|oidc|history|attempts?) /.test(
    wordsOf(operation).path,
  );

/** Whether it lets callers in who have no credentials yet, so that it cannot ask for any. */
export const isEntrance = (operation: ApiOperation): boolean =>
  / (?:login|logon|signin|sign in|log in|signup|sign up|register|registration|token|tokens|oauth|oauth2|auth|authenticate|authorize|otp|forgot password|forget password|reset password|password reset|recover|webhook|webhooks|callback|callbacks|health|healthz|ping|status|登录|注册) /.test(
    wordsOf(operation).all,
  );

/** Whether it is a flow that machines must not run without limit: buying, booking, vouchers, transfers, messages. */
export const isBusinessFlow = (operation: ApiOperation): boolean =>
  operation.method === 'post' &&
  / (?:orders?|purchases?|checkout|buy|bookings?|book|reservations?|reserve|coupons?|vouchers?|promo|promotion codes?|gift cards?|redeem|transfers?|payouts?|withdrawals?|withdraw|refunds?|invite|invitations?|referrals?|signup|register|votes?|comments?|reviews?|下单|订单|支付|提现|转账|优惠券|抢购|预约) $/.test(
    wordsOf(operation).path,
  );

/** Whether it is left over from development. */
export const isDebug = (operation: ApiOperation): boolean =>
  / (?:debug|createdb|resetdb|seed|seeddb|phpinfo|actuator|heapdump|threaddump|trace dump|pprof|swagger ui|h2 console|test data|testdata|mock|playground|graphiql|console) /.test(
    wordsOf(operation).path,
  ) && !/ (?:management console|test console) /.test(wordsOf(operation).path);

/** Whether it changes the credentials of an account. */
export const changesCredentials = (operation: ApiOperation): boolean =>
  isWrite(operation) &&
  / (?:password|passwords|change password|email|change email|phone|mfa|2fa|api keys?) $/.test(
    wordsOf(operation).path,
  );

const versionPattern = /(?:^|\/)v(\d+(?:\.\d+)*)(?=\/|$)/i;

/** The path with its version left out, and the version; `undefined` where the path has none. */
export function splitVersion(
  path: string,
): { readonly rest: string; readonly version: number } | undefined {
  const match = versionPattern.exec(path);
  if (match === null) return undefined;
  const rest = path.slice(0, match.index) + path.slice(match.index + match[0].length);
  return { rest: rest.replace(/\{[^}]*\}/g, '{}'), version: Number.parseFloat(match[1]!) };
}
