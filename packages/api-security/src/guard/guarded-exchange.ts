import type { SecurityEvent } from '@yushu/core';
import { correctHeaders } from '@yushu/protect/http';
import { checkBody, checkBodyHead, checkParameters, isCheckedType } from './check/check-request.ts';
import { checkValue } from './check/check-value.ts';
import type { Violation } from './check/violation.ts';
import type { EventQueue } from './event-queue.ts';
import { guardError } from './guard-error.ts';
import type { GuardSettings } from './guard-options.ts';
import { kindOf } from './plan/kind-of.ts';
import type { PlanNode } from './plan/plan-node.ts';
import type { ReaderPlan, ReaderPlans } from './plan/reader-plans.ts';
import type { SchemaSpace } from './plan/schema-space.ts';
import type { ExchangeFacts } from './ports/api-observer.ts';
import type { RequestFacts } from './ports/request-facts.ts';
import { type Refusal, type RefusalReason, refuse } from './problem.ts';
import type { BodyRedactor } from './redact/body-redactor.ts';
import { CheckedRedactor } from './redact/checked-redactor.ts';
import { JsonRedactor } from './redact/json-redactor.ts';
import { type PlannedBody, planBody } from './redact/plan-body.ts';
import { type JsonValue, redactValue } from './redact/redact-value.ts';
import { RedactionRecord } from './redact/redaction-record.ts';
import { contentFor, type DescribedResponse, type OperationView } from './route/operation-view.ts';

/** The head of a response, as its handler made it. */
export interface ResponseHead {
  readonly status: number;
  readonly headers: Headers;
}

/** What becomes of a response. */
export type ResponseTreatment =
  /** It goes out as it is: it has no body, or one that the description says is no text. */
  | { readonly kind: 'pass' }
  | { readonly kind: 'refuse'; readonly refusal: Refusal }
  /** Its body goes through `redactor`, once it is unpacked by `codings`, in their order. */
  | {
      readonly kind: 'redact';
      readonly headers: Headers;
      readonly codings: readonly string[];
      /** For bodies of JSON, NDJSON and events. */
      readonly redactor: BodyRedactor | undefined;
      /** For texts. */
      readonly stream: ReadableWritablePair<Uint8Array, Uint8Array> | undefined;
      /** Whether what is given out must not wait for more: lines and events. */
      readonly isLive: boolean;
    };

/** What a guard has of one request besides its head. */
export interface ExchangeParts {
  readonly settings: GuardSettings;
  readonly space: SchemaSpace;
  readonly plans: ReaderPlans;
  readonly queue: EventQueue;
  readonly view: OperationView | undefined;
  readonly headerOf: (name: string) => string | undefined;
  /** Short name of who asks, for entity tags. */
  readonly variant: string;
}

const codingsOf = (headers: Headers): readonly string[] =>
  (headers.get('content-encoding') ?? '')
    .split(',')
    .map((coding) => coding.trim().toLowerCase())
    .filter((coding) => coding !== '' && coding !== 'identity')
    .reverse();

/** One request and its response under the guard. Ends with {@link GuardedExchange.end}, once and whatever happens. */
export class GuardedExchange {
  readonly facts: RequestFacts;
  /** Of the request's body, without parameters, in lower case. */
  readonly mediaType: string | undefined;
  /** Whether the body is to be given to {@link checkBody}. */
  readonly checksBody: boolean;
  private readonly parts: ExchangeParts;
  private readonly record: RedactionRecord;
  private refusal: Refusal | undefined;
  private hasEnded = false;

  constructor(facts: RequestFacts, parts: ExchangeParts) {
    this.facts = facts;
    this.parts = parts;
    this.record = new RedactionRecord(
      parts.settings.onRedaction === undefined ? 0 : parts.settings.maxRedactions,
    );
    const type = parts.headerOf('content-type');
    this.mediaType = type?.split(';')[0]?.trim().toLowerCase();
    this.checksBody =
      parts.view !== undefined && this.mediaType !== undefined && isCheckedType(this.mediaType);
  }

  /** Short name of who asks, for entity tags. */
  get variant(): string {
    return this.parts.variant;
  }

