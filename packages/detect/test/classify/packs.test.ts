import {
  type CategoryId,
  describeCategory,
  isDataSecurityError,
  listCategories,
} from '@yushu/core';
import {
  type ClassificationPack,
  classifyTable,
  findPackProblems,
  gbt35273,
  gbt43697,
  gbt45574,
  gradeCategory,
  gradeTable,
  jrt0197,
  parsePack,
  type TableClassification,
} from '@yushu/detect/classify';
import { describe, expect, test } from 'vitest';

const packs = [gbt43697, jrt0197, gbt35273, gbt45574];
const families: readonly CategoryId[] = [
  'id.national.de',
  'id.tax.de',
  'id.health.ca',
  'id.driver.us',
  'secret.acme.key',
];

/** A table whose columns are what they are said to be. */
function table(
  categories: readonly (CategoryId | undefined)[],
  rows = 100,
  contains: readonly CategoryId[] = [],
): TableClassification {
  const cells = { share: 1, low: 0.9, high: 1 };
  return {
    name: 't',
    rows,
    complete: true,
    skippedColumns: 0,
    columns: categories.map((category, at) => ({
      name: `c${at}`,
      key: `/c${at}`,
      ...(category === undefined ? {} : { category }),
      confidence: 0.99,
      matching: cells,
      evidence: [],
      alternatives: [],
      contains: contains.map((one) => ({ category: one, cells })),
      kind: 'words',
      sampled: 20,
      filled: 100,
      blank: 0,
      distinct: 100,
      length: { min: 1, max: 9, mean: 5 },
    })),
  };
}

describe.each(packs.map((pack) => [pack.id, pack] as const))('%s', (_, pack) => {
  test('is valid, and every category has a grade with a source', () => {
    expect(findPackProblems(pack)).toEqual([]);
    for (const id of [...listCategories().map((one) => one.id), ...families]) {
      const { class: className, grade, basis } = gradeCategory(id, pack);
      expect(
        pack.classes.some((one) => one.id === className),
        id,
      ).toBe(true);
      expect(
        pack.grades.some((one) => one.id === grade),
        id,
      ).toBe(true);
      expect(basis, id).toBeDefined();
      // By a mapping of its own, not by the rest.
      expect(gradeCategory(id, pack).category, id).not.toBe('*');
    }
  });

  test('every mapping and source is of use', () => {
    const ids = [...listCategories().map((one) => one.id), ...families];
    const used = new Set(ids.map((id) => gradeCategory(id, pack).category));
    expect(pack.mappings.map((one) => one.category).filter((one) => !used.has(one))).toEqual([]);
    const named = new Set(
      [...pack.mappings, ...pack.rules, pack.otherwise].map((one) => one.source),
    );
    expect(pack.sources.map((one) => one.id).filter((one) => !named.has(one))).toEqual([]);
  });

  test('only what was read is called verified', () => {
    const verified = pack.sources
      .filter((one) => one.confidence === 'verified')
      .map((one) => one.document);
    expect(
      verified.every((one) =>
        ['中华人民共和国个人信息保护法', '网络数据安全管理条例'].includes(one),
      ),
    ).toBe(true);
  });

  test('nothing above general data is given without a notice or a person to decide', () => {
    for (const { id } of listCategories())
      expect(['important', 'core']).not.toContain(gradeCategory(id, pack).grade);
  });
});

test('what the Personal Information Protection Law names is sensitive in every pack', () => {
  for (const pack of packs) {
    for (const id of [
      'person.religion',
      'health.diagnosis',
      'finance.card',
      'finance.account',
    ] as const) {
      expect(gradeCategory(id, pack).sensitive, `${pack.id} ${id}`).toBe(true);
    }
  }
});

test('general data is graded no lower than half of the levels of policies', () => {
  for (const { id } of listCategories()) {
    const grade = Number(gradeCategory(id, gbt43697).grade);
    const { level } = describeCategory(id);
    expect(Math.abs(grade - Number(level)), id).toBeLessThanOrEqual(1);
  }
});

