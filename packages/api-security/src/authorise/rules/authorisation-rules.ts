/**
 * Rules of authorisation as data.
 *
 * @module
 */
import type { OneOrMore } from '@yushu/core';
import type { AttributeValue } from '../../guard/ports/api-principal.ts';

/** What a rule says about whom it fits. */
export type RuleEffect = 'permit' | 'deny';

/**
 * What a rule is about. Every given key must fit, with one of its texts. Texts are compared exactly: case, width and look-alike
 * letters are never folded.
 */
export interface AccessMatch {
  /** A role, had directly or through others. */
  readonly role?: OneOrMore;
  /** Id of a principal. */
  readonly principal?: OneOrMore;
  /** HTTP method in upper case, or an action by name; `*` stands for any characters: `GET`, `records.*`. */
  readonly action?: OneOrMore;
  /** Path template: `{name}` and `*` stand for one segment, `**` at the end for any number, also none. */
  readonly path?: OneOrMore;
  /** Name of an operation; `*` stands for any characters: `GET /users/{id}`. */
  readonly operation?: OneOrMore;
  /** Kind of object, such as `patient`. */
  readonly type?: OneOrMore;
}

/**
 * Place of an attribute: `principal.id`, `principal.<name>`, `resource.owner`, `resource.type`, `resource.<name>` or `parameters.<name>`;
 * names other than `id`, `owner` and `type` are looked up in `attributes`.
 */
export type AttributePath = string;

/** How a {@link Comparison} compares. */
export const comparisonOperators = [
  'equals',
  'notEquals',
  'lessThan',
  'atMost',
  'greaterThan',
  'atLeast',
  'in',
  'contains',
] as const;

/** How a {@link Comparison} compares: `in` wants a list on the right, `contains` on the left, those of order numbers on both sides. */
export type ComparisonOperator = (typeof comparisonOperators)[number];

/** An attribute against a value, or against another attribute. */
export interface Comparison {
  readonly kind: 'comparison';
  readonly attribute: AttributePath;
  readonly operator: ComparisonOperator;
  readonly value?: AttributeValue;
  readonly other?: AttributePath;
}

/** Days of the week as {@link TimeWindow} names them, in order of `Date.prototype.getUTCDay`. */
export const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

/** A day of the week. */
export type Weekday = (typeof weekdays)[number];

/** When a rule fits. Minutes count from midnight at `offsetMinutes` east of UTC; a window may go over midnight. */
export interface TimeWindow {
  readonly kind: 'time';
  readonly notBefore?: number;
  readonly notAfter?: number;
  /** Indexes into {@link weekdays}. */
  readonly days?: readonly number[];
  readonly fromMinute?: number;
  readonly untilMinute?: number;
  readonly offsetMinutes: number;
}

/** One condition of a rule, in its normal form. */
export type AccessCondition =
  | Comparison
  | TimeWindow
  | { readonly kind: 'present'; readonly attribute: AttributePath; readonly present: boolean }
  | { readonly kind: 'purpose'; readonly purposes: readonly string[] };

/** One rule, in its normal form. */
export interface AccessRule {
  /** What decisions and events name. */
  readonly id: string;
  readonly description?: string;
  readonly effect: RuleEffect;
  readonly match: AccessMatch;
  /** All must hold. */
  readonly when: readonly AccessCondition[];
}

/** Rules in their normal form, as {@link parseAuthorisationRules} gives them. */
export interface AuthorisationRules {
  readonly version: 1;
  readonly name?: string;
  /** For each role those that it has beside itself. */
  readonly roles: ReadonlyMap<string, readonly string[]>;
  readonly rules: readonly AccessRule[];
}

/** One comparison as it is written: `{ attribute: resource.ward, equals: { attribute: principal.ward } }`. */
export type ComparisonDocument = { readonly attribute: AttributePath } & {
  readonly [Operator in ComparisonOperator]?:
    | AttributeValue
    | { readonly attribute: AttributePath };
} & { readonly present?: boolean };

/** One condition as it is written. */
export type ConditionDocument =
  | ComparisonDocument
  /** Why the principal asks. */
  | { readonly purpose: OneOrMore }
  /** `resource.owner` is `principal.id`. */
  | { readonly owner: true }
  /** `resource.tenant` is `principal.tenant`. */
  | { readonly tenant: true }
  | {
      readonly time: {
        /** RFC 3339 instants. */
        readonly notBefore?: string;
        readonly notAfter?: string;
        readonly days?: Weekday | readonly Weekday[];
        /** `HH:MM`, the first minute that fits. */
        readonly from?: string;
        /** `HH:MM`, the first minute that no longer fits. */
        readonly until?: string;
        /** Offset from UTC as in RFC 3339, such as `+08:00`; `Z` without it. */
        readonly offset?: string;
      };
    };

/** One rule as it is written. */
export interface AccessRuleDocument {
  readonly id: string;
  readonly description?: string;
  readonly effect: RuleEffect;
  readonly match?: AccessMatch;
  readonly when?: ConditionDocument | readonly ConditionDocument[];
}

/** Rules as they are written, in JSON or YAML. */
export interface AuthorisationRulesDocument {
  readonly version: 1;
  readonly name?: string;
  readonly roles?: Readonly<Record<string, OneOrMore>>;
  readonly rules: readonly AccessRuleDocument[];
}
