import { AnnotatedText, mark, type Phrase, phrase } from './annotated-text.ts';
import {
  makeOrderNumber,
  makePrice,
  makeSha,
  makeTraceId,
  makeUuid,
  makeVersion,
  sampleDay,
  writeTimestamp,
} from './sample-decoys.ts';
import { makeImei, makeVin } from './sample-numbers.ts';
import { makePerson } from './sample-person.ts';
import type { SampleRandom } from './sample-random.ts';
import {
  makeAlibabaKeyId,
  makeAwsKeyId,
  makeConnectionString,
  makeJwt,
  makePrivateKey,
} from './sample-secrets.ts';
import { writeCard, writeMobile } from './written-forms.ts';

/** An address of the blocks for documentation (RFC 5737, RFC 3849) or of a private network. */
export function makeAddressOfClient(random: SampleRandom) {
  if (random.chance(0.15)) {
    return mark(
      'network.ipv6',
      `2001:db8:${random.text(4, '123456789abcdef')}::${random.text(3, '123456789abcdef')}`,
    );
  }
  const block = random.pick(['203.0.113', '198.51.100', '192.0.2', '10.24.8', '192.168.3']);
  return mark('network.ipv4', `${block}.${random.between(1, 254)}`);
}

/** A hardware address of the block for documentation (RFC 9542). */
function makeMac(random: SampleRandom) {
  const separator = random.pick([':', ':', '-']);
  const tail = random.text(2, '0123456789ABCDEF');
  return mark('network.mac', ['00', '00', '5E', '00', '53', tail].join(separator));
}

/** A value of a log line; a list of pairs becomes an object. */
type Value = Phrase | number | readonly (readonly [string, Value])[];

function isObject(value: Value): value is readonly (readonly [string, Value])[] {
  return typeof value === 'object' && value.length > 0 && Array.isArray(value[0]);
}

/** JSON without the quotes around it. */
const escapeJson = (text: string) => JSON.stringify(text).slice(1, -1);

/** Writes a value as JSON, on one line. */
export function addJson(file: AnnotatedText, value: Value): void {
  if (typeof value === 'number') file.add(String(value));
  else if (!isObject(value)) file.add('"').add(value, escapeJson).add('"');
  else {
    file.add('{');
    for (const [index, [key, inner]] of value.entries()) {
      file.add(`${index > 0 ? ',' : ''}${JSON.stringify(key)}:`);
      addJson(file, inner);
    }
    file.add('}');
  }
}

interface Entry {
  readonly level: string;
  readonly logger: string;
  readonly message: Phrase;
  readonly more?: readonly (readonly [string, Value])[];
}

/** What a service says all day, and holds nothing of anybody. */
function makeQuietEntry(random: SampleRandom): Entry {
  return random.pick<() => Entry>([
    () => ({
      level: 'info',
      logger: 'http.access',
      message: phrase`GET /api/v2/products/${random.between(1000, 99999)} 200 ${random.between(2, 90)}ms`,
      more: [['bytes', random.between(200, 90_000)]],
    }),
    () => ({
      level: 'debug',
      logger: 'cache',
      message: phrase`miss key=product:${random.between(1000, 99999)}:v${random.between(1, 9)} ttl=3600`,
    }),
    () => ({
      level: 'info',
      logger: 'order.pipeline',
      message: phrase`订单 ${makeOrderNumber(random)} 状态变更：待发货 → 已发货，金额 ${makePrice(random)} 元`,
      more: [['order_id', phrase`${makeUuid(random)}`]],
    }),
    () => ({
      level: 'info',
      logger: 'deploy',
      message: phrase`release ${makeVersion(random)} from commit ${makeSha(random)}`,
      more: [['version', phrase`${makeVersion(random)}`]],
    }),
    () => ({
      level: 'warn',
      logger: 'queue',
      message: phrase`retry ${random.between(1, 5)} of job ${makeUuid(random)} after ${random.between(100, 60_000)} ms`,
      more: [['enqueued_at', sampleDay + random.below(86_400_000)]],
    }),
    () => ({
      level: 'error',
      logger: 'worker',
      message: phrase`TypeError: Cannot read properties of undefined (reading 'total')\n    at settle (/srv/app/dist/settle.js:${random.between(10, 900)}:${random.between(1, 80)})\n    at process.processTicksAndRejections (node:internal/process/task_queues:95:5)`,
    }),
  ])();
}