  /** Bytes of a request body that are taken. */
  get maxRequestBytes(): number {
    return this.parts.settings.maxRequestBytes;
  }

  private get hasBody(): boolean {
    const { headerOf } = this.parts;
    const length = headerOf('content-length');
    return headerOf('transfer-encoding') !== undefined || (length !== undefined && length !== '0');
  }

  /** The first word of the guard, before the body is read: nothing where the request may go on. */
  checkHead(hasBody: boolean | 'unknown' = this.hasBody): Refusal | undefined {
    const { view, headerOf, settings, space } = this.parts;
    const length = Number(headerOf('content-length') ?? 0);
    if (length > settings.maxRequestBytes) return this.refuse('request-size');
    if (view === undefined) return undefined;
    const violations = checkParameters(view, this.facts, headerOf, space, this.checkOptions);
    if (violations.length > 0) {
      const refusal = this.object('request-parameters', violations);
      if (refusal !== undefined) return refusal;
    }
    return hasBody === 'unknown' ? undefined : this.checkBodyKind(hasBody);
  }

  /** Holds the type of a body, and whether there is one, to the description. */
  checkBodyKind(hasBody: boolean): Refusal | undefined {
    const { view, headerOf } = this.parts;
    if (view === undefined) return undefined;
    const charset = /charset\s*=\s*"?([^\s";]+)/i.exec(headerOf('content-type') ?? '')?.[1];
    const violation = checkBodyHead(view, {
      mediaType: this.mediaType,
      charset: (charset ?? 'utf-8').toLowerCase(),
      hasBody,
    });
    if (violation !== undefined) {
      return this.object(
        violation.rule === 'content-type' ? 'request-content-type' : 'request-body',
        [violation],
      );
    }
    const encoding = headerOf('content-encoding');
    return hasBody &&
      this.checksBody &&
      encoding !== undefined &&
      encoding.toLowerCase() !== 'identity'
      ? this.object('request-encoding', [])
      : undefined;
  }

  /** Holds a body to the description: nothing where the request may go on. */
  checkBody(bytes: Uint8Array): Refusal | undefined {
    const { view, space } = this.parts;
    if (view === undefined || this.mediaType === undefined || !this.checksBody) return undefined;
    const violations = checkBody(view, this.mediaType, bytes, space, this.checkOptions);
    return violations.length === 0 ? undefined : this.object('request-body', violations);
  }

  /** Refuses, and says so to whoever listens. */
  refuse(reason: RefusalReason, violations: readonly Violation[] = [], headers = {}): Refusal {
    const refusal = refuse(reason, violations, headers);
    this.refusal = refusal;
    this.tell(refusal, 'denied');
    return refusal;
  }

  /** Something is not as described: it is refused, or reported where the guard only reports. */
  object(reason: RefusalReason, violations: readonly Violation[]): Refusal | undefined {
    if (this.parts.settings.invalidRequests === 'block') return this.refuse(reason, violations);
    this.tell(refuse(reason, violations), 'success');
    return undefined;
  }

  /** Reports what is let through. */
  report(reason: RefusalReason, violations: readonly Violation[] = []): void {
    this.tell(refuse(reason, violations), 'success');
  }

  /** What becomes of the response. Never rejects: what cannot be treated is refused. */
  async respond(head: ResponseHead, hasBody: boolean): Promise<ResponseTreatment> {
    try {
      return await this.treat(head, hasBody);
    } catch {
      return { kind: 'refuse', refusal: this.refuse('response') };
    }
  }

  /**
   * Redacts JSON values of a response before they are written: for servers that hand out values instead of bytes. What stays as it was is
   * shared with the value given, which is not changed. The function throws `ERR_API_SECURITY_BODY` where a value nests too deep.
   *
   * @throws {DataSecurityError} `ERR_API_SECURITY_BODY` where the response is not described and such are blocked.
   *
   * @example
   * ```ts
   * import { createApiGuard } from '@yushu/api-security/guard';
   * import { parsePolicy } from '@yushu/core';
   *
   * const schema = { type: 'object', properties: { name: { type: 'string' } } };
   * const responses = { '200': { content: { 'application/json': { schema } } } };
   * const guard = await createApiGuard({
   *   spec: { openapi: '3.1.0', paths: { '/me': { get: { responses } } } },
   *   policy: parsePolicy({ version: 1, rules: [], default: 'allow' }),
   * });
   * const { exchange } = await guard.begin({ method: 'GET', target: '/me', headerOf: () => undefined, principal: {} });
   * const redact = await exchange.compileRedaction();
   * console.log(redact({ name: 'Ann', passwordHash: 'x9y8' })); // { name: 'Ann' }
   * exchange.end(200, 14, false);
   * ```
   */
  async compileRedaction(status = 200): Promise<(value: JsonValue) => JsonValue> {
    const root = await this.rootFor(status);
    return (value) => redactValue(value, root, this.record, this.parts.settings.maxDepth);
  }

  /**
   * Redacts JSON documents as bytes, each by a redactor of its own, without the headers of a response.
   *
   * @throws {DataSecurityError} as {@link compileRedaction}.
   */
  async compileByteRedaction(status = 200): Promise<() => BodyRedactor> {
    const root = await this.rootFor(status);
    const { maxDepth, maxValueBytes } = this.parts.settings;
    return () => new JsonRedactor(root, this.record, { maxDepth, maxTokenBytes: maxValueBytes });
  }

  private async rootFor(status: number): Promise<PlanNode> {
    const { settings, plans, view } = this.parts;
    const content = contentFor(view?.responseFor(status)?.contents ?? [], 'application/json');
    if (content === undefined && settings.undescribedResponses === 'block') {
      throw guardError('ERR_API_SECURITY_BODY', 'The response is not described', {
        hint: 'Describe its status and media type.',
      });
    }
    const { plan } = await plans.find(this.facts.principal, this.operation);
    return plan.root(content?.schema === undefined ? [] : [content.schema]);
  }

  /**
   * Ends the exchange: events are written, and whoever observes is told.
   *
   * @param status that was sent.
   * @param bytes of the body that went out.
   */
  end(status: number, bytes: number, isAborted: boolean): void {
    if (this.hasEnded) return;
    this.hasEnded = true;
    const { settings, queue } = this.parts;
    const { record } = this;
    queue.push(this.redactionEvents());
    const exchange: ExchangeFacts = {
      request: this.facts,
      status,
      outcome: this.refusal !== undefined ? 'refused' : isAborted ? 'aborted' : 'handled',
      ...(this.refusal === undefined ? {} : { reason: this.refusal.reason }),
      responseBytes: bytes,
      records: record.records,
      sensitive: record.sensitive(),
      undocumented: record.undocumented,
    };
    try {
      if (record.redactions.length > 0) settings.onRedaction?.(record.redactions, this.facts);
    } catch {
      // Whoever listens cannot change what was done.
    }
    try {
      if (settings.observer !== undefined) queue.push(settings.observer.observe(exchange));
    } catch {
      this.report('observer');
    }
  }

  private get checkOptions() {
    const { undeclaredMembers, maxDepth } = this.parts.settings;
    return { refusesUndeclared: undeclaredMembers !== 'accept', maxDepth };
  }

  private get operation(): string {
    const { facts } = this;
    return facts.operation ?? `${facts.method} ${facts.path}`;
  }

  private async treat(
    { status, headers }: ResponseHead,
    hasBody: boolean,
  ): Promise<ResponseTreatment> {
    const { settings, plans, view, variant } = this.parts;
    const isBodiless = !hasBody || this.facts.method === 'HEAD' || [204, 205, 304].includes(status);
    const response = view?.responseFor(status);
    if (isBodiless) {
      // What a header says of a body that is not sent speaks of one that nobody gets as it is.
      if (this.facts.method !== 'HEAD') return { kind: 'pass' };
      const corrected = new Headers(headers);
      correctHeaders(corrected, variant);
      return {
        kind: 'redact',
        headers: corrected,
        codings: [],
        redactor: undefined,
        stream: undefined,
        isLive: false,
      };
    }
    if (status === 206 || headers.has('content-range')) {
      throw guardError('ERR_API_SECURITY_BODY', 'A part of a body cannot be looked at', {
        hint: 'Answer ranges with the whole.',
      });
    }
    this.reportUndescribed(response, headers);
    const reader: ReaderPlan = await plans.find(this.facts.principal, this.operation);
    const body = planBody(headers.get('content-type'), response, reader, this.record, settings);
    if (body === 'pass') return { kind: 'pass' };
    const corrected = new Headers(headers);
    correctHeaders(corrected, variant);
    corrected.set('content-type', body.contentType);
    const redactor = this.checkedRedactor(body);
    return { kind: 'redact', headers: corrected, codings: codingsOf(headers), ...body, redactor };
  }

  private reportUndescribed(response: DescribedResponse | undefined, headers: Headers): void {
    if (this.parts.view === undefined) return;
    const type = (headers.get('content-type') ?? '').split(';')[0]!.trim().toLowerCase();
    if (response === undefined) this.report('response-status');
    else if (contentFor(response.contents, type) === undefined)
      this.report('response-content-type');
  }

  private checkedRedactor({ redactor, schema }: PlannedBody): BodyRedactor | undefined {
    const { settings, space } = this.parts;
    const { responseSchemas, maxRequestBytes, undocumentedFields, maxDepth } = settings;
    if (redactor === undefined || schema === undefined || responseSchemas === 'ignore')
      return redactor;
    const check = (bytes: Uint8Array) =>
      checkValue(JSON.parse(new TextDecoder().decode(bytes)), schema, {
        space,
        place: 'response',
        direction: 'response',
        // They are taken out, and reported as what they are.
        refusesUndeclared: undocumentedFields === 'scan',
        maxDepth,
      });
    const report =
      responseSchemas === 'report'
        ? (violations: readonly Violation[]) => this.report('response-body', violations)
        : undefined;
    return new CheckedRedactor(redactor, check, report, maxRequestBytes);
  }

  private tell(refusal: Refusal, outcome: SecurityEvent['outcome']): void {
    const { settings, queue } = this.parts;
    const { role, purpose } = this.facts.principal;
    queue.push([
      {
        time: settings.clock(),
        operation: 'guard',
        outcome,
        action: outcome === 'denied' ? 'block' : 'allow',
        rule: 'default',
        reason: refusal.reason,
        // A path that is not described can hold anything.
        place: { source: this.facts.operation ?? `${this.facts.method} (not described)` },
        ...requesterOf(role, purpose),
      },
    ]);
    try {
      settings.onRefusal?.(refusal, this.facts);
    } catch {
      // Whoever listens cannot change what was decided.
    }
  }

  private redactionEvents(): SecurityEvent[] {
    const { clock } = this.parts.settings;
    const { role, purpose } = this.facts.principal;
    return this.record.verdicts().flatMap(({ verdict, place, count, failed }) => {
      const { action, reason, rule, category, keyId } = verdict;
      const isRemoved = action === 'remove' || action === 'block';
      const event = (outcome: SecurityEvent['outcome'], times: number): SecurityEvent => ({
        time: clock(),
        operation: 'protect',
        outcome,
        action: action === 'remove' ? 'block' : action,
        rule,
        ...(reason === 'policy' ? {} : { reason }),
        count: times,
        ...(category === undefined ? {} : { category, level: kindOf(category).level }),
        ...(keyId === undefined ? {} : { keyId }),
        place: {
          source: this.facts.operation ?? `${this.facts.method} (not described)`,
          path: place,
        },
        ...requesterOf(role, purpose),
      });
      return [
        ...(count > 0 ? [event(isRemoved ? 'denied' : 'success', count)] : []),
        ...(failed > 0 ? [event('failure', failed)] : []),
      ];
    });
  }
}

const requesterOf = (role: string | undefined, purpose: string | undefined) =>
  role === undefined && purpose === undefined
    ? {}
    : {
        requester: {
          ...(role === undefined ? {} : { role }),
          ...(purpose === undefined ? {} : { purpose }),
        },
      };
