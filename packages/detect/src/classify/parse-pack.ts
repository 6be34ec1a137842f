import { appendPointer, DataSecurityError, levels } from '@yushu/core';
import type { ClassificationPack } from './pack.ts';

/** What is wrong in a pack, and where. */
export interface PackProblem {
  /** JSON Pointer into the pack. */
  readonly path: string;
  readonly message: string;
}

/** So many problems are collected. */
const maxProblems = 50;

type Members = Readonly<Record<string, unknown>>;

const isMembers = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Checks a pack member by member, and goes on after a problem. */
class PackCheck {
  readonly problems: PackProblem[] = [];

  report(path: string, message: string): void {
    if (this.problems.length < maxProblems) this.problems.push({ path, message });
  }

  members(value: unknown, path: string, known: readonly string[]): Members {
    if (!isMembers(value)) {
      this.report(path, 'must be an object');
      return {};
    }
    for (const name of Object.keys(value)) {
      if (!known.includes(name)) {
        this.report(appendPointer(path, name), `is not known; known are ${known.join(', ')}`);
      }
    }
    return value;
  }

  text(members: Members, name: string, path: string, isOptional = false): string {
    const value = members[name];
    if (value === undefined && isOptional) return '';
    if (typeof value === 'string' && value !== '' && value.length <= 2000) return value;
    this.report(appendPointer(path, name), 'must be a text of 1 to 2,000 characters');
    return '';
  }

  bilingual(value: unknown, path: string): void {
    const members = this.members(value, path, ['zh', 'en']);
    this.text(members, 'zh', path);
    this.text(members, 'en', path);
  }

  list(members: Members, name: string, path: string, least = 0): readonly unknown[] {
    const value = members[name];
    const place = appendPointer(path, name);
    if (!Array.isArray(value)) this.report(place, 'must be a list');
    else if (value.length < least) this.report(place, `must hold ${least} or more`);
    else if (value.length > 10_000) this.report(place, 'must hold 10,000 or fewer');
    else return value as unknown[];
    return [];
  }

  /** Ids of a list; each must be there once. */
  ids(list: readonly unknown[], path: string): Set<string> {
    const ids = new Set<string>();
    for (const [index, item] of list.entries()) {
      const id = isMembers(item) ? item['id'] : undefined;
      if (typeof id !== 'string' || id === '') continue;
      if (ids.has(id)) this.report(`${path}/${index}/id`, 'is there twice');
      ids.add(id);
    }
    return ids;
  }

  /** A text that must be one of the ids. */
  reference(members: Members, name: string, path: string, ids: ReadonlySet<string>): void {
    const value = members[name];
    if (typeof value === 'string' && ids.has(value)) return;
    this.report(
      appendPointer(path, name),
      `must be one of ${[...ids].slice(0, 20).join(', ') || '(none is defined)'}`,
    );
  }

  flag(members: Members, name: string, path: string): void {
    const value = members[name];
    if (value !== undefined && typeof value !== 'boolean')
      this.report(appendPointer(path, name), 'must be true or false');
  }
}

interface Known {
  readonly grades: ReadonlySet<string>;
  readonly classes: ReadonlySet<string>;
  readonly sources: ReadonlySet<string>;
}

const patternShape = /^(?:\*|[a-z0-9_]+(?:\.(?:[a-z0-9_]+|\*))*)$/;

function checkPattern(check: PackCheck, value: unknown, path: string): void {
  if (typeof value !== 'string' || !patternShape.test(value) || value.length > 120) {
    check.report(path, 'must be a pattern of categories, such as id.* or contact.phone');
  }
}

const mappingMembers = ['class', 'grade', 'personal', 'sensitive', 'source', 'note'];

function checkMapping(check: PackCheck, members: Members, path: string, known: Known): void {
  check.reference(members, 'class', path, known.classes);
  check.reference(members, 'grade', path, known.grades);
  check.reference(members, 'source', path, known.sources);
  check.flag(members, 'personal', path);
  check.flag(members, 'sensitive', path);
  if (members['note'] !== undefined) check.bilingual(members['note'], `${path}/note`);
}

const ruleMembers: Readonly<Record<string, readonly string[]>> = {
  highest: ['id', 'kind', 'source'],
  volume: ['id', 'kind', 'of', 'rows', 'effect', 'source'],
  combination: ['id', 'kind', 'groups', 'atLeast', 'effect', 'source'],
};

function checkRule(check: PackCheck, value: unknown, path: string, known: Known): void {
  const kind = isMembers(value) ? String(value['kind']) : '';
  if (!Object.hasOwn(ruleMembers, kind)) {
    check.report(
      isMembers(value) ? `${path}/kind` : path,
      'must be highest, volume or combination',
    );
    return;
  }
  const members = check.members(value, path, ruleMembers[kind]!);
  check.text(members, 'id', path);
  check.reference(members, 'source', path, known.sources);
  if (kind === 'highest') return;
  const effect = check.members(members['effect'], `${path}/effect`, ['grade', 'notice']);
  if (effect['grade'] !== undefined)
    check.reference(effect, 'grade', `${path}/effect`, known.grades);
  if (effect['notice'] !== undefined) check.bilingual(effect['notice'], `${path}/effect/notice`);
  if (effect['grade'] === undefined && effect['notice'] === undefined)
    check.report(`${path}/effect`, 'must have a grade or a notice');
  if (kind === 'volume') {
    if (members['of'] !== 'personal' && members['of'] !== 'sensitive')
      check.report(`${path}/of`, 'must be personal or sensitive');
    if (!Number.isSafeInteger(members['rows']) || (members['rows'] as number) < 1)
      check.report(`${path}/rows`, 'must be a whole number of 1 or more');
    return;
  }
  const groups = check.list(members, 'groups', path, 1);
  for (const [at, group] of groups.entries()) {
    if (!Array.isArray(group) || group.length === 0) {
      check.report(`${path}/groups/${at}`, 'must be a list of patterns');
      continue;
    }
    for (const [index, pattern] of group.entries())
      checkPattern(check, pattern, `${path}/groups/${at}/${index}`);
  }
  const { atLeast } = members;
  if (
    !Number.isSafeInteger(atLeast) ||
    (atLeast as number) < 1 ||
    (atLeast as number) > groups.length
  )
    check.report(`${path}/atLeast`, 'must be a whole number from 1 to the number of groups');
}

