import { type KeyTemplate, keyTemplates, purposeOfTemplate } from '@yushu/encrypt';

/** Every template that encrypts. */
export const AEAD_TEMPLATES: readonly KeyTemplate[] = keyTemplates.filter(
  (template) => purposeOfTemplate(template) === 'aead',
);
