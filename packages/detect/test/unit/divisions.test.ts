import { expect, test } from 'vitest';
import { fitDivision } from '../../src/lexicon/divisions.ts';

/** Districts that stand today and stood in 2002, of prefectures that have lost others since: 武侯, 鄞州, 小店, 龙亭, 三水. */
test.each([510107, 330203, 140105, 330212, 440607, 510104, 110101, 310101])(
  '%i fits someone born in 2003',
  (code) => {
    expect(fitDivision(code, 2003)).toBe('valid');
  },
);

test.each([
  [110103, 2015, 'known'], // 崇文, gone in 2010
  [110103, 1980, 'valid'],
  [990101, 1990, 'unknown'],
] as const)('%i for a birth in %i is %s', (code, year, fit) => {
  expect(fitDivision(code, year)).toBe(fit);
});
