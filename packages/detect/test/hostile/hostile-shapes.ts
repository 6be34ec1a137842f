/** Texts that make a scanner of careless patterns take quadratic time or more. */
export const hostileShapes: Readonly<Record<string, string>> = {
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

/** A text of such pieces, of `units` code units and a few more. */
export function hostileText(name: string, units: number): string {
  const piece = hostileShapes[name]!;
  return piece.repeat(Math.ceil(units / piece.length));
}
