/**
 * Templates of both profiles, for key files.
 *
 * @module
 */
import { type GmTemplate, gmTemplates, rowOfGmTemplate } from '../gm/gm-key-types.ts';
import {
  type KeyTemplate,
  keyTemplates,
  rowOfTemplate,
  type TemplateRow,
} from '../keyset/key-template.ts';

/** A template of either profile: what keys of a key file are made of. */
export type NamedTemplate = KeyTemplate | GmTemplate;

/** All of them. */
export const namedTemplates: readonly NamedTemplate[] = [...keyTemplates, ...gmTemplates];

const isOfGm = (template: NamedTemplate): template is GmTemplate =>
  (gmTemplates as readonly NamedTemplate[]).includes(template);

/**
 * Type and format of a template.
 *
 * @throws {DataSecurityError} `ERR_ENCRYPT_TEMPLATE` where there is no template of that name.
 */
export function rowOfNamed(template: NamedTemplate): TemplateRow {
  return isOfGm(template) ? rowOfGmTemplate(template) : rowOfTemplate(template);
}
