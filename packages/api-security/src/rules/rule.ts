import type { CategoryId, Level } from '@yushu/core';
import type { FieldClasses } from '../fields/field-classes.ts';
import type { ApiModel, DataDirection } from '../model/api-model.ts';
import type { ApiNode } from '../model/api-node.ts';
import type { OperationFields } from './checks/operation-fields.ts';

/** How bad a finding is. */
export type ApiSeverity = 'critical' | 'high' | 'medium' | 'low' | 'info';

/** Severities from the worst to the mildest. */
export const apiSeverities = ['critical', 'high', 'medium', 'low', 'info'] as const;

/** A risk of the OWASP API Security Top 10, edition 2023. */
export type OwaspRisk = `API${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10}:2023`;

/** What a rule is about. */
export interface RuleInfo {
  /** Stable, in kebab-case. */
  readonly id: string;
  /** What is wrong, in one sentence. */
  readonly title: string;
  /** What to do, in one sentence. */
  readonly advice: string;
  readonly owasp: OwaspRisk;
  /** Number of the weakness in the Common Weakness Enumeration. */
  readonly cwe: number;
  readonly severity: ApiSeverity;
  /** Ids of the same rule elsewhere: Spectral's, vacuum's, KICS'. */
  readonly aliases: readonly string[];
  /**
   * What is one root cause: each definition site, or, for a habit that a whole document keeps or does not keep, the document as long
   * as most places lack it.
   */
  readonly grouping: 'site' | 'habit';
  /** Which way the data goes that it is about: only operations where it goes so are named. */
  readonly direction?: DataDirection;
}

/** What a rule adds to a place. */
export interface ReportDetail {
  /** Members below the node that the finding is at. */
  readonly at?: readonly (string | number)[];
  /** Instead of the title of the rule. It may name keys of the document, never values. */
  readonly message?: string;
  /** Findings of a rule with the same cause are one problem. The place, unless given. */
  readonly cause?: string;
  readonly severity?: ApiSeverity;
  /** The data at stake. */
  readonly category?: CategoryId;
  readonly level?: Level;
}

/** What a rule looks at, and tells. */
export interface RuleContext {
  readonly model: ApiModel;
  /** What fields hold. */
  readonly fields: FieldClasses;
  /** Fields that operations take and give. */
  readonly operationFields: OperationFields;
  report(node: ApiNode, detail?: ReportDetail): void;
  /** Says how many places the rule looked at, to tell a habit from an exception. */
  looked(count: number): void;
}

/** A rule: what it is about, and how it looks. */
export interface Rule extends RuleInfo {
  check(context: RuleContext): void;
}
