/**
 * Secrets of the fourth set of documents, in the forms that their providers give them.
 *
 * @module
 */
import { crc32 } from 'node:zlib';
import type { SampleRandom } from '../samples/sample-random.ts';

const lower = 'abcdefghijklmnopqrstuvwxyz';
const digits = '0123456789';
const mixed = `${digits}${lower.toUpperCase()}${lower}`;
const hex = '0123456789abcdef';

/** Six characters of base 62 that GitHub and npm put behind their tokens: CRC-32 of what stands between. */
function checksum(body: string): string {
  let [rest, text] = [crc32(body), ''];
  for (let at = 0; at < 6; at += 1) {
    text = mixed[rest % 62] + text;
    rest = Math.floor(rest / 62);
  }
  return text;
}

const checked = (prefix: string) => (random: SampleRandom) => {
  const body = random.text(30, mixed);
  return `${prefix}${body}${checksum(body)}`;
};

export const githubToken = (random: SampleRandom): string =>
  checked(random.pick(['ghp_', 'gho_', 'ghs_']))(random);

export const npmToken = checked('npm_');

export const gitlabToken = (random: SampleRandom): string =>
  `glpat-${random.text(20, `${mixed}-`).replace(/^-|-$/g, 'x')}`;

export const slackToken = (random: SampleRandom): string =>
  `xoxb-${random.between(1, 9)}${random.digits(11)}-${random.between(1, 9)}${random.digits(12)}-${random.text(24, mixed)}`;

export const stripeKey = (random: SampleRandom): string => `sk_live_${random.text(24, mixed)}`;

export const openaiKey = (random: SampleRandom): string =>
  `sk-proj-${random.text(74, mixed)}T3BlbkFJ${random.text(74, mixed)}`;

export const anthropicKey = (random: SampleRandom): string =>
  `sk-ant-api03-${random.text(93, mixed)}AA`;

export const googleKey = (random: SampleRandom): string => `AIzaSy${random.text(33, mixed)}`;

export const awsKeyId = (random: SampleRandom): string =>
  `${random.pick(['AKIA', 'ASIA'])}${random.text(16, `${lower.toUpperCase()}234567`)}`;

export const awsSecret = (random: SampleRandom): string => random.text(40, `${mixed}+/`);

export const alibabaKeyId = (random: SampleRandom): string => `LTAI5t${random.text(18, mixed)}`;

export const tencentSecretId = (random: SampleRandom): string => `AKID${random.text(32, mixed)}`;

export const wechatSecret = (random: SampleRandom): string => random.text(32, hex);

export const dingtalkToken = (random: SampleRandom): string => random.text(64, hex);

export const feishuWebhook = (random: SampleRandom): string =>
  `https://open.feishu.cn/open-apis/bot/v2/hook/${[8, 4, 4, 4, 12].map((length) => random.text(length, hex)).join('-')}`;

/** A key of no known provider: hexadecimal or mixed. */
export const genericKey = (random: SampleRandom): string =>
  random.pick([
    () => random.text(32, hex),
    () => random.text(40, mixed),
    () => random.text(48, hex),
  ])();

/** What people take for a password. */
export function fourthPassword(random: SampleRandom): string {
  const word = random.pick([
    'Spring',
    'Hangzhou',
    'Redis',
    'Welcome',
    'qwer',
    'Aa',
    'Mysql',
    'zxc',
  ]);
  return random.pick([
    () => `${word}@${random.between(2018, 2025)}${random.pick(['!', '#', ''])}`,
    () => `${word}#${random.digits(4)}`,
    () => `${random.text(3, lower)}${random.text(2, lower.toUpperCase())}!${random.digits(4)}`,
    () => `${random.text(6, mixed)}-${random.text(6, mixed)}-${random.text(6, mixed)}`,
    () => `${random.text(5, mixed)}%${random.text(5, mixed)}^${random.digits(2)}`,
  ])();
}

/** A connection string with its password, whole. */
export function connectionString(random: SampleRandom): string {
  const password = random.text(14, mixed);
  return random.pick([
    `mysql://root:${password}@mysql-${random.between(1, 5)}.prod.svc:3306/mall`,
    `redis://default:${password}@cache.internal:6379/0`,
    `mongodb+srv://report:${password}@cluster0.${random.text(5, lower)}.mongodb.net/stats`,
    `amqp://worker:${password}@mq.internal:5672/tasks`,
    `postgresql://svc_user:${password}@pg-rw.data.svc.cluster.local:5432/billing?sslmode=require`,
  ]);
}

export function webToken(random: SampleRandom): string {
  const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const head = encode(
    random.pick([
      { alg: 'RS256', kid: random.text(6, hex) },
      { typ: 'JWT', alg: 'HS512' },
    ]),
  );
  const body = encode({ uid: random.digits(8), iat: 1_730_000_000 + random.below(9_999_999) });
  return `${head}.${body}.${random.text(86, `${mixed}-_`)}`;
}

/** A private key of OpenSSH or of RSA in PEM: the beginning and the length are true, the rest is noise. */
export function privateKey(random: SampleRandom): string {
  const [kind, start, length] = random.pick([
    ['OPENSSH', 'b3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQAAAAAAAAABAAAAMwAAAAtzc2gt', 384],
    ['RSA', 'MIIEpAIBAAKCAQEA', 1590],
    ['EC', 'MHcCAQEEI', 162],
  ] as const);
  const end = length % 4 === 0 ? '' : '==';
  const body = start + random.text(length - start.length, `${mixed}+/`) + end;
  const [dashes, label] = ['-----', `${kind} PRIVATE KEY-----`];
  return `${dashes}BEGIN ${label}\n${body.replace(/.{64}(?=.)/g, '$&\n')}\n${dashes}END ${label}`;
}
