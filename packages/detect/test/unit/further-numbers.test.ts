import { expect, test } from 'vitest';
import { createScanner } from '../../src/index.ts';
import { furtherNumbers } from '../../src/national/further-numbers.ts';
import { isNumberOf } from '../../src/national/number-format.ts';

const byId = new Map(furtherNumbers.map((format) => [format.id, format]));
const valid = (id: string, text: string) => isNumberOf(byId.get(id)!, text);

test.each([
  ['us.dea', 'BB1388568', 'BB1388569'],
  ['de.kvnr', 'A123456780', 'A123456781'],
  ['de.rvnr', '15070649C103', '15070649C104'],
  ['sg.uen', '53125226D', '53125226E'],
  ['sg.uen', '201434292D', '201434292E'],
  ['sg.uen', 'S57TU0392K', 'S57TU0392L'],
  ['se.orgnr', '556703-7485', '556703-7486'],
  ['ph.tin', '000-123-456-000', '000-123-457-000'],
])('%s: %s and not %s', (id, good, bad) => {
  expect(valid(id, good)).toBe(true);
  expect(valid(id, bad)).toBe(false);
});

test('a cue makes them sure; a wrong digit is told only to those who ask for everything', () => {
  const found = (text: string) =>
    createScanner()
      .scan(text)
      .map(({ category }) => category);
  expect(found('RVNR: 15070649C103')).toContain('id.national.de');
  expect(found('RVNR: 15070649C104')).not.toContain('id.national.de');
  const all = createScanner({ minLikelihood: 'very_unlikely', categories: ['id.national.de'] });
  expect(all.scan('RVNR: 15070649C104')[0]?.score).toBeLessThan(0.2);
});

test.each([
  ['2024-03-15', '2024-03-15'],
  ['am 31.12.2024 um', '31.12.2024'],
  ['on 2024-12-31T23:59:59+08:00.', '2024-12-31T23:59:59+08:00'],
  ['于2024年3月15日', '2024年3月15日'],
  ['3 March 2024', '3 March 2024'],
  ['1.2.3.4', undefined],
  ['13800138000', undefined],
])('dates where they are asked for: %s', (text, date) => {
  const [finding] = createScanner({ categories: ['date'] }).scan(text);
  expect(finding && text.slice(finding.span.start, finding.span.end)).toBe(date);
  expect(
    createScanner()
      .scan(text)
      .some(({ category }) => category === 'date'),
  ).toBe(false);
});
