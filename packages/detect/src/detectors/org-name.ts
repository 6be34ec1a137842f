/**
 * Names of Chinese organisations, by their ending; found only where the category is named.
 *
 * @module
 */
import { isHan } from '../engine/characters.ts';
import { type Detector, reason, type Scan } from '../engine/scan.ts';

const detector: Detector = {
  id: 'cn-org-name',
  category: 'org.name',
  topics: ['org.name'],
  neutral: 'all',
};
const ending = reason('lexicon', 1.4, 'ending of an organisation');
const weakEnding = reason('lexicon', -0.4, 'ending of an organisation');

const strong = ['有限责任公司', '股份有限公司', '有限公司', '分公司', '事务所', '研究院', '集团'];
const weak = ['公司', '银行', '医院', '大学', '学院', '中学', '小学', '委员会', '基金会', '协会'];
/** Characters before which a name begins. */
const stops = new Set(
  Array.from('的在于是和与及为到从由对向给把被去就职任自', (character) => character.charCodeAt(0)),
);

/** Looks for a name that ends before `end`, where the last character of an ending stands. */
export function findOrgName(scan: Scan, end: number): void {
  const { view } = scan;
  const suffix = [...strong, ...weak].find((word) => view.startsWith(word, end - word.length));
  if (suffix === undefined) return;
  let start = end - suffix.length;
  while (end - start < 30 && isHan(view.at(start - 1)) && !stops.has(view.at(start - 1)))
    start -= 1;
  if (end - start - suffix.length < 2) return;
  scan.report(detector, start, end, [strong.includes(suffix) ? ending : weakEnding]);
}
