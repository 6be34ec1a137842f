import { describe, expect, test } from 'vitest';
import { createScanner } from '../../src/index.ts';

const scanner = createScanner();
const found = (text: string, category: string) =>
  scanner
    .scan(text)
    .filter((finding) => finding.category === category)
    .map(({ span }) => text.slice(span.start, span.end));

describe('telephone numbers as they are written abroad', () => {
  test.each([
    'Desk: +41 (0)44 668 18 00',
    'fax +46 (0)8 928 571 38, please',
    'call +1-903-840-4508x769 now',
    'phone (415)555-3621 x135.',
    'Tel. 345-899-3560 ext. 4587',
    'Tel. +44 20 7946 0958 extension 21',
    'mobile 001-518-640-0854 today',
    'Can someone call me on 9472 7916?',
    'call me at 0494 92 82 32.',
  ])('%s', (text) => {
    const value = /[+(\d][\d ()x.-]*(?:ext(?:ension|\.) ?)?\d+/.exec(text)![0];
    expect(found(text, 'contact.phone')).toEqual([value]);
  });
  test.each([
    'size 1024 x 768 pixels',
    'rows 2048-1024x768',
    'id 0044 0532 0130 0044 0532',
    'range 9472-7916 of the list',
    'exit code 001-518-640',
  ])('none in %s', (text) => expect(found(text, 'contact.phone')).toEqual([]));
});

describe('payment cards of all lengths', () => {
  const luhn = (head: string): string => {
    let sum = 0;
    for (let at = 0; at < head.length; at += 1) {
      const digit = Number(head[head.length - 1 - at]);
      sum += at % 2 === 0 ? (digit * 2 > 9 ? digit * 2 - 9 : digit * 2) : digit;
    }
    return `${head}${(10 - (sum % 10)) % 10}`;
  };
  const heads = {
    'Visa, 13': '456382406505',
    'Visa, 19': '415248871344595235',
    'JCB, 15': '21317682849617',
    'JCB, 16': '352982318475621',
    'Diners, 14': '3813437557752',
    'Diners, 36': '3671829304857',
    'American Express': '37128934750192',
    'Maestro, 12': '06042607001',
    'Discover, 19': '601139471562083947',
    'UnionPay, 19': '622848001829475610',
    Mir: '220038475610293',
    'no range that is known': '719283746501928',
  };
  test.each(Object.entries(heads))('%s', (_name, head) => {
    const card = luhn(head);
    for (const text of [
      `my card ${card} is lost`,
      `信用卡 ${card} 挂失`,
      `{"card_number":"${card}"}`,
    ])
      expect(found(text, 'finance.card')).toEqual([card]);
    const wrong = card.slice(0, -1) + ((Number(card.at(-1)) + 1) % 10);
    expect(found(`my card ${wrong} is lost`, 'finance.card')).toEqual([]);
  });
  test('a number of no known range is none without a word for a card', () => {
    const card = luhn('719283746501928');
    for (const text of [card, `count ${card}`, `account ${card}`])
      expect(found(text, 'finance.card')).toEqual([]);
  });
});
