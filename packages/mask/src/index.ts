export { createMask, type MaskOptions } from './cover/create-mask.ts';
export { createRedaction, type RedactionOptions } from './cover/create-redaction.ts';
export { createReplacement, type ReplacementOptions } from './cover/create-replacement.ts';
export {
  createFormMask,
  type FormMaskOptions,
  type MaskForm,
  maskFormOf,
  maskForms,
} from './forms/create-form-mask.ts';
export { createPseudonym, type PseudonymOptions } from './pseudonym/create-pseudonym.ts';
