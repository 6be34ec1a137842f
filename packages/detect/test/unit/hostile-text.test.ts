import { expect, test } from 'vitest';
import { createScanner } from '../../src/index.ts';

/** Units of each text; YUSHU_HOSTILE_UNITS=100000000 is what the promise of linear time is about. */
const size = Number(process.env['YUSHU_HOSTILE_UNITS'] ?? 200_000);

/** Texts that make a scanner of careless patterns take quadratic time or more. */
const shapes: Readonly<Record<string, string>> = {
  digits: '7',
  'digits in groups': '138 ',
  'at signs': '@',
  dots: 'a.',
  colons: '1:',
  'hexadecimal colons': 'ab:',
  equals: 'password=',
  percent: '%25',
  backslashes: '\\u005c',
  'all surnames': '王李张刘陈杨赵黄周吴',
  'all cues': '身份证号手机号码银行卡号姓名地址',
  'all divisions': '北京市朝阳区上海市浦东新区',
  'all roads': '人民路',
  'base64 runs': 'YWxpY2VAZXhhbXBsZS5jb20',
  'hex runs': '616c696365406578616d706c652e636f6d',
  'zero-width flood': '\u200b',
  'zero-width digits': '1\u200b3\u200d8\u2060',
  'full-width digits': '１３８００１３８０００',
  'capitalised words': 'John Smith ',
  'prefixes of keys': 'ghp_sk-AKIAeyJ',
  'middle dots': '买买提·',
  'openings of keys': '-----BEGIN PRIVATE KEY-----\n',
  'halves of pairs': '\ud83d',
};

for (const [name, piece] of Object.entries(shapes)) {
  test(`ends on ${name}`, { timeout: 120_000 }, () => {
    const text = piece.repeat(Math.ceil(size / piece.length));
    const { coverage } = createScanner().inspect(text);
    expect(coverage).toEqual({ complete: true, scannedTo: text.length });
  });
}
