import type { Rule } from '../rules/rule.ts';
import { kicsResponseRules } from './kics/response-rules.ts';
import { kicsSchemaRules } from './kics/schema-rules.ts';
import { kicsSecurityRules } from './kics/security-rules.ts';

/** The security rules of KICS for OpenAPI, by their keys. */
export const kicsRules: readonly Rule[] = [
  ...kicsSecurityRules,
  ...kicsResponseRules,
  ...kicsSchemaRules,
];
