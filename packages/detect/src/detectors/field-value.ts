/**
 * Cells and JSON values whose column or key says what they are, though they have no shape of their own.
 *
 * @module
 */
import type { CategoryId, Evidence } from '@yushu/core';
import { isSpace } from '../engine/characters.ts';
import { type FieldEvidence, reason, type Scan } from '../engine/scan.ts';
import type { TextView } from '../engine/view.ts';
import { noSurname, pairIs, pairOf, surnameTable } from '../lexicon/chinese-names.ts';
import { cuedValues } from '../lexicon/cued-values.ts';
import { openName } from '../lexicon/field-names.ts';
import { isMinorityName } from '../lexicon/minority-names.ts';
import { weighSecret } from './assigned-secret.ts';
import { isNothing, isPlaceholder } from './secret-value.ts';

const byName = reason('field', 3, 'name of the field');
/** More telling than a word at the end of the line before. */
const byColumn = reason('field', 4.4, 'name of the column');
const wholeValue = reason('format', -1.2, 'whole value');
const telling = reason('lexicon', 1, 'value of the category');
const placeholder = reason('negative', -4, 'placeholder');
const dull = reason('negative', -1.6, 'value of many things');
/** Names of people and things: what looks like a name may be one. */
const byOpenName = reason('field', 0.2, 'name of the field');

/** Two to four characters, or more in parts, the first of them a family name. */
const isChineseName = (value: string): boolean =>
  /^[\p{Script=Han}]{2,4}$|^[\p{Script=Han}]{2,8}(?:·[\p{Script=Han}]{1,8}){1,3}$/u.test(value);
/** Two to four words with capitals. */
const isLatinName = (value: string): boolean =>
  /^\p{Lu}[\p{L}'’.-]*(?: \p{Lu}[\p{L}'’.-]*){1,3}$/u.test(value);
/** What ends the name of an organisation or a place, and hardly one of a person. */
const notOfPeople =
  /(?:公司|集团|银行|大学|学院|学校|中学|小学|医院|中心|有限|部门|委员会|事务所|工作室|协会|基金会|园区|小区|社区|街道)$|\b(?:inc|llc|ltd|gmbh|corp|corporation|company|university|college|hospital|bank|department|team|group)\.?$/iu;

/** One word with humps, or parts divided by signs, as names in code are: `DhcpOptionsId`. Not McDonald. */
const identifier = /^\p{L}{3,}\p{Ll}\p{Lu}[\p{L}\d]*$|^[a-z]+(?:[-_.][a-z]+)+$/u;

/** What ends the names of departments, shops and places, and some given names. */
const seldomOfPeople = /[部局厅处组店厂市省县区镇村]$/;

/** Addresses of the web and paths: places, and none of the post. */
const notOfPost = /^(?:[a-z][\w+.-]*:\/\/|\.{0,2}\/|[a-z]:\\)/i;

