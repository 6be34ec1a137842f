import type { CategoryId, Level } from '@yushu/core';
import type { Diagnostic } from '../document/diagnostic.ts';
import type { DescriptionSource } from '../document/read-description.ts';
import type { TextPlace } from '../document/text-place.ts';
import type { FieldClasses } from '../fields/field-classes.ts';
import type { ApiModel } from '../model/api-model.ts';
import type { ApiSeverity, RuleInfo } from '../rules/rule.ts';
import type { ApiFinding } from './finding.ts';

/** One problem: findings that one change mends, or one habit of the whole document. */
export interface ApiCause {
  readonly rule: RuleInfo;
  /** The worst of its findings. */
  readonly severity: ApiSeverity;
  readonly message: string;
  readonly category: CategoryId | undefined;
  readonly level: Level | undefined;
  /** At least one. */
  readonly findings: readonly ApiFinding[];
  /** For a habit: how many places were looked at. */
  readonly looked: number | undefined;
}

/** What an audit found. */
export interface ApiAudit {
  readonly source: DescriptionSource;
  /** `undefined` where the document could not be read or is in no known format: see `diagnostics`. */
  readonly model: ApiModel | undefined;
  readonly fields: FieldClasses | undefined;
  /** All findings, the worst first. */
  readonly findings: readonly ApiFinding[];
  /** The same by root cause, the worst first. */
  readonly causes: readonly ApiCause[];
  /** Findings that an ignore or the baseline covers. */
  readonly ignored: readonly ApiFinding[];
  readonly diagnostics: readonly Diagnostic[];
  /** Line and column of places, or of the nearest place above that the text has. */
  locate(pointers: readonly string[]): readonly (TextPlace | undefined)[];
}
