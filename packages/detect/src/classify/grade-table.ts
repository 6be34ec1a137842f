import { type CategoryId, compileCategoryPattern, type Level } from '@yushu/core';
import type { ColumnClassification } from './classify-column.ts';
import type { TableClassification } from './classify-table.ts';
import type {
  ClassificationPack,
  PackConfidence,
  PackMapping,
  PackRule,
  PackSource,
  PackText,
} from './pack.ts';

/** Why a column or table has its grade. */
export interface GradeReason {
  /** `mapping` of a category; `content` found within text; `highest`, `volume` and `combination` are rules over the table. */
  readonly kind: 'mapping' | 'content' | 'highest' | 'volume' | 'combination';
  /** The category of a mapping, or the id of the rule. */
  readonly rule: string;
  /** The grade that it asks for at least; absent where it only says something. */
  readonly grade?: string;
  /** The columns that it speaks of. */
  readonly columns: readonly string[];
  readonly notice?: PackText;
  /** Where it comes from and how sure that is. */
  readonly basis: PackSource;
}

/** Class and grade of a column under a pack. */
export interface ColumnGrade {
  readonly name: string;
  readonly key: string;
  /** Absent where the column holds nothing sensitive that is known. */
  readonly class?: string;
  readonly grade?: string;
  readonly level?: Level;
  readonly personal: boolean;
  readonly sensitive: boolean;
  readonly reasons: readonly GradeReason[];
  /** Whether what decided was not read in the standard or statute itself. */
  readonly unverified: boolean;
}

/** Grades of a table under a pack. */
export interface TableGrading {
  readonly pack: string;
  readonly standard: string;
  readonly grade?: string;
  readonly level?: Level;
  readonly columns: readonly ColumnGrade[];
  /** What decided, then what else applies. */
  readonly reasons: readonly GradeReason[];
  readonly unverified: boolean;
}

const rank: Readonly<Record<PackConfidence, number>> = { verified: 0, secondary: 1, assumption: 2 };

/** A pack, ready to grade. */
class Grader {
  private readonly pack: ClassificationPack;
  private readonly sources: ReadonlyMap<string, PackSource>;
  private readonly tests: readonly (readonly [(id: string) => boolean, PackMapping])[];
  private readonly ranks: ReadonlyMap<string, number>;

  constructor(pack: ClassificationPack) {
    this.pack = pack;
    this.sources = new Map(pack.sources.map((source) => [source.id, source]));
    this.tests = pack.mappings.map((mapping) => [
      compileCategoryPattern(mapping.category),
      mapping,
    ]);
    this.ranks = new Map(pack.grades.map(({ id }, at) => [id, at]));
  }

  mappingOf(category: CategoryId): PackMapping {
    const found = this.tests.find(([test]) => test(category))?.[1];
    return found ?? { category: '*', ...this.pack.otherwise };
  }

  gradeColumn(column: ColumnClassification): ColumnGrade {
    const { name, key, category, contains } = column;
    const held: readonly (readonly [CategoryId, 'mapping' | 'content'])[] = [
      ...(category === undefined ? [] : [[category, 'mapping'] as const]),
      ...contains.map((one) => [one.category, 'content'] as const),
    ];
    const graded = held.map(([id, kind]) => {
      const mapping = this.mappingOf(id);
      const reason: GradeReason = {
        kind,
        rule: id,
        grade: mapping.grade,
        columns: [name],
        ...(mapping.note === undefined ? {} : { notice: mapping.note }),
        basis: this.sourceOf(mapping.source),
      };
      return { mapping, reason };
    });
    // The first of the highest decides: what the column is goes before what stands in it.
    let best = graded[0];
    for (const one of graded) {
      if (best !== undefined && this.rankOf(one.mapping.grade) > this.rankOf(best.mapping.grade))
        best = one;
    }
    return {
      name,
      key,
      ...(best === undefined
        ? {}
        : { class: best.mapping.class, ...this.levelOf(best.mapping.grade) }),
      personal: graded.some(({ mapping }) => mapping.personal !== false),
      sensitive: graded.some(({ mapping }) => mapping.sensitive === true),
      reasons:
        best === undefined
          ? []
          : [best.reason, ...graded.filter((one) => one !== best).map(({ reason }) => reason)],
      unverified: best !== undefined && best.reason.basis.confidence !== 'verified',
    };
  }