/** Accounts that every system of a kind has, and nobody in particular. */
const systemAccounts =
  /^(?:root|admin|administrator|sa|system|nobody|guest|anonymous|postgres|mysql|oracle|redis|nginx|www-data|ubuntu|debian|centos|ec2-user|git|node|daemon|bin|deploy|jenkins|service|default|test|user|username|me|self|all|any|\$.*|%.*|\{.*)$/i;

/** Before the credentials of an Authorization header (RFC 9110 section 11.4). */
const authScheme = /^(?:basic|bearer|token|apikey|api-key|key) +/i;

/** Texts that say that there is no value. */
const blanks =
  /^(?:|-+|—+|无|暂无|未知|不详|没有|空|null|none|n\/?a|nil|undefined|unknown|tbd|0|\*+|x+|#N\/A|\[.*\]|ysk1\..*)$/i;

/** The shape that the values of a category must have at least, and the one that makes it sure. */
interface FieldShape {
  readonly allowed: RegExp;
  readonly sure?: RegExp;
}

let shapes: ReadonlyMap<string, FieldShape> | undefined;

/** The shape of a category, where it has one. Made when the first field is read: classes of Unicode take long to compile. */
function shapeOf(category: string): FieldShape | undefined {
  shapes ??= new Map<CategoryId, FieldShape>([
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
        allowed: new RegExp(`^(?!${notOfPost.source.slice(1)})(?=.*\\p{L})[^@{}<>]{4,300}$`, 'iu'),
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
    [
      'person.political',
      {
        allowed: /^[\p{L} ]{2,40}$/u,
        sure: /党员|团员|群众|无党派|民主党派|^(?:民[革盟建进]|农工党|致公党|台盟|九三学社)/,
      },
    ],
    [
      'person.marital_status',
      { allowed: /^[\p{L} ]{1,30}$/u, sure: /婚|单身|离异|丧偶|married|single|divorced|widowed/i },
    ],
    ['person.username', { allowed: new RegExp(`(?!${systemAccounts.source})^\\S{2,64}$`, 'iu') }],
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
    [
      'network.domain',
      { allowed: /^(?=.{4,253}$)(?:[a-z\d_](?:[a-z\d_-]{0,61}[a-z\d])?\.)+[a-z]{2,63}$/i },
    ],
    ['health.diagnosis', { allowed: /^.{2,500}$/s }],
    ['health.drug', { allowed: /^.{2,500}$/s }],
    ['finance.amount', { allowed: /^[¥￥$€£]?\s?-?[\d,]+(?:\.\d+)?(?:元|万元|万)?$/ }],
    ['org.name', { allowed: /^\D.{1,100}$/s }],
  ]);
  return shapes.get(category);
}

/** Topics of columns that are told by other means, or whose values are anything. */
const untold =
  /^(?:secret\.generic$|not\.|org\.name$|finance\.amount$|person\.username$|network\.|date$)/;
/** A word for which a table has a place though no value. */
const cellBlanks = /^(?:待定|待补|同上|合计|总计|小计|null|true|false)$/i;
/** What a whole cell that has the form of its column is preferred by to a part of it. */
const wholeCell = reason('format', 3.4, 'whole cell of a column');

/**
 * Looks at a cell of a table within a text in the light of the name of its column. What has no shape is reported only where it
 * looks as values of the category do.
 */
export function findCell(scan: Scan, field: FieldEvidence, from: number, to: number): void {
  const { view } = scan;
  const topic = field.topics[0]!;
  if (to - from < 1 || to - from > 200 || untold.test(topic)) return;
  const text = view.slice(from, to);
  if (blanks.test(text) || cellBlanks.test(text)) return;
  if (topic === 'person.name') {
    if (isPersonName(view, text, from))
      scan.report({ id: 'field-name', category: topic, topics: [] }, from, to, [
        { ...byName, detail: field.words[0]! },
        wholeValue,
        telling,
      ]);
    return;
  }
  if (topic === 'secret.password' && !(/\d/.test(text) && /[A-Za-z]/.test(text))) return;
  const shape = shapeOf(topic);
  if (shape?.sure?.test(text) === false) return;
  if (topic === 'location.address') {
    if (!shape!.allowed.test(text) || !/[\d一二三四五六七八九十]/.test(text)) return;
    scan.report({ id: 'field-name', category: topic, topics: [] }, from, to, [
      { ...byName, detail: field.words[0]! },
      wholeCell,
    ]);
    return;
  }
  const cued = cuedValues.get(topic);
  if (shape !== undefined || cued === undefined) {
    weighValue(scan, field, from, to, text);
    return;
  }
  for (const { category, shape, weight } of cued) {
    if (!shape.test(text)) continue;
    scan.report({ id: 'field-name', category, topics: [] }, from, to, [
      { ...byColumn, detail: field.words[0]! },
      reason('format', weight, 'shape of the category'),
    ]);
    return;
  }
}

/** Whether a cell of a column of persons holds the name of one. */
function isPersonName(view: TextView, text: string, from: number): boolean {
  if (notOfPeople.test(text) || seldomOfPeople.test(text)) return false;
  if (isLatinName(text)) return true;
  if (!isChineseName(text)) return false;
  if (text.includes('·') || isMinorityName(view, from, from + text.length)) return true;
  const { codes } = view;
  if (surnameTable[codes[from]!]! <= noSurname) return false;
  // 产品, 高层: two characters that are a common word are none.
  return text.length > 2 || (pairOf(codes[from]!, codes[from + 1]!) & pairIs.commonness) < 2;
}

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
  weighValue(scan, field, start, end, text);
}

/** Looks at `text`, all that a field holds. */
function weighValue(
  scan: Scan,
  field: FieldEvidence,
  start: number,
  end: number,
  text: string,
): void {
  const topic = field.topics[0]!;
  const reasons: Evidence[] = [{ ...byName, detail: field.words[0]! }];
  const report = (category: CategoryId, more: readonly Evidence[]): void =>
    scan.report({ id: 'field-name', category, topics: [] }, start, end, [...reasons, ...more]);
  if (topic === openName) {
    const isName = isChineseName(text)
      ? surnameTable[text.charCodeAt(0)]! > noSurname
      : isLatinName(text);
    if (isName && !notOfPeople.test(text) && !seldomOfPeople.test(text))
      scan.report({ id: 'field-name', category: 'person.name', topics: [] }, start, end, [
        { ...byOpenName, detail: field.words[0]! },
      ]);
    return;
  }
  if (topic === 'secret.password') {
    if (text.length < 4 || text.length > 256 || isNothing(text)) return;
    report(topic, isPlaceholder(text) ? [wholeValue, placeholder] : [wholeValue]);
    return;
  }
  if (topic === 'secret.generic') {
    const scheme = authScheme.exec(text)?.[0].length ?? 0;
    const value = text.slice(scheme);
    const told = value.length < 8 || value.length > 512 ? undefined : weighSecret(value, 1, '');
    if (told !== undefined)
      scan.report({ id: 'field-name', category: topic, topics: [] }, start + scheme, end, [
        reason('field', 0.4, field.words[0]!),
        ...told,
      ]);
    return;
  }
  const shape = shapeOf(topic);
  if (shape !== undefined) {
    if (!shape.allowed.test(text)) return;
    if (topic === 'person.name' && (notOfPeople.test(text) || identifier.test(text))) return;
    const isSure = shape.sure?.test(text) === true;
    // A location may be any place, of data too.
    if (field.words[0] === 'location' && !isSure) report(topic as CategoryId, [wholeValue, dull]);
    else report(topic as CategoryId, isSure ? [wholeValue, telling] : [wholeValue]);
    return;
  }
  for (const cued of cuedValues.get(topic) ?? []) {
    if (cued.shape.test(text)) {
      report(cued.category, [reason('format', cued.weight, 'shape of the category')]);
      return;
    }
  }
}
