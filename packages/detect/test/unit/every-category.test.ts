import { listCategories } from '@yushu/core';
import { describe, expect, test } from 'vitest';
import { createScanner } from '../../src/index.ts';

const luhn = (head: string): string => {
  let sum = 0;
  for (let at = 0; at < head.length; at += 1) {
    const digit = Number(head[head.length - 1 - at]);
    sum += at % 2 === 0 ? (digit * 2 > 9 ? digit * 2 - 9 : digit * 2) : digit;
  }
  return `${head}${(10 - (sum % 10)) % 10}`;
};
const weighted = (head: string, weights: readonly number[]): number =>
  weights.reduce((sum, weight, at) => sum + weight * Number.parseInt(head[at]!, 36), 0);
const resident = (head: string): string =>
  head + '10X98765432'[weighted(head, [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]) % 11];
const organisation = (head: string): string =>
  `${head}-${'0123456789X0'[(11 - (weighted(head, [3, 7, 9, 10, 5, 8, 4, 2]) % 11)) % 11]}`;
const credit = (head: string): string => {
  const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
  let sum = 0;
  let power = 1;
  for (const character of head) {
    sum += alphabet.indexOf(character) * power;
    power = (power * 3) % 31;
  }
  return head + alphabet[(31 - (sum % 31)) % 31];
};
const hongKong = (letter: string, digits: string): string => {
  let sum = 36 * 9 + (letter.charCodeAt(0) - 55) * 8;
  for (let at = 0; at < 6; at += 1) sum += Number(digits[at]) * (7 - at);
  return `${letter}${digits}(${'0123456789A'[(11 - (sum % 11)) % 11]})`;
};
const taiwan = (letter: string, digits: string): string => {
  const code = 'ABCDEFGHJKLMNPQRSTUVXYWZIO'.indexOf(letter) + 10;
  let sum = Math.floor(code / 10) + (code % 10) * 9;
  for (let at = 0; at < 8; at += 1) sum += Number(digits[at]) * (8 - at);
  return `${letter}${digits}${(10 - (sum % 10)) % 10}`;
};
const iban = (country: string, account: string): string => {
  const digits = Array.from(`${account}${country}00`, (unit) => Number.parseInt(unit, 36)).join('');
  return `${country}${String(98n - (BigInt(digits) % 97n)).padStart(2, '0')}${account}`;
};
const vehicle = (head: string, tail: string): string => {
  const values: Record<string, number> = {};
  for (const [at, letter] of Array.from('ABCDEFGH').entries()) values[letter] = at + 1;
  for (const [at, letter] of Array.from('JKLMN').entries()) values[letter] = at + 1;
  for (const [at, letter] of Array.from('STUVWXYZ').entries()) values[letter] = at + 2;
  Object.assign(values, { P: 7, R: 9 });
  const weights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];
  const sum = Array.from(`${head}0${tail}`).reduce(
    (total, unit, at) => total + weights[at]! * (/\d/.test(unit) ? Number(unit) : values[unit]!),
    0,
  );
  return `${head}${'0123456789X'[sum % 11]}${tail}`;
};

/** What a category is found in: a text with the value in guillemets, or the name of a field and its value. */
type Example =
  | { readonly text: string; readonly isChecked?: boolean }
  | { readonly field: string; readonly value: string };