/**
 * What is wrong in a pack of your own, each with its place; empty where nothing is. At most 50 are told.
 *
 * @example
 * ```ts
 * import { findPackProblems } from '@yushu/detect/classify';
 *
 * console.log(findPackProblems({ id: 'own' })[0]); // { path: '/standard', message: 'must be a text of 1 to 2,000 characters' }
 * ```
 */
export function findPackProblems(value: unknown): readonly PackProblem[] {
  const check = new PackCheck();
  const pack = check.members(value, '', [
    'id',
    'standard',
    'title',
    'published',
    'effective',
    'grades',
    'classes',
    'sources',
    'mappings',
    'otherwise',
    'rules',
  ]);
  if (!isMembers(value)) return check.problems;
  check.text(pack, 'id', '');
  check.text(pack, 'standard', '');
  check.bilingual(pack['title'], '/title');
  check.text(pack, 'published', '', true);
  check.text(pack, 'effective', '', true);

  const grades = check.list(pack, 'grades', '', 1);
  let before = -1;
  for (const [at, grade] of grades.entries()) {
    const path = `/grades/${at}`;
    const members = check.members(grade, path, ['id', 'zh', 'en', 'level']);
    for (const name of ['id', 'zh', 'en']) check.text(members, name, path);
    const level = levels.indexOf(members['level'] as (typeof levels)[number]);
    if (level < 0) check.report(`${path}/level`, `must be one of ${levels.join(', ')}`);
    else if (level < before)
      check.report(
        `${path}/level`,
        'must not be below that of the grade before: grades go from lowest to highest',
      );
    else before = level;
  }
  const classes = check.list(pack, 'classes', '', 1);
  for (const [at, one] of classes.entries()) {
    const members = check.members(one, `/classes/${at}`, ['id', 'zh', 'en']);
    for (const name of ['id', 'zh', 'en']) check.text(members, name, `/classes/${at}`);
  }
  const sources = check.list(pack, 'sources', '', 1);
  for (const [at, source] of sources.entries()) {
    const path = `/sources/${at}`;
    const members = check.members(source, path, ['id', 'document', 'clause', 'confidence', 'note']);
    check.text(members, 'id', path);
    check.text(members, 'document', path);
    check.text(members, 'clause', path, true);
    if (members['note'] !== undefined) check.bilingual(members['note'], `${path}/note`);
    if (!['verified', 'secondary', 'assumption'].includes(String(members['confidence'])))
      check.report(`${path}/confidence`, 'must be verified, secondary or assumption');
  }
  const known: Known = {
    grades: check.ids(grades, '/grades'),
    classes: check.ids(classes, '/classes'),
    sources: check.ids(sources, '/sources'),
  };
  for (const [at, mapping] of check.list(pack, 'mappings', '').entries()) {
    const path = `/mappings/${at}`;
    const members = check.members(mapping, path, ['category', ...mappingMembers]);
    checkPattern(check, members['category'], `${path}/category`);
    checkMapping(check, members, path, known);
  }
  const otherwise = check.members(pack['otherwise'], '/otherwise', mappingMembers);
  checkMapping(check, otherwise, '/otherwise', known);
  const rules = check.list(pack, 'rules', '');
  check.ids(rules, '/rules');
  for (const [at, rule] of rules.entries()) checkRule(check, rule, `/rules/${at}`, known);
  return check.problems;
}

/**
 * Takes a pack of your own as data, such as parsed JSON or YAML.
 *
 * @throws {DataSecurityError} `ERR_DETECT_PACK` where something is wrong in it; `details.problems` lists each as `path: message`.
 *
 * @example
 * ```ts
 * import { gradeCategory, parsePack } from '@yushu/detect/classify';
 *
 * const pack = parsePack({
 *   id: 'own', standard: 'Our rules', title: { zh: '内部规则', en: 'Our rules' },
 *   grades: [{ id: 'C1', zh: '内部', en: 'Internal', level: 2 }, { id: 'C2', zh: '机密', en: 'Secret', level: 4 }],
 *   classes: [{ id: 'customer', zh: '客户', en: 'Customer' }],
 *   sources: [{ id: 'manual', document: 'Manual 7', confidence: 'verified' }],
 *   mappings: [{ category: 'contact.*', class: 'customer', grade: 'C2', source: 'manual' }],
 *   otherwise: { class: 'customer', grade: 'C1', source: 'manual' },
 *   rules: [{ id: 'highest', kind: 'highest', source: 'manual' }],
 * });
 * console.log(gradeCategory('contact.phone', pack).grade); // C2
 * ```
 */
export function parsePack(value: unknown): ClassificationPack {
  const problems = findPackProblems(value);
  const [first] = problems;
  if (first !== undefined) {
    const lines = problems.map(
      ({ path, message }) => `${path === '' ? 'the pack' : path}: ${message}`,
    );
    throw new DataSecurityError(
      'ERR_DETECT_PACK',
      `The classification pack is not valid: ${lines[0]}`,
      {
        hint: 'Mend what is named; the built-in packs are good models.',
        details: { problems: lines },
      },
    );
  }
  return value as ClassificationPack;
}
