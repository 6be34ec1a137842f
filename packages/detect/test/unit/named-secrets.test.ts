import { createHash, generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { privateKeyLength } from '../../src/detectors/bare-private-key.ts';
import { createScanner } from '../../src/index.ts';

const scanner = createScanner();

/** Values made by rule: the same for the same number. */
function random(alphabet: string, length: number, seed: string): string {
  let value = '';
  for (let at = 0; value.length < length; at += 1) {
    for (const byte of createHash('sha256').update(`${seed} ${at}`).digest())
      if (value.length < length && byte < alphabet.length * Math.floor(256 / alphabet.length))
        value += alphabet[byte % alphabet.length];
  }
  return value;
}

const upper = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const letters = upper + upper.toLowerCase();
const alnum = `${letters}0123456789`;
const hex = '0123456789abcdef';
const uuid = (seed: string) =>
  [8, 4, 4, 4, 12].map((length) => random(hex, length, `${seed}${length}`)).join('-');

/** Name of the key, value, category. */
const keys: readonly (readonly [name: string, value: string, category: string])[] = [
  [
    'ALIBABA_CLOUD_ACCESS_KEY_ID',
    `LTAI5t${random(alnum, 18, 'a')}`,
    'secret.alibaba.access_key_id',
  ],
  ['aliyun.oss.accessKeyId', `LTAI5t${random(alnum, 18, 'b')}`, 'secret.alibaba.access_key_id'],
  ['aliyun.oss.accessKeySecret', random(alnum, 30, 'c'), 'secret.alibaba.secret_key'],
  ['OSS_ACCESS_KEY_SECRET', random(alnum, 30, 'd'), 'secret.alibaba.secret_key'],
  ['TENCENTCLOUD_SECRET_ID', `AKID${random(alnum, 32, 'e')}`, 'secret.tencent.secret_id'],
  ['TENCENTCLOUD_SECRET_KEY', random(alnum, 32, 'f'), 'secret.tencent.secret_key'],
  ['HUAWEICLOUD_SDK_AK', random(`${upper}0123456789`, 20, 'g'), 'secret.huawei.access_key'],
  ['huawei.obs.sk', random(alnum, 40, 'h'), 'secret.huawei.access_key'],
  ['OBS_ACCESS_KEY_ID', random(`${upper}0123456789`, 20, 'i'), 'secret.huawei.access_key'],
  ['BCE_SECRET_ACCESS_KEY', random(hex, 32, 'j'), 'secret.baidu.access_key'],
  ['VOLC_ACCESSKEY', `AKLT${random(alnum, 43, 'k')}`, 'secret.volcengine.access_key'],
  ['QINIU_SECRET_KEY', random(alnum, 40, 'l'), 'secret.qiniu.access_key'],
  ['wechat.appsecret', random(hex, 32, 'm'), 'secret.wechat.app_secret'],
  ['corpsecret', random(alnum, 43, 'n'), 'secret.generic'],
  ['WECOM_CORP_SECRET', random(alnum, 43, 'o'), 'secret.wecom.secret'],
  ['DINGTALK_APP_SECRET', random(alnum, 64, 'p'), 'secret.dingtalk.app_secret'],
  ['FEISHU_APP_SECRET', random(alnum, 32, 'q'), 'secret.feishu.secret'],
  ['AMAP_KEY', random(hex, 32, 'r'), 'secret.amap.key'],
  ['UCLOUD_PRIVATE_KEY', random(alnum, 40, 's'), 'secret.ucloud.key'],
];

const carriers: readonly (readonly [
  name: string,
  carry: (name: string, value: string) => string,
])[] = [
  ['env file', (name, value) => `A=1\n${name}=${value}\nB=2\n`],
  ['JSON', (name, value) => JSON.stringify({ region: 'cn', [name]: value }, null, 2)],
  ['YAML', (name, value) => `a: 1\n${name}: ${value}\nb: 2\n`],
  ['Java properties', (name, value) => `server.port=80\n${name} = ${value}\n`],
  ['Java', (name, value) => `static final String ${name.replaceAll('.', '_')} = "${value}";`],
  ['Python', (name, value) => `${name.replaceAll('.', '_').toLowerCase()} = '${value}'\n`],
  ['element of XML', (name, value) => `<a><${name}>${value}</${name}></a>`],
  ['property of XML', (name, value) => `<property name="${name}" value="${value}"/>`],
  ['option', (name, value) => `run --${name.replaceAll(/[._]/g, '-')} ${value} --more`],
  ['ENV of a Dockerfile', (name, value) => `FROM a\nENV ${name.replaceAll('.', '_')} ${value}\n`],
  ['call', (name, value) => `setenv("${name}", "${value}");`],
  ['rows of SQL', (name, value) => `INSERT INTO c (k, v) VALUES ('${name}', '${value}');`],
  ['list of Kubernetes', (name, value) => `env:\n  - name: ${name}\n    value: "${value}"\n`],
  ['list in JSON', (name, value) => `[{"name":"${name}","value":"${value}"}]`],
];

describe('keys of clouds and messengers, wherever they are written', () => {
  test.each(keys)('%s', (name, value, category) => {
    for (const [carrier, carry] of carriers) {
      const text = carry(name, value);
      const start = text.indexOf(value);
      expect(
        scanner.scan(text).map((found) => [found.category, found.span.start, found.span.end]),
        carrier,
      ).toEqual([[category, start, start + value.length]]);
    }
  });
  test.each([
    ['WeCom', `https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=${uuid('1')}`],
    ['DingTalk', `https://oapi.dingtalk.com/robot/send?access_token=${random(hex, 64, '2')}`],
    ['Feishu', `https://open.feishu.cn/open-apis/bot/v2/hook/${uuid('3')}`],
  ])('web hook of %s', (_name, address) => {
    for (const text of [`url: ${address}\n`, `hook("${address}")`, `机器人地址 ${address}`])
      expect(scanner.scan(text).some(({ category }) => category.startsWith('secret.'))).toBe(true);
  });

  test('ak and sk are names where both stand, as below a cloud in YAML', () => {
    const ak = random(`${upper}0123456789`, 20, '4');
    const sk = random(alnum, 40, '5');
    expect(scanner.scan(`obs:\n  ak: ${ak}\n  sk: ${sk}\n`)).toHaveLength(2);
    expect(scanner.scan(`pk: ${ak}\nsk: ${sk}\n`)).toEqual([]);
  });
});

describe('passwords without a sign between name and value', () => {
  const value = 'Xk9mPq2vT';
  test.each([
    `<server><username>deploy</username><password>${value}</password></server>`,
    `ds.setPassword("${value}");`,
    `mysqldump --user root --password ${value} mydb`,
    `mysql -u root -p${value} mydb`,
    `docker login -u bob -p ${value} registry.example.net`,
    `requirepass ${value}\n`,
    `machine git.example.net\n  login bob\n  password ${value}\n`,
    `ENV DB_PASSWORD ${value}\n`,
    `PGPASSWORD=${value} psql -h db`,
    `ALTER USER bob WITH PASSWORD '${value}';`,
    `密码 ${value}`,
    `登录名admin，口令${value}`,
    `env:\n  - name: DB_PASSWORD\n    value: ${value}`,
  ])('%s', (text) => {
    const found = scanner.scan(text).filter(({ category }) => category === 'secret.password');
    expect(found.map(({ span }) => text.slice(span.start, span.end))).toEqual([value]);
  });

  test.each([
    (long: string) => `mysql -h db -uroot -p${long} app`,
    (long: string) => `sshpass -p '${long}' ssh root@host`,
    (long: string) => `sshpass -p ${long} ssh root@host`,
    (long: string) => `redis-cli -h r -a ${long} ping`,
    (long: string) => `ldapsearch -x -D cn=admin -w ${long} -b dc=corp`,
  ])('behind an option of one letter: %s', (carry) => {
    const long = 'kZ8wLm3RtYqP';
    const text = carry(long);
    expect(scanner.scan(text).map(({ span }) => text.slice(span.start, span.end))).toEqual([long]);
  });

  test.each([
    'tar -pxzf2archive0 out',
    'ls -a 1234abcd5678',
    'the password sha256 hash is stored',
    'use a password manager2 to keep it',
    '["password", "base64encoded"]',
    'case "token", "oauth2client":',
    "t('password', 'sha256WithRSA')",
    'tool --token-file /run/a1/b2 --password-stdin',
    `<password>$${'{env.DB_PASSWORD}'}</password>`,
    '<password>changeme</password>',
    'setPassword("<your-password-1>")',
    '密码 错误',
    '口令长度8位',
  ])('none in %s', (text) => expect(scanner.scan(text)).toEqual([]));
});

test('the name of a messenger alone is that of an account', () => {
  for (const text of ['WeChat: my-name-123x', 'telegram: kd92Lq7hT4xx', 'dingtalk = kd92Lq7hT4xx'])
    expect(scanner.scan(text).filter(({ category }) => category.startsWith('secret.'))).toEqual([]);
});

describe('private keys without the lines of PEM', () => {
  const made = {
    'PKCS #8, RSA': () => generateKeyPairSync('rsa', { modulusLength: 1024 }),
    'PKCS #8, EC': () => generateKeyPairSync('ec', { namedCurve: 'P-256' }),
    'PKCS #8, Ed25519': () => generateKeyPairSync('ed25519'),
  };
  test.each(Object.entries(made))('%s', (_name, make) => {
    const { privateKey, publicKey } = make();
    const der = privateKey.export({ type: 'pkcs8', format: 'der' });
    expect(privateKeyLength(der)).toBe(der.length);
    const key = der.toString('base64');
    for (const text of [`k: ${key}\n`, `"${key}"`, `A=${key}\nB=2\n`, `<k>${key}</k>`]) {
      const [found] = scanner.scan(text);
      expect([found?.category, found?.span.start, found?.span.end]).toEqual([
        'secret.private_key',
        text.indexOf(key),
        text.indexOf(key) + key.length,
      ]);
    }
    const open = publicKey.export({ type: 'spki', format: 'der' });
    expect(privateKeyLength(open)).toBe(-1);
    expect(scanner.scan(`k: ${open.toString('base64')}\n`)).toEqual([]);
    // What is cut off is no key.
    expect(scanner.scan(`"${key.slice(0, -24)}"`)).toEqual([]);
  });
  test('PKCS #1 and SEC 1', () => {
    const rsa = generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey;
    const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
    for (const der of [
      rsa.export({ type: 'pkcs1', format: 'der' }),
      ec.export({ type: 'sec1', format: 'der' }),
    ]) {
      const text = `"${der.toString('base64')}"`;
      expect(scanner.scan(text).map(({ category }) => category)).toEqual(['secret.private_key']);
    }
  });
  test('a sign of base64 near the beginning hides none', () => {
    const head = Buffer.from('3082025d020100028181 00bfffbe'.replaceAll(' ', ''), 'hex');
    const body = Buffer.from(
      Array.from({ length: 0x261 - head.length }, (_, at) => (at * 89) % 251),
    );
    const key = Buffer.concat([head, body]).toString('base64');
    expect(key.indexOf('/')).toBe(15);
    const filler = 'and so it goes on. '.repeat(80);
    for (const text of [`"${key}"`, `${filler}"${key}" ${filler}`])
      expect(scanner.scan(text).map(({ category }) => category)).toEqual(['secret.private_key']);
  });
});
