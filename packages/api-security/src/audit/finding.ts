import type { CategoryId, Level } from '@yushu/core';
import type { ApiNode } from '../model/api-node.ts';
import { extendPointer } from '../model/api-node.ts';
import type { ApiSeverity, ReportDetail, RuleInfo } from '../rules/rule.ts';
import { fingerprintOf } from './fingerprint.ts';

/**
 * One thing that is wrong, where it is defined.
 *
 * @example
 * ```ts
 * import { auditDescription } from '@yushu/api-security';
 *
 * const [finding] = auditDescription({ openapi: '3.1.0', servers: [{ url: 'http://api.example.com' }] }).findings;
 * console.log(finding?.rule.id, finding?.severity, finding?.pointer); // http-server high /servers/0/url
 * ```
 */
export class ApiFinding {
  readonly rule: RuleInfo;
  readonly severity: ApiSeverity;
  /** In one sentence. It names keys of the document, never values. */
  readonly message: string;
  /** The data at stake. */
  readonly category: CategoryId | undefined;
  /** Its grade. */
  readonly level: Level | undefined;
  /** The part of the document that it is at. */
  readonly node: ApiNode;
  private readonly at: readonly (string | number)[];

  constructor(rule: RuleInfo, severity: ApiSeverity, node: ApiNode, detail: ReportDetail) {
    this.rule = rule;
    this.severity = severity;
    this.node = node;
    this.at = detail.at ?? [];
    this.message = detail.message ?? rule.title;
    this.category = detail.category;
    this.level = detail.level;
  }

  /** JSON Pointer of the definition site. */
  get pointer(): string {
    return extendPointer(this.node.pointer, ...this.at);
  }

  /** Stable over runs and over changes elsewhere in the document: for baselines. */
  get fingerprint(): string {
    return fingerprintOf(this.rule.id, this.node, this.at);
  }
}
