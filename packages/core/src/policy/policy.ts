/**
 * The policy document: as it is written, and in its normal form.
 *
 * @module
 */
import type { LevelCondition } from '../level.ts';
import type { Action, ContextPart, FpeFormat } from './action.ts';

/** One text or a list of which any may match. */
export type OneOrMore = string | readonly string[];

/** What a rule looks at. All conditions given must hold; of a list, any one. */
export interface RuleMatch {
  /** Category id, with `*` as in {@link compileCategoryPattern}. */
  readonly category?: OneOrMore;
  /** Level of the category, such as `">=3"`. */
  readonly level?: LevelCondition;
  /** Column or key name, blind to case and width; `*` stands for any characters. */
  readonly column?: OneOrMore;
  /** JSON Pointer; `*` as a segment matches any one, `**` any number. */
  readonly path?: OneOrMore;
  /** API operation, such as `GET /users/*`; `*` stands for any characters. */
  readonly operation?: OneOrMore;
}

/** Who is exempt from a rule: whoever fits all conditions given. */
export interface RuleExemption {
  readonly role?: OneOrMore;
  readonly purpose?: OneOrMore;
}

/** An action as a document writes it. */
export type ActionDocument =
  | 'allow'
  | 'block'
  | 'redact'
  | { readonly redact: { readonly with?: string } }
  | {
      readonly mask: {
        readonly keepFirst?: number;
        readonly keepLast?: number;
        readonly with?: string;
      };
    }
  | { readonly replace: { readonly with: string } }
  | { readonly pseudonym: { readonly key: string } }
  | { readonly encrypt: { readonly key: string; readonly context?: readonly ContextPart[] } }
  | { readonly fpe: { readonly format: FpeFormat; readonly key: string } };

/** One rule as a document writes it. */
export interface RuleDocument {
  /** For people. */
  readonly description?: string;
  readonly match: RuleMatch;
  readonly unless?: RuleExemption;
  readonly action: ActionDocument;
}

/** A policy as YAML or JSON writes it. */
export interface PolicyDocument {
  readonly version: 1;
  readonly name?: string;
  readonly description?: string;
  readonly rules: readonly RuleDocument[];
  /** For what no rule matches. */
  readonly default: ActionDocument;
}

/** A rule in its normal form. */
export interface PolicyRule {
  readonly description?: string;
  readonly match: RuleMatch;
  readonly unless?: RuleExemption;
  readonly action: Action;
}

/** A policy in its normal form: checked, with every default filled in. */
export interface Policy {
  readonly version: 1;
  readonly name?: string;
  readonly description?: string;
  readonly rules: readonly PolicyRule[];
  readonly default: Action;
}
