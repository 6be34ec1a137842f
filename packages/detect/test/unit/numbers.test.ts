import { describe, expect, test } from 'vitest';
import { createScanner } from '../../src/index.ts';

const scanner = createScanner();
const found = (text: string) =>
  scanner.scan(text).map(({ category, span }) => `${category} ${text.slice(span.start, span.end)}`);

describe('mainland China telephone numbers in all written forms', () => {
  const carriers = [
    (value: string) => value,
    (value: string) => `手机：${value}，请联系`,
    (value: string) => `请拨打${value}谢谢`,
    (value: string) => `{"phone":"${value}"}`,
    (value: string) => `call ${value} now`,
    (value: string) => `【${value}】`,
    (value: string) => `📱${value}`,
    (value: string) => `tel:${value}`,
    (value: string) => `a,${value},b`,
    (value: string) => `"${value}"`,
  ];
  const forms = [
    '13800138000',
    '138-0013-8000',
    '138 0013 8000',
    '138.0013.8000',
    '+8613800138000',
    '+86-138-0013-8000',
    '+86 138 0013 8000',
    '008613800138000',
    '86-13800138000',
    '(+86)13800138000',
    '(86)138-0013-8000',
    '１３８００１３８０００',
    '138\u200b0013\u200b8000',
    '138\u20110013\u20118000',
    '010-88886666',
    '(010)88886666',
    '0571 8888 6666',
    '+86 571 8888 6666',
    '400-820-8820',
  ];
  test.each(forms)('%s', (form) => {
    for (const carry of carriers) expect(found(carry(form))).toEqual([`contact.phone ${form}`]);
  });
});

describe('near misses are refused', () => {
  test.each([
    ['resident identity number with another check digit', '身份证号 110101199003078532'],
    ['resident identity number on 30 February', '身份证号 110101199002308538'],
    ['resident identity number of an unknown province', '身份证号 990101199003078531'],
    ['resident identity number with order 000', '身份证号 110101199003070003'],
    ['card with another check digit', '银行卡号 6222021234567890129'],
    ['credit code with another check character', '统一社会信用代码 91110108MA01YBNX63'],
    ['IBAN with other check digits', 'IBAN GB83 WEST 1234 5698 7654 32'],
    ['IMEI with another check digit', 'device 490154203237519'],
    ['vehicle number with another check digit', 'the car 1HGCM82633A004353 here'],
    ['social security number of area 666', 'number 666-45-6789'],
    ['IPv4 octet above 255', 'address 192.168.1.256'],
    ['five octets', '1.2.3.4.5'],
    ['passport without a cue', 'E12345678'],
    ['Taiwan permit without a cue', '12345678'],
    ['decimal', '0.13800138000'],
    ['digits within a word', 'abc13800138000def'],
    ['mobile number of segment 12', '手机 12800138000'],
    ['commit hash', 'commit 9a038989604e8da62ecddbe2094b16ce1b778be1'],
    ['JSON Web Token without a header', 'eyJABC.eyJDEF.GHIJKL'],
    ['time stamp', 'created_at 1755302400'],
  ])('%s', (_name, text) => expect(found(text)).toEqual([]));
});

describe('division codes are judged by the year of birth', () => {
  const check = (head: string): string => {
    const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    const sum = weights.reduce((total, weight, index) => total + weight * Number(head[index]), 0);
    return head + '10X98765432'[sum % 11];
  };
  test('a district that was dissolved in 2010 had people born before', () => {
    const before = check('11010319850307853');
    expect(found(before)).toEqual([`id.resident.cn ${before}`]);
  });
  test('but none born in 2015', () => expect(found(check('11010320150307853'))).toEqual([]));
});

describe('documents and devices', () => {
  test.each([
    ['护照号E12345678', 'id.passport.cn E12345678'],
    ['回乡证 H12345678', 'id.permit.hk H12345678'],
    ['台胞证：12345678', 'id.permit.tw 12345678'],
    ['车牌京A12345', 'vehicle.plate.cn 京A12345'],
    ['粤B·12345', 'vehicle.plate.cn 粤B·12345'],
    ['京AD12345', 'vehicle.plate.cn 京AD12345'],
    ['京A12345D', 'vehicle.plate.cn 京A12345D'],
    ['MAC 00-1A-2B-3C-4D-5E', 'network.mac 00-1A-2B-3C-4D-5E'],
    ['value:c4:76:a3:06:04:e3,', 'network.mac c4:76:a3:06:04:e3'],
    ['ip:2001:db8:0:1:1:1:1:1 up', 'network.ipv6 2001:db8:0:1:1:1:1:1'],
    ['fe80::1ff:fe23:4567:890a', 'network.ipv6 fe80::1ff:fe23:4567:890a'],
    ['192.168.1.100:8443', 'network.ipv4 192.168.1.100'],
    ['香港身份证 A123456(3)', 'id.hk A123456(3)'],
    ['身分證字號 A123456789', 'id.tw A123456789'],
    ['IMEI: 490154203237518', 'device.imei 490154203237518'],
    ['VIN 1HGCM82633A004352', 'vehicle.vin 1HGCM82633A004352'],
    ['GB82 WEST 1234 5698 7654 32', 'finance.iban GB82 WEST 1234 5698 7654 32'],
    ['SSN 123-45-6788', 'id.ssn.us 123-45-6788'],
  ])('%s', (text, expected) => expect(found(text)).toEqual([expected]));
});
