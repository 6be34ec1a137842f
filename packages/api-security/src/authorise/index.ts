export type { AccessDecision } from './access-decision.ts';
export type { AccessPrincipal, AccessRequest, AccessResource } from './access-request.ts';
export { type Authoriser, type AuthoriserOptions, createAuthoriser } from './create-authoriser.ts';
export type { AccessExplanation, NearRule, UnmetPart } from './explain-access.ts';
export type {
  AccessCondition,
  AccessMatch,
  AccessRule,
  AccessRuleDocument,
  AttributePath,
  AuthorisationRules,
  AuthorisationRulesDocument,
  Comparison,
  ComparisonDocument,
  ComparisonOperator,
  ConditionDocument,
  RuleEffect,
  TimeWindow,
  Weekday,
} from './rules/authorisation-rules.ts';
export {
  type AuthorisationRulesResult,
  parseAuthorisationRules,
  safeParseAuthorisationRules,
} from './rules/parse-authorisation-rules.ts';
export type { RuleProblem } from './rules/rule-problem.ts';