const examples: Readonly<Record<string, readonly Example[]>> = {
  'person.name': [{ text: '客户姓名：«欧阳建国»，' }, { text: 'Dear Mr. «Robert Miller»,' }],
  'person.birth_date': [
    { text: '出生日期：«1987年4月21日»' },
    { text: 'date of birth: «April 21, 1987»' },
    { text: 'DOB: «04/21/1987»' },
  ],
  'person.gender': [{ text: '性别：«女»' }, { text: 'Gender: «Female»' }],
  'person.ethnicity': [{ text: '民族：«维吾尔族»' }, { text: 'ethnicity: «Hispanic»' }],
  'person.nationality': [{ text: '国籍：«中国»' }],
  'person.religion': [{ text: '宗教信仰：«佛教»' }],
  'person.political': [{ text: '政治面貌：«中共党员»' }],
  'person.marital_status': [{ text: '婚姻状况：«已婚»' }],
  'person.username': [{ text: '用户名：«zhang_san88»' }, { field: 'username', value: 'k.mueller' }],
  'contact.phone': [{ text: '手机 «13912345678»' }],
  'contact.email': [{ text: '邮箱 «liu.wei@mail.zj.cn»' }],
  'contact.im': [{ text: 'QQ：«284759201»' }, { text: '微信号：«wei_liu2019»' }],
  'location.address': [{ text: '地址：«浙江省杭州市西湖区文三路478号3幢502室»' }],
  'location.postcode': [{ text: '邮编：«310012»' }, { text: 'ZIP code: «94103»' }],
  'location.geo': [
    { text: '经纬度：«120.155070,30.274085»' },
    { text: '坐标 «30.274085, 120.155070»' },
    { text: 'GPS: «-33.868820, 151.209290»' },
    { text: '北纬«30°16′27″，东经120°09′18″»' },
    { field: 'lat', value: '37.774929' },
  ],
  'id.resident.cn': [{ text: `身份证 «${resident('33010619870421351')}»`, isChecked: true }],
  'id.passport.cn': [{ text: '护照号：«EA1234567»' }],
  'id.passport': [{ text: 'passport no: «512345678»' }],
  'id.permit.hk': [{ text: '回乡证：«H12345678»' }],
  'id.permit.tw': [{ text: '台胞证：«87654321»' }],
  'id.residence.foreigner': [{ text: '外国人永久居留身份证：«FRA310198704212»' }],
  'id.officer.cn': [{ text: '军官证号：«南字第12345678号»' }, { text: '军官证：«1234567»' }],
  'id.driver.cn': [{ text: '驾驶证档案编号：«330102345678»' }],
  'id.social_security.cn': [{ text: '社保卡号：«A12345678»' }],
  'id.medical_insurance.cn': [{ text: '医保号：«3301068712345»' }],
  'id.hk': [{ text: `香港身份证 «${hongKong('K', '123456')}»`, isChecked: true }],
  'id.mo': [{ text: '澳门身份证：«5123456(7)»' }],
  'id.tw': [{ text: `身分證字號 «${taiwan('F', '22345678')}»`, isChecked: true }],
  'id.ssn.us': [{ text: 'SSN «536-22-1234»' }],
  'id.national.<cc>': [{ text: 'PESEL: «44051401359»', isChecked: true }],
  'id.tax.<cc>': [{ text: 'Steuer-ID: «36574261809»', isChecked: true }],
  'id.health.<cc>': [{ text: 'NHS number «943 476 5919»', isChecked: true }],
  'id.driver.<cc>': [{ text: "driver's license: «D1234567»" }],
  'org.uscc.cn': [{ text: `统一社会信用代码：«${credit('91330106MA2H3K4L5')}»`, isChecked: true }],
  'org.registration.cn': [
    { text: '工商注册号：«330106000123456»' },
    { text: `组织机构代码：«${organisation('12345678')}»`, isChecked: true },
  ],
  'org.tax.cn': [{ text: '纳税人识别号：«330106712345678»' }],
  'org.name': [{ text: '公司名称：«杭州云深科技有限公司»' }],
  'finance.card': [
    { text: `卡号 «${luhn('622202123456789012')}»`, isChecked: true },
    { text: `card «${luhn('401288888888188').replace(/(.{4})(?=.)/g, '$1 ')}»`, isChecked: true },
  ],
  'finance.card_cvv': [{ text: 'CVV: «371»' }],
  'finance.account': [{ text: '银行账号：«33001618781052512345»' }],
  'finance.iban': [{ text: `IBAN «${iban('DE', '370400440532013000')}»`, isChecked: true }],
  'finance.swift': [{ text: 'SWIFT: «BKCHCNBJ910»' }],
  'finance.crypto_address': [
    { text: 'to «1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2» now', isChecked: true },
  ],
  'finance.amount': [{ field: '月薪', value: '25000' }],
  'vehicle.plate.cn': [{ text: '车牌«浙A·8K2M7»' }, { text: '车牌«浙AD12345»' }],
  'vehicle.vin': [{ text: `车架号 «${vehicle('LSVAA49J', '32047593')}»`, isChecked: true }],
  'vehicle.engine': [{ text: '发动机号：«CFB123456»' }],
  'network.ipv4': [{ text: 'client ip «203.0.113.77»' }],
  'network.ipv6': [{ text: 'addr «2001:db8:85a3::8a2e:370:7334»' }],
  'network.mac': [{ text: 'mac «3c:22:fb:45:67:89»' }],
  'network.url': [{ text: 'see «https://corp.cn/a?b=c» now' }],
  'network.domain': [{ field: 'domain', value: 'db.corp.com.cn' }],
  'device.imei': [{ text: `IMEI «${luhn('86012345678901')}»`, isChecked: true }],
  'device.imsi': [{ text: 'IMSI：«460001234567890»' }],
  'device.iccid': [{ text: `ICCID: «${luhn('8986001234567890123')}»` }],
  'device.advertising_id': [{ text: 'OAID: «3a7f2b1c-9d4e-4f6a-8b2c-1d3e5f7a9b0c»' }],
  'health.record_number': [{ text: '病历号：«MZ20240312»' }],
  'health.diagnosis': [{ text: '诊断：«2型糖尿病»' }],
  'health.drug': [{ text: '用药：«二甲双胍片»' }],
  'education.student_number': [{ text: '学号：«2019211345»' }],
  'employment.staff_number': [{ text: '工号：«A00731»' }],
  date: [{ text: '日期 «2024-03-12»' }],
  'secret.password': [{ text: '密码：«Xk9#mPq2»' }, { text: 'password=«Xk9mPq2vT»' }],
  'secret.private_key': [
    {
      text: `«-----BEGIN EC PRIVATE KEY-----\n${'MHcCAQEEIGx0v9'.repeat(8)}\n-----END EC PRIVATE KEY-----»`,
    },
  ],
  'secret.jwt': [
    {
      text: `t «${[{ alg: 'HS256' }, { sub: 'u-81', exp: 1 }]
        .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
        .join('.')}.c2lnbmF0dXJlLW9mLXRoZS10b2tlbg»`,
    },
  ],
  'secret.connection_string': [{ text: '«mysql://root:Xk9mPq2@10.0.0.3:3306/db»' }],
  'secret.url_credentials': [{ text: 'https://«bob:Xk9mPq2»@corp.cn/' }],
  'secret.generic': [{ text: 'app_secret = "«q8Zt3Lk0Vb7Xc2Nm5Rw9»"' }],
  'secret.aws.access_key_id': [{ text: 'k «AKIAQ3EGRB5VJ2NDWX7L» z' }],
  'secret.aws.secret_access_key': [
    { text: 'aws_secret_access_key = «kD8x2Wq0Zt5Lm7Rv9Bn3Yc1Hp6Js4Fg8Tu2Ea5Qw»' },
  ],
  'secret.alibaba.access_key_id': [{ text: 'k «LTAI5tGh3Kp9Wz2Vb7Nq4Rx8» z' }],
  'secret.tencent.secret_id': [{ text: 'k «AKIDz8krbsJ5yKBZQpn74WFkmLPx3gnPhESA» z' }],
  'secret.huawei.access_key': [{ text: 'HUAWEICLOUD_SDK_AK=«Q7WERTYU8IOPA2SDFGH5»' }],
  'secret.baidu.access_key': [{ text: 'BCE_AK=«3f9a1c7e5b2d4086a1c3e5f7092b4d68»' }],
  'secret.volcengine.access_key': [
    { text: 'k «AKLTYzQ0MmE5ZjE3YjhkNGM2NWFmM2UxZDI3YjBjOGU5ZmQ» z' },
  ],
  'secret.qiniu.access_key': [
    { text: 'QINIU_ACCESS_KEY=«kD8x2Wq0Zt5Lm7Rv9Bn3Yc1Hp6Js4Fg8Tu2Ea5Qw»' },
  ],
  'secret.wechat.app_secret': [{ text: 'wechat.appSecret=«3f9a1c7e5b2d4086a1c3e5f7092b4d68»' }],
  'secret.dingtalk.robot_token': [
    {
      text: `u «https://oapi.dingtalk.com/robot/send?access_token=${'3f9a1c7e5b2d4086'.repeat(4)}»`,
    },
  ],
  'secret.feishu.webhook': [
    {
      text: 'u «https://open.feishu.cn/open-apis/bot/v2/hook/3a7f2b1c-9d4e-4f6a-8b2c-1d3e5f7a9b0c»',
    },
  ],
  'secret.github.token': [{ text: 'k «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» z' }],
  'secret.gitlab.token': [{ text: 'k «glpat-kD8x2Wq0Zt5Lm7Rv9Bn3» z' }],
  'secret.slack.token': [
    { text: 'k «xoxb-263594206564-2343594206574-FGqddMF8t08v8N7Oq4i57vs1» z' },
  ],
  'secret.stripe.key': [{ text: 'k «sk_live_4eC39HqLyjWDarjtT1zdp7dc» z' }],
  'secret.openai.key': [{ text: 'k «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» z' }],
  'secret.anthropic.key': [
    { text: `k «sk-ant-api03-${'kD8x2Wq0Zt5Lm7Rv9Bn3Yc1Hp'.repeat(4).slice(0, 93)}AA» z` },
  ],
  'secret.google.api_key': [{ text: 'k «AIzaSyD8x2Wq0Zt5Lm7Rv9Bn3Yc1Hp6Js4Fg8TE» z' }],
  'secret.npm.token': [{ text: 'k «npm_kD8x2Wq0Zt5Lm7Rv9Bn3Yc1Hp6Js4Fg8Tu2E» z' }],
  'secret.<provider>.<kind>': [{ text: 'k «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» z' }],
};

