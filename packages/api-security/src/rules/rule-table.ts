import { authenticationRules } from './authentication-rules.ts';
import { configurationRules } from './configuration-rules.ts';
import { objectRules } from './object-rules.ts';
import { propertyRules } from './property-rules.ts';
import { resourceRules } from './resource-rules.ts';
import type { Rule } from './rule.ts';

/** Our own rules, in the order of the OWASP API Security Top 10. */
export const ownRules: readonly Rule[] = [
  ...objectRules,
  ...authenticationRules,
  ...propertyRules,
  ...resourceRules,
  ...configurationRules,
];
