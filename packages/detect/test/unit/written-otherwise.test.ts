import { createScanner } from '@yushu/detect';
import { describe, expect, test } from 'vitest';

const scanner = createScanner();
const find = (text: string, category: string) =>
  scanner
    .scan(text)
    .filter((finding) => finding.category === category)
    .map(({ span }) => text.slice(span.start, span.end));

describe('English addresses', () => {
  test.each([
    [
      'shipped to 9121 Park Avenue, Sacramento, CA 95805. If not',
      '9121 Park Avenue, Sacramento, CA 95805',
    ],
    [
      'at 466 W. Elm Dr., Apt 7B, Portland, OR 97296-1234',
      '466 W. Elm Dr., Apt 7B, Portland, OR 97296-1234',
    ],
    ['of 25 Maple Avenue, Cardiff CF10 1SY, within', '25 Maple Avenue, Cardiff CF10 1SY'],
    ['to Flat 14, 204 Oak Street, Leeds LS6 9XQ', 'Flat 14, 204 Oak Street, Leeds LS6 9XQ'],
    ['Address: 12 5th Avenue, New York, NY 10011', '12 5th Avenue, New York, NY 10011'],
  ])('%s', (text, address) => {
    expect(find(text, 'location.address')).toEqual([address]);
  });

  test.each([
    'In 2024 The Road was filmed',
    'there are 3 Ways to do it',
    '12 Angry Men, a film',
    'version 3 Drive letters',
    'about 500 Market Street journal subscribers',
  ])('%s: none', (text) => {
    expect(find(text, 'location.address')).toEqual([]);
  });

  test('takes linear time whatever stands behind the number', () => {
    const text = '1 A '.repeat(50_000) + '1 '.repeat(50_000);
    // A square would take longer than tests may.
    expect(scanner.scan(text)).toEqual([]);
  });
});

describe('passwords that people tell', () => {
  test.each([
    ['my password is Abc@1234, thanks', 'Abc@1234'],
    ['临时密码是Xk9#mm21。', 'Xk9#mm21'],
    ['口令为 hunter2x!', 'hunter2x!'],
  ])('%s', (text, password) => {
    expect(find(text, 'secret.password')).toEqual([password]);
  });
  test.each([
    'the password is required',
    'password is too short (min 8)',
    '密码是必填项',
    '密码是用户自己设置的',
  ])('%s: none', (text) => {
    expect(find(text, 'secret.password')).toEqual([]);
  });
});

describe('dates of birth before their word', () => {
  test.each([
    ['原告王强，男，1978.10.13出生，汉族', '1978.10.13'],
    ['李娜，女，1990年3月5日生，住', '1990年3月5日'],
  ])('%s', (text, date) => {
    expect(find(text, 'person.birth_date')).toEqual([date]);
  });
  test.each(['2025年3月5日生产线停工', '该批次于2024-01-02生效'])('%s: none', (text) => {
    expect(find(text, 'person.birth_date')).toEqual([]);
  });
});

test('an address of the Internet is no telephone number, nor the other way round', () => {
  expect(find('192.168.219.41 - - [10/Oct]', 'contact.phone')).toEqual([]);
  expect(find('192.168.219.41 - - [10/Oct]', 'network.ipv4')).toEqual(['192.168.219.41']);
  expect(find('手机 138.0013.8000', 'contact.phone')).toEqual(['138.0013.8000']);
  expect(find('ring 07700 900130 or', 'contact.phone')).toEqual(['07700 900130']);
});
