import { describe, expect, test } from 'vitest';
import { createScanner } from '../../src/index.ts';

const scanner = createScanner({ minLikelihood: 'likely' });
const found = (text: string) =>
  scanner.scan(text).map(({ category, span }) => `${category} ${text.slice(span.start, span.end)}`);

describe('mail under names that are reserved (RFC 2606, RFC 6761)', () => {
  const reserved = ['invalid', 'example', 'test', 'localhost', 'TEST', 'Example'];
  const texts = reserved.flatMap((name) => [
    `zhang.san@mail.${name}`,
    `email: zhang.san@mail.${name}`,
    `邮箱：zhang.san@corp.${name}，请回复`,
    `<a href="mailto:zhang.san@a.b.${name}">`,
  ]);
  test.each(texts)('%s: none', (text) => expect(found(text)).toEqual([]));

  test('not even where the field says so', () => {
    const mail = (address: string) =>
      scanner.scanValue({ email: address }).filter(({ category }) => category === 'contact.email');
    for (const name of reserved) expect(mail(`zhang@corp.${name}`)).toEqual([]);
    expect(mail('zhang@corp.cn')).toHaveLength(1);
  });

  test.each([
    'zhang.san@example.com.cn',
    'zhang.san@test.com',
    'zhang.san@invalid.org',
    'zhang.san@localhost.net',
    'zhang.san@a.test.cn',
  ])('%s', (text) => expect(found(text)).toEqual([`contact.email ${text}`]));
});

describe('credit codes behind their cue', () => {
  const cues = ['统一社会信用代码：', '统一社会信用代码/编码：', '统一社会信用编码 '];
  const codes = ['91350100M000100Y43', '91110108MA01YBNX62'];
  const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';

  test.each(codes)('%s', (code) => {
    for (const cue of cues) expect(found(`${cue}${code}。`)).toEqual([`org.uscc.cn ${code}`]);
  });

  test.each(codes)('%s with any one character changed is none', (code) => {
    for (const cue of cues) {
      for (let place = 0; place < 18; place += 1) {
        for (const other of alphabet) {
          if (other === code[place]) continue;
          const text = `${cue}${code.slice(0, place)}${other}${code.slice(place + 1)}。`;
          expect(found(text).filter((finding) => finding.startsWith('org.'))).toEqual([]);
        }
      }
    }
  });
});

describe('plates', () => {
  test.each([
    '粤Z·1234港',
    '粤Z1234澳',
    '粤Z·F023港',
    '沪AD12345',
    '粤B·F12345',
    '京A12345D',
    '粤BDA1234',
    '京A12345警',
    '京A·12345应急',
  ])('%s', (plate) => {
    expect(found(`车辆 ${plate} 已登记`)).toEqual([`vehicle.plate.cn ${plate}`]);
  });
  test('the harbour behind a plate is no part of it', () => {
    expect(found('车牌粤B12345港口登记')).toEqual(['vehicle.plate.cn 粤B12345']);
    expect(found('车牌京A12345应当登记')).toEqual(['vehicle.plate.cn 京A12345']);
  });
  test.each(['粤Z·1234', '粤B·1234港', '京Z1234澳', '京AI12345', '沪AD1234A', '沪A1234DF'])(
    '%s: none',
    (text) => expect(found(text)).toEqual([]),
  );
});

describe('travel permits need a cue', () => {
  test.each([
    ['港澳通行证 ', 'C12345678', 'id.permit.hk'],
    ['往来港澳通行证：', 'CA1234567', 'id.permit.hk'],
    ['回乡证号', 'H1234567801', 'id.permit.hk'],
    ['港澳居民来往内地通行证号码为', 'M12345678', 'id.permit.hk'],
    ['台胞证：', '12345678', 'id.permit.tw'],
    ['台湾居民来往大陆通行证 ', '1234567801', 'id.permit.tw'],
  ])('%s%s', (cue, value, category) => {
    expect(found(`${cue}${value}`)).toContain(`${category} ${value}`);
    for (const text of [value, `订单 ${value}`, `型号${value}`])
      expect(found(text).filter((finding) => finding.startsWith('id.permit'))).toEqual([]);
  });
});

describe('division codes of the year of birth, without a cue', () => {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const numberOf = (division: string, year: number) => {
    const head = `${division}${year}0307853`;
    const sum = weights.reduce((total, weight, index) => total + weight * Number(head[index]), 0);
    return head + '10X98765432'[sum % 11];
  };
  test.each([
    ['510202', 1970, 'Chongqing under Sichuan'],
    ['510228', 1990, 'Chongqing under Sichuan, a county'],
    ['512201', 1985, 'Wanxian under Sichuan'],
    ['510200', 1980, 'Chongqing under Sichuan, the whole'],
    ['442121', 1980, 'Hainan under Guangdong'],
    ['442201', 1985, 'Hainan under Guangdong, the mountains'],
    ['460021', 1990, 'Hainan as a province, before its counties moved'],
    ['441900', 1995, 'Dongguan, which has no counties'],
    ['442000', 2005, 'Zhongshan, which has no counties'],
    ['460400', 2018, 'Danzhou since 2015'],
    ['810000', 1975, 'residence permit, Hong Kong'],
    ['820000', 1999, 'residence permit, Macau'],
    ['830000', 1990, 'residence permit, Taiwan'],
  ])('%s, born %i: %s', (division, year) => {
    const number = numberOf(division, year);
    expect(found(number)).toEqual([`id.resident.cn ${number}`]);
  });
  test.each([
    ['510202', 2008, 'Chongqing under Sichuan, after it was gone'],
    ['442121', 2008, 'Hainan under Guangdong, after it was gone'],
    ['110103', 2015, 'Chongwen, after it was gone'],
    ['510000', 1980, 'a whole province'],
    ['990100', 1980, 'no province'],
  ])('%s, born %i: none: %s', (division, year) => {
    expect(found(numberOf(division, year))).toEqual([]);
  });
});
