import type { Rule } from '../rules/rule.ts';

/** The security rules of KICS for OpenAPI, by their keys. */
export const kicsRules: readonly Rule[] = [];
