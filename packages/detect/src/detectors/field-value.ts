/**
 * Cells and JSON values whose column or key says what they are, though they have no shape of their own.
 *
 * @module
 */
import type { CategoryId, Evidence } from '@yushu/core';
import { isSpace } from '../engine/characters.ts';
import { reason, type Scan } from '../engine/scan.ts';
import { cuedValues } from '../lexicon/cued-values.ts';
import { isNothing } from './secret-value.ts';

const byName = reason('field', 3, 'name of the field');
const wholeValue = reason('format', -1.2, 'whole value');
const telling = reason('lexicon', 1, 'value of the category');

/** Texts that say that there is no value. */
const blanks =
  /^(?:|-+|—+|无|暂无|未知|不详|没有|空|null|none|n\/?a|nil|undefined|unknown|tbd|0|\*+|x+|#N\/A|\[.*\]|ysk1\..*)$/i;

/** Category → the shape that its values must have at least, and the one that makes it sure. */
const shapes: ReadonlyMap<CategoryId, { readonly allowed: RegExp; readonly sure?: RegExp }> =
  new Map([
    [
      'person.name',
      {
        allowed: /^(?!\d+$)(?=.{2,60}$)[\p{L}\p{M}][\p{L}\p{M} .·'’,-]*$/u,
        sure: /^[\p{Script=Han}·]{2,12}$|^[\p{Lu}][\p{L}'’.-]*(?: [\p{Lu}][\p{L}'’.-]*){1,3}$/u,
      },
    ],
    [
      'location.address',
      {
        allowed: /^(?=.*[\p{L}])[^@{}<>]{4,300}$/u,
        sure: /[省市区县镇乡村路街道号栋单元室弄巷]|\b(?:street|st|road|rd|avenue|ave|lane|drive|blvd)\b/iu,
      },
    ],
    [
      'person.gender',
      {
        allowed: /^(?:男|女|男性|女性|未知|M|F|male|female|man|woman|[12])$/i,
        sure: /^(?:男|女|男性|女性|male|female)$/i,
      },
    ],
    ['person.ethnicity', { allowed: /^[\p{L} ]{1,30}$/u, sure: /族$/ }],
    ['person.nationality', { allowed: /^[\p{L} ]{2,40}$/u }],
    ['person.religion', { allowed: /^[\p{L} ]{2,40}$/u }],
    ['person.political', { allowed: /^[\p{L} ]{2,40}$/u, sure: /党员|团员|群众|无党派|民主党派/ }],
    [
      'person.marital_status',
      { allowed: /^[\p{L} ]{1,30}$/u, sure: /婚|单身|离异|丧偶|married|single|divorced|widowed/i },
    ],
    ['person.username', { allowed: /^[^\s]{2,64}$/u }],
    [
      'person.birth_date',
      {
        allowed:
          /^\d{2,4}[-/.年]?\d{1,2}[-/.月]?\d{1,4}日?(?:[T ].*)?$|^\d{1,2}[-/. ][A-Za-z]{3,9}[-/. ]\d{2,4}$|^[A-Za-z]{3,9} \d{1,2},? \d{4}$/,
        sure: /(?:19|20)\d{2}/,
      },
    ],
    [
      'location.geo',
      { allowed: /^-?\d{1,3}(?:\.\d+)?(?:[,; ]+-?\d{1,3}(?:\.\d+)?)?$/, sure: /\.\d{3,}/ },
    ],
    ['health.diagnosis', { allowed: /^.{2,500}$/s }],
    ['health.drug', { allowed: /^.{2,500}$/s }],
    ['finance.amount', { allowed: /^[¥￥$€£]?\s?-?[\d,]+(?:\.\d+)?(?:元|万元|万)?$/ }],
    ['org.name', { allowed: /^\D.{1,100}$/s }],
  ]);

/** Looks at the whole of a field's value in the light of its name. */
export function findFieldValue(scan: Scan): void {
  const { field, view } = scan;
  if (field === undefined || field.topics.length === 0) return;
  let start = 0;
  let end = view.length;
  while (start < end && isSpace(view.at(start))) start += 1;
  while (end > start && isSpace(view.at(end - 1))) end -= 1;
  if (end === start || end - start > 500) return;
  const text = view.slice(start, end);
  if (blanks.test(text)) return;
  const topic = field.topics[0]!;
  const reasons: Evidence[] = [{ ...byName, detail: field.words[0]! }];
  const report = (category: CategoryId, more: readonly Evidence[]): void =>
    scan.report({ id: 'field-name', category, topics: [] }, start, end, [...reasons, ...more]);
  if (topic === 'secret.password' || topic === 'secret.generic') {
    const about = /(?:id|name|type|count|length|at|url|expir\w*)$/i.test(field.words[0] ?? '');
    if (!about && text.length >= 4 && text.length <= 256 && !isNothing(text))
      report(topic as CategoryId, [wholeValue]);
    return;
  }
  const shape = shapes.get(topic as CategoryId);
  if (shape !== undefined) {
    if (!shape.allowed.test(text)) return;
    report(
      topic as CategoryId,
      shape.sure?.test(text) === true ? [wholeValue, telling] : [wholeValue],
    );
    return;
  }
  for (const cued of cuedValues.get(topic) ?? []) {
    if (cued.shape.test(text)) {
      report(cued.category, [reason('format', cued.weight, 'shape of the category')]);
      return;
    }
  }
}
