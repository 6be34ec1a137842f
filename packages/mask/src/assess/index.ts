export {
  type AssessOptions,
  assess,
  type ColumnAssessment,
  type MaskFinding,
  type MaskingAssessment,
  type MaskingPolicy,
} from './assess.ts';
export type { AttackResult, KnownHash } from './attack-hashes.ts';
export type { GuessDomain } from './guess-domain.ts';
