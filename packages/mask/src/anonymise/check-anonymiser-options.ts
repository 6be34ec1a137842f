import { optionError } from '../check-options.ts';
import type { AnonymiserOptions } from './create-anonymiser.ts';
import type { PrivacyModel } from './models/privacy-model.ts';

const maxColumns = 32;

/**
 * Checks what can be checked before any row is there.
 *
 * @throws {DataSecurityError} `ERR_MASK_OPTIONS`.
 */
export function checkAnonymiserOptions(options: AnonymiserOptions): void {
  const { quasiIdentifiers, models } = options ?? {};
  const names =
    typeof quasiIdentifiers === 'object' && quasiIdentifiers !== null
      ? Object.keys(quasiIdentifiers)
      : [];
  if (names.length === 0 || names.length > maxColumns) {
    throw optionError('quasiIdentifiers', `1 to ${maxColumns} columns with a hierarchy each`);
  }
  if (!Array.isArray(models) || models.length === 0) {
    throw optionError('models', 'at least one, such as { model: "k-anonymity", k: 5 }');
  }
  for (const model of models as readonly PrivacyModel[]) {
    if (typeof model !== 'object' || model === null) throw optionError('models', 'objects');
    if ('column' in model && names.includes(model.column)) {
      throw optionError('models', 'sensitive columns that are no quasi-identifiers');
    }
    if ('column' in model && typeof model.column !== 'string') {
      throw optionError('column', 'the name of the sensitive column');
    }
  }
  const { suppressionLimit = 0, levels = {} } = options;
  for (const [name, range] of Object.entries(levels)) {
    if (!names.includes(name) || !Array.isArray(range) || range.length !== 2) {
      throw optionError('levels', 'quasi-identifiers, each with its lowest and highest level');
    }
  }
  if (typeof suppressionLimit !== 'number' || !(suppressionLimit >= 0 && suppressionLimit <= 1)) {
    throw optionError('suppressionLimit', 'a number from 0 to 1');
  }
  checkLocalRecoding(options);
  checkDifferentialPrivacy(options);
}

const localModels: readonly PrivacyModel['model'][] = [
  'k-anonymity',
  'distinct-l-diversity',
  'entropy-l-diversity',
  'recursive-cl-diversity',
  't-closeness',
  'beta-likeness',
  'delta-disclosure',
];

function checkLocalRecoding({ localRecoding, models, metric }: AnonymiserOptions): void {
  if (localRecoding !== true) return;
  const isLocal = (model: PrivacyModel) =>
    localModels.includes(model.model) || (model.model === 'k-map' && model.estimate !== undefined);
  if (!models.every(isLocal) || (metric ?? { metric: 'loss' }).metric !== 'loss') {
    throw optionError('localRecoding', 'the metric loss and models of one class at a time');
  }
}

/** What is chosen by the data tells of the data: there may be nothing to choose. */
function checkDifferentialPrivacy(options: AnonymiserOptions): void {
  const { models, quasiIdentifiers, levels = {}, localRecoding } = options;
  if (!models.some(({ model }) => model === 'differential-privacy')) return;
  if (models.length > 1 || localRecoding === true) {
    throw optionError('models', 'differential-privacy alone, without local recoding');
  }
  for (const [name, hierarchy] of Object.entries(quasiIdentifiers)) {
    const range = levels[name];
    if (hierarchy === 'auto' || range === undefined || range[0] !== range[1]) {
      throw optionError('levels', 'one level for each column, and hierarchies that are not auto');
    }
  }
}
