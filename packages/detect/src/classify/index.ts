export { gbt35273, gbt43697, gbt45574, jrt0197 } from '../data/classification-packs.ts';
export type {
  ColumnAlternative,
  ColumnClassification,
  ContainedCategory,
} from './classify-column.ts';
export {
  type ClassifyOptions,
  classifyRows,
  classifyTable,
  createTableClassifier,
  type TableCell,
  type TableClassification,
  type TableClassifier,
} from './classify-table.ts';
export {
  type ColumnGrade,
  type GradeReason,
  gradeCategory,
  gradeTable,
  type TableGrading,
} from './grade-table.ts';
export type {
  ClassificationPack,
  PackClass,
  PackConfidence,
  PackEffect,
  PackGrade,
  PackMapping,
  PackRule,
  PackSource,
  PackText,
} from './pack.ts';
export { findPackProblems, type PackProblem, parsePack } from './parse-pack.ts';
export type { ValueKind } from './value-kind.ts';
export { type ShareInterval, wilsonInterval } from './wilson.ts';