/** Ids with a country or provider in place of the part in angle brackets. */
const isOf = (id: string, category: string): boolean => {
  const parts = id.split('.');
  const given = category.split('.');
  return (
    parts.length === given.length &&
    parts.every((part, at) => part.startsWith('<') || part === given[at])
  );
};

const scannerOf = (id: string) =>
  createScanner({
    // Some are found only where they are named.
    categories: [id.replaceAll(/<\w+>/g, '*'), 'id.*', 'secret.*'],
  });

describe('every category of the contract is found', () => {
  test('there is an example of each', () => {
    const ids = new Set<string>(listCategories().map(({ id }) => id));
    expect([...ids].filter((id) => examples[id] === undefined)).toEqual([]);
    expect(Object.keys(examples).filter((id) => !id.includes('<') && !ids.has(id))).toEqual([]);
  });

  test.each(Object.entries(examples))('%s', (id, list) => {
    const scanner = scannerOf(id);
    for (const example of list) {
      if ('field' in example) {
        const found = scanner.scanField(example.value, { name: example.field });
        expect(found.filter(({ category }) => isOf(id, category))).toHaveLength(1);
        continue;
      }
      const start = example.text.indexOf('«');
      const end = example.text.indexOf('»') - 1;
      const text = example.text.replace(/[«»]/g, '');
      const found = scanner.scan(text).filter(({ category }) => isOf(id, category));
      expect(found.map(({ span }) => text.slice(span.start, span.end))).toEqual([
        text.slice(start, end),
      ]);
    }
  });
});

describe('with another check digit it is none', () => {
  const checked = Object.entries(examples).flatMap(([id, list]) =>
    list.flatMap((example) => ('text' in example && example.isChecked ? [{ id, ...example }] : [])),
  );
  test.each(checked)('$id', ({ id, text: marked }) => {
    const scanner = scannerOf(id);
    const end = marked.indexOf('»') - 1;
    const text = marked.replace(/[«»]/g, '');
    const last = /[\dA-Za-z]\W*$/.exec(text.slice(0, end))!.index;
    const alphabet = /\d/.test(text[last]!) ? '0123456789' : 'abcdefghijkmnopqrstuvwxyz';
    for (const other of alphabet) {
      if (other === text[last]!.toLowerCase()) continue;
      const changed = text.slice(0, last) + other + text.slice(last + 1);
      expect(scanner.scan(changed).filter(({ category }) => isOf(id, category))).toEqual([]);
    }
  });
});
