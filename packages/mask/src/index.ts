export { createMask, type MaskOptions } from './cover/create-mask.ts';
export { createNullOut, type NullOut } from './cover/create-null-out.ts';
export { createPartMask, type PartMaskOptions, type ValuePart } from './cover/create-part-mask.ts';
export { createRedaction, type RedactionOptions } from './cover/create-redaction.ts';
export { createReplacement, type ReplacementOptions } from './cover/create-replacement.ts';
export {
  createFormMask,
  type FormMaskOptions,
  type MaskForm,
  maskFormOf,
  maskForms,
} from './forms/create-form-mask.ts';
export { type BucketOptions, createBucket } from './generalise/create-bucket.ts';
export { createHierarchy, type HierarchyOptions } from './generalise/create-hierarchy.ts';
export { createRounding, type RoundingOptions } from './generalise/create-rounding.ts';
export type { KeyedOptions } from './keyed-random.ts';
export { createPseudonym, type PseudonymOptions } from './pseudonym/create-pseudonym.ts';
export {
  createDateShift,
  type DateShift,
  type DateShiftOptions,
} from './randomise/create-date-shift.ts';
export {
  createDictionaryReplacement,
  type DictionaryReplacementOptions,
} from './randomise/create-dictionary-replacement.ts';
export { createNoise, type NoiseOptions } from './randomise/create-noise.ts';
export { shuffleColumn } from './randomise/shuffle-column.ts';
export {
  createSyntheticReplacement,
  type SyntheticReplacementOptions,
} from './synthetic/create-synthetic-replacement.ts';
export {
  createDeterministicToken,
  type DeterministicToken,
  type DeterministicTokenOptions,
} from './token/create-deterministic-token.ts';