describe('a table', () => {
  test('has the grade of its highest column, and says which and why', () => {
    const grading = gradeTable(table(['contact.email', 'person.religion', undefined]), gbt43697);
    expect(grading).toMatchObject({ grade: '4', level: 4, unverified: true });
    expect(grading.reasons[0]).toMatchObject({ kind: 'highest', columns: ['c1'], grade: '4' });
    expect(grading.columns.map(({ grade }) => grade)).toEqual(['2', '4', undefined]);
    expect(grading.columns[1]!.reasons[0]).toMatchObject({
      kind: 'mapping',
      rule: 'person.religion',
      basis: { confidence: 'secondary' },
    });
    expect(grading.columns[2]).toMatchObject({ personal: false, reasons: [], unverified: false });
  });

  test('a verified ground is not flagged', () => {
    const { columns } = gradeTable(table(['person.religion']), gbt45574);
    expect(columns[0]).toMatchObject({ grade: 'sensitive', unverified: false });
  });

  test('what stands in text counts as well', () => {
    const { columns } = gradeTable(
      table([undefined], 100, ['contact.phone', 'id.resident.cn']),
      gbt43697,
    );
    expect(columns[0]).toMatchObject({ grade: '4' });
    expect(columns[0]!.reasons.map(({ kind, rule }) => `${kind} ${rule}`)).toEqual([
      'content id.resident.cn',
      'content contact.phone',
    ]);
  });

  test('quasi-identifiers together weigh more than each', () => {
    const three = table(['person.gender', 'person.birth_date', 'location.postcode']);
    const grading = gradeTable(three, gbt43697);
    expect(grading.columns.map(({ grade }) => grade)).toEqual(['2', '2', '2']);
    expect(grading).toMatchObject({ grade: '3' });
    expect(grading.reasons[0]).toMatchObject({ kind: 'combination', rule: 'quasi-identifiers' });
    expect(grading.reasons[0]!.columns).toEqual(['c1', 'c0', 'c2']);
    expect(gradeTable(table(['person.gender', 'person.birth_date']), gbt43697).grade).toBe('2');
  });

  test('volume: at the bound, not below it, and only where there is something personal', () => {
    const rules = (rows: number, category: CategoryId = 'person.name') =>
      gradeTable(table([category], rows), gbt43697)
        .reasons.filter(({ kind }) => kind === 'volume')
        .map(({ rule }) => rule);
    expect(rules(999_999)).toEqual([]);
    expect(rules(1_000_000)).toEqual(['one-million-abroad']);
    expect(rules(9_999_999)).not.toContain('ten-million-persons');
    expect(rules(10_000_000)).toContain('ten-million-persons');
    expect(rules(10_000_000, 'org.name')).toEqual([]);
    expect(rules(9_999, 'health.diagnosis')).toEqual([]);
    expect(rules(10_000, 'health.diagnosis')).toEqual(['ten-thousand-sensitive-abroad']);
  });

  test('without anything sensitive has no grade', () => {
    const grading = gradeTable(classifyTable([{ n: 1 }, { n: 2 }]), gbt43697);
    expect(grading.grade).toBeUndefined();
    expect(grading).toMatchObject({ reasons: [], unverified: false });
  });
});

describe('a pack of your own', () => {
  const copy = (): Record<string, unknown> =>
    JSON.parse(JSON.stringify(gbt43697)) as Record<string, unknown>;
  const set = (path: string, value: unknown): unknown => {
    const pack = copy();
    const names = path.split('/').slice(1);
    const last = names.pop()!;
    let place: Record<string, unknown> = pack;
    for (const name of names) place = place[name] as Record<string, unknown>;
    if (value === undefined) delete place[last];
    else place[last] = value;
    return pack;
  };

  test.each([
    ['/standard', undefined],
    ['/title/zh', 7],
    ['/colour', 'red'],
    ['/grades', []],
    ['/grades/1/level', 9],
    ['/grades/2/level', 1],
    ['/grades/1/id', '1'],
    ['/classes/0/en', ''],
    ['/sources/0/confidence', 'sure'],
    ['/mappings/3/grade', '7'],
    ['/mappings/3/class', undefined],
    ['/mappings/3/source', 'nowhere'],
    ['/mappings/3/category', 'id.(.*)'],
    ['/mappings/3/sensitive', 'yes'],
    ['/otherwise/grade', '0'],
    ['/rules/0/kind', 'lowest'],
    ['/rules/1/atLeast', 99],
    ['/rules/1/groups/0/0', ''],
    ['/rules/1/effect/grade', 'high'],
    ['/rules/3/rows', 0],
    ['/rules/3/of', 'all'],
  ])('%s: says where', (path, value) => {
    const problems = findPackProblems(set(path, value));
    expect(problems.map((one) => one.path)).toContain(path);
  });

  test.each([null, [], 'text', 5])('%j is none', (value) => {
    expect(findPackProblems(value)).toHaveLength(1);
  });

  test('is refused with its problems', () => {
    try {
      parsePack(set('/mappings/3/grade', '7'));
      expect.unreachable();
    } catch (error) {
      if (!isDataSecurityError(error, 'ERR_DETECT_PACK')) throw error;
      expect(error.message).toContain(
        '/mappings/3/grade: must be one of 1, 2, 3, 4, important, core',
      );
      expect(error.details['problems']).toHaveLength(1);
    }
  });

  test('that is valid is taken as it is', () => {
    const pack: ClassificationPack = parsePack(copy());
    expect(gradeCategory('contact.phone', pack)).toEqual(gradeCategory('contact.phone', gbt43697));
  });
});