/** What a service says of people, and should not. */
function makeLoudEntry(random: SampleRandom): Entry {
  const person = makePerson(random);
  return random.pick<() => Entry>([
    () => ({
      level: 'info',
      logger: 'auth',
      message: phrase`login ok user=${person.account} from ${makeAddressOfClient(random)}`,
      more: [
        [
          'device',
          [
            ['imei', phrase`${mark('device.imei', makeImei(random))}`],
            ['mac', phrase`${makeMac(random)}`],
          ],
        ],
      ],
    }),
    () => ({
      level: 'info',
      logger: 'sms',
      message: phrase`验证码已发送至 ${writeMobile(random, person.mobile)}，模板 SMS_${random.digits(9)}，5 分钟内有效`,
    }),
    () => ({
      level: 'info',
      logger: 'user.profile',
      message: phrase`profile updated`,
      more: [
        [
          'user',
          [
            ['id', random.between(100_000, 999_999)],
            ['name', phrase`${person.name}`],
            ['mobile', phrase`${writeMobile(random, person.mobile)}`],
            ['email', phrase`${person.email}`],
          ],
        ],
      ],
    }),
    () => ({
      level: 'warn',
      logger: 'kyc',
      message: phrase`实名认证失败：姓名 ${person.name}，身份证号 ${person.resident}，原因：人像比对分数过低`,
    }),
    () => ({
      level: 'info',
      logger: 'payment',
      message: phrase`支付成功 卡号 ${writeCard(random, person.card)} 金额 ${makePrice(random)} 流水 ${makeOrderNumber(random)}`,
      more: [['client_ip', phrase`${makeAddressOfClient(random)}`]],
    }),
    () => ({
      level: 'info',
      logger: 'shipping',
      message: phrase`创建运单 收件人：${person.name} 电话：${writeMobile(random, person.mobile)} 地址：${person.address}`,
    }),
    () => ({
      level: 'info',
      logger: 'parking',
      message: phrase`车辆入场 车牌 ${person.plate} 车架号 ${mark('vehicle.vin', makeVin(random))}`,
    }),
    () => ({
      level: 'error',
      logger: 'mail',
      message: phrase`550 5.1.1 <${person.email}> recipient rejected, message-id <${makeUuid(random)}@mx.invalid>`,
    }),
  ])();
}

/** What must never be in a log. */
function makeSecretEntry(random: SampleRandom): Entry {
  return random.pick<() => Entry>([
    () => ({
      level: 'debug',
      logger: 'http.client',
      message: phrase`request headers`,
      more: [
        [
          'headers',
          [
            ['authorization', phrase`Bearer ${makeJwt(random)}`],
            ['accept', phrase`application/json`],
          ],
        ],
      ],
    }),
    () => ({
      level: 'error',
      logger: 'db',
      message: phrase`connect failed: ${makeConnectionString(random)} (ECONNREFUSED)`,
    }),
    () => ({
      level: 'debug',
      logger: 'config',
      message: phrase`loaded environment`,
      more: [
        [
          'env',
          [
            ['AWS_ACCESS_KEY_ID', phrase`${makeAwsKeyId(random)}`],
            ['REGION', phrase`cn-north-1`],
          ],
        ],
      ],
    }),
    () => ({
      level: 'debug',
      logger: 'oss',
      message: phrase`signing with accessKeyId=${makeAlibabaKeyId(random)} bucket=static-assets`,
    }),
    () => ({
      level: 'debug',
      logger: 'tls',
      message: phrase`key material: ${makePrivateKey(random)}`,
    }),
  ])();
}

/** The log of an order service: one JSON object a line, most of them harmless. */
export function makeApplicationLog(random: SampleRandom, lines: number): AnnotatedText {
  const file = new AnnotatedText('app.ndjson');
  let time = sampleDay;
  for (let line = 0; line < lines; line += 1) {
    time += random.between(5, 19_000);
    const kind = random.below(1000);
    const entry =
      kind < 620
        ? makeQuietEntry(random)
        : kind < 988
          ? makeLoudEntry(random)
          : makeSecretEntry(random);
    addJson(file, [
      ['time', phrase`${writeTimestamp(time)}`],
      ['level', phrase`${entry.level}`],
      ['logger', phrase`${entry.logger}`],
      ['trace_id', phrase`${makeTraceId(random)}`],
      ['message', entry.message],
      ...(entry.more ?? []),
    ]);
    file.add('\n');
  }
  return file;
}