  gradeTable(table: TableClassification): TableGrading {
    const columns = table.columns.map((column) => this.gradeColumn(column));
    const reasons = this.pack.rules
      .map((rule) => this.apply(rule, table, columns))
      .filter((reason) => reason !== undefined);
    const raising = reasons.filter(({ grade }) => grade !== undefined);
    const top = Math.max(-1, ...raising.map(({ grade }) => this.rankOf(grade!)));
    // Of rules that ask for the same, the surest decides.
    const deciding = raising
      .filter(({ grade }) => this.rankOf(grade!) === top)
      .sort((a, b) => rank[a.basis.confidence] - rank[b.basis.confidence]);
    const { id, standard } = this.pack;
    const first = deciding[0];
    // The grade of a table is no surer than that of the column that it comes from.
    const isSure =
      first !== undefined &&
      first.basis.confidence === 'verified' &&
      columns.some(({ grade, unverified }) => grade === first.grade && !unverified);
    return {
      pack: id,
      standard,
      ...(first === undefined ? {} : this.levelOf(first.grade!)),
      columns,
      reasons: [...deciding, ...reasons.filter((one) => !deciding.includes(one))],
      unverified: first !== undefined && !isSure,
    };
  }

  private apply(
    rule: PackRule,
    table: TableClassification,
    columns: readonly ColumnGrade[],
  ): GradeReason | undefined {
    const basis = this.sourceOf(rule.source);
    if (rule.kind === 'highest') {
      const graded = columns.filter(({ grade }) => grade !== undefined);
      const top = Math.max(-1, ...graded.map(({ grade }) => this.rankOf(grade!)));
      if (top < 0) return undefined;
      const highest = graded.filter(({ grade }) => this.rankOf(grade!) === top);
      return {
        kind: 'highest',
        rule: rule.id,
        grade: this.pack.grades[top]!.id,
        columns: highest.map(({ name }) => name),
        basis,
      };
    }
    const { grade, notice } = rule.effect;
    const effect = {
      ...(grade === undefined ? {} : { grade }),
      ...(notice === undefined ? {} : { notice }),
    };
    if (rule.kind === 'volume') {
      const counted = columns.filter((column) => column[rule.of]);
      if (counted.length === 0 || table.rows < rule.rows) return undefined;
      const names = counted.map(({ name }) => name);
      return { kind: 'volume', rule: rule.id, ...effect, columns: names, basis };
    }
    const names = new Set<string>();
    let groups = 0;
    for (const group of rule.groups) {
      const tests = group.map(compileCategoryPattern);
      const holding = table.columns.filter(({ category, contains }) =>
        tests.some(
          (test) =>
            (category !== undefined && test(category)) ||
            contains.some((one) => test(one.category)),
        ),
      );
      if (holding.length > 0) groups += 1;
      for (const { name } of holding) names.add(name);
    }
    if (groups < rule.atLeast) return undefined;
    return { kind: 'combination', rule: rule.id, ...effect, columns: [...names], basis };
  }

  private rankOf(grade: string): number {
    return this.ranks.get(grade) ?? -1;
  }

  private levelOf(grade: string): { grade: string; level: Level } {
    return { grade, level: this.pack.grades[this.rankOf(grade)]!.level };
  }

  private sourceOf(id: string): PackSource {
    return this.sources.get(id)!;
  }
}

const graders = new WeakMap<ClassificationPack, Grader>();

function graderOf(pack: ClassificationPack): Grader {
  let grader = graders.get(pack);
  if (grader === undefined) {
    grader = new Grader(pack);
    graders.set(pack, grader);
  }
  return grader;
}

/**
 * Grades a classified table under a pack: each column by its category and by what stands in its text, the table by the pack's
 * rules (the highest column, volume, combinations). Every grade comes with its reasons and their sources; what was not read in the
 * standard itself is flagged `unverified`.
 *
 * @example
 * ```ts
 * import { classifyTable, gbt43697, gradeTable } from '@yushu/detect/classify';
 *
 * const rows = Array.from({ length: 40 }, (_, row) => ({ 邮箱: `user${row}@example.com` }));
 * const grading = gradeTable(classifyTable(rows), gbt43697);
 * console.log(grading.grade, grading.unverified, grading.columns[0]?.reasons[0]?.basis.clause); // 2 true 附录 H（资料性）
 * ```
 */
export function gradeTable(table: TableClassification, pack: ClassificationPack): TableGrading {
  return graderOf(pack).gradeTable(table);
}

/**
 * Class and grade of a category under a pack, with where they come from.
 *
 * @example
 * ```ts
 * import { gbt45574, gradeCategory } from '@yushu/detect/classify';
 *
 * const { grade, basis } = gradeCategory('person.religion', gbt45574);
 * console.log(grade, basis.confidence, basis.clause); // sensitive verified 第二十八条
 * ```
 */
export function gradeCategory(
  category: CategoryId,
  pack: ClassificationPack,
): PackMapping & { readonly basis: PackSource } {
  const mapping = graderOf(pack).mappingOf(category);
  return { ...mapping, basis: pack.sources.find(({ id }) => id === mapping.source)! };
}
