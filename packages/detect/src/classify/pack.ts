/**
 * Classification packs: how a standard sorts and grades categories, as data. Each mapping and rule says where it comes from and
 * how sure that is.
 *
 * @module
 */
import type { Level } from '@yushu/core';

/**
 * How sure a statement of a pack is: `verified` where the text of the statute or standard itself was read, `secondary` where
 * somebody else quotes or restates it, `assumption` where this project chose it.
 */
export type PackConfidence = 'verified' | 'secondary' | 'assumption';

/** One text in Chinese and English. */
export interface PackText {
  readonly zh: string;
  readonly en: string;
}

/** Where a statement comes from. */
export interface PackSource {
  readonly id: string;
  /** The document: a standard or statute, or this project. */
  readonly document: string;
  /** Clause, table or annex. */
  readonly clause?: string;
  readonly confidence: PackConfidence;
  /** What the confidence rests on. */
  readonly note?: PackText;
}

/** A grade of the pack. They stand from lowest to highest. */
export interface PackGrade extends PackText {
  readonly id: string;
  /** The level of this project that policies know. */
  readonly level: Level;
}

/** A class of the pack's taxonomy. */
export interface PackClass extends PackText {
  readonly id: string;
}

/** Class and grade of categories. */
export interface PackMapping {
  /** Pattern of category ids, such as `id.*`. The first mapping that matches counts. */
  readonly category: string;
  readonly class: string;
  readonly grade: string;
  /** Whether it is information of a natural person; true unless given. */
  readonly personal?: boolean;
  /** Whether the pack counts it as sensitive personal information. */
  readonly sensitive?: boolean;
  /** Id of the source. */
  readonly source: string;
  readonly note?: PackText;
}

/** What a rule does: raises to a grade at least, or says something. */
export interface PackEffect {
  readonly grade?: string;
  readonly notice?: PackText;
}

/** A rule over the columns of a table. */
export type PackRule =
  | {
      readonly id: string;
      /** The grade of a table is the highest of its columns. */
      readonly kind: 'highest';
      readonly source: string;
    }
  | {
      readonly id: string;
      /** Tables with personal or sensitive columns and at least so many rows. */
      readonly kind: 'volume';
      readonly of: 'personal' | 'sensitive';
      readonly rows: number;
      readonly effect: PackEffect;
      readonly source: string;
    }
  | {
      readonly id: string;
      /** Tables with columns of at least so many of the groups; a group is a list of patterns of which one is enough. */
      readonly kind: 'combination';
      readonly groups: readonly (readonly string[])[];
      readonly atLeast: number;
      readonly effect: PackEffect;
      readonly source: string;
    };

/** A classification pack. */
export interface ClassificationPack {
  readonly id: string;
  readonly title: PackText;
  /** The standard, such as `GB/T 43697-2024`. */
  readonly standard: string;
  /** ISO dates, where they are known. */
  readonly published?: string;
  readonly effective?: string;
  /** From lowest to highest. */
  readonly grades: readonly PackGrade[];
  readonly classes: readonly PackClass[];
  readonly sources: readonly PackSource[];
  readonly mappings: readonly PackMapping[];
  /** For categories that no mapping names. */
  readonly otherwise: Omit<PackMapping, 'category'>;
  readonly rules: readonly PackRule[];
}
