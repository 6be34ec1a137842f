/**
 * One policy and its keys, as one object for values, records, text and streams.
 *
 * @module
 */
import type { Requester } from '@yushu/core';
import type { FieldValue } from '@yushu/encrypt';
import { AuditQueue } from '../audit/audit-queue.ts';
import type { Journal } from '../audit/journal.ts';
import type { WithheldRecord } from '../audit/summary.ts';
import { LineProtector } from '../document/protect-lines.ts';
import { RecordProtector } from '../document/protect-records.ts';
import type { Asker } from '../engine/answer-table.ts';
import type { Part } from '../engine/plan-parts.ts';
import { type PreparedActions, prepareActions } from '../engine/prepare-actions.ts';
import { ProtectEngine, type Scope } from '../engine/protect-engine.ts';
import { type Outcome, writeParts } from '../engine/write-parts.ts';
import { protectError } from '../errors.ts';
import { mapRecord, type RecordLeaf, type RecordValue } from '../record/map-record.ts';
import { holdsSealed } from '../sealed/find-sealed.ts';
import type { SealPlace } from '../sealed/sealer.ts';
import { textOfValue } from '../sealed/value-text.ts';
import { checkDocumentType, type DocumentType } from './document-type.ts';
import {
  type AppliedDecision,
  type EngineOptions,
  journalOf,
  type RecordPlace,
  scannerOf,
  scopeOf,
  type ValuePlace,
} from './pipeline-options.ts';
import { createRewriteStream, type RewriteStream } from './rewrite-stream.ts';

/** Options of {@link createPipeline}. */
export interface PipelineOptions extends EngineOptions, Requester {
  /** API operation, such as `GET /users/7`, for rules that look at it. */
  readonly operation?: string | undefined;
}

/** Options of {@link Pipeline.stream}. */
export interface ProtectStreamOptions {
  /** Name of the file, for events; the pipeline's `source` unless given. */
  readonly source?: string;
  /**
   * For csv and tsv: put `'` before cells that begin with `=`, `+`, `-`, `@`, a tab or a carriage return, which a spreadsheet would
   * run. Reveal does not take it away again.
   */
  readonly escapeFormulas?: boolean | undefined;
  /** For csv and tsv: one character between cells; `,` and a tab unless given. */
  readonly delimiter?: string | undefined;
  /**
   * Asked for each record whether U+FFFD stands for bytes that could not be decoded. Where it does, records that hold it are
   * withheld: the output could not be what the input was.
   */
  readonly isDamaged?: (() => boolean) | undefined;
}

/** A value with what was done to it. */
export interface Protected<Value> {
  readonly value: Value;
  readonly decisions: readonly AppliedDecision[];
}

/** A text with what was done to it. */
export interface ProtectedText extends Protected<string> {
  /** Lines that are not in the value, because they could not be looked at. */
  readonly withheld: readonly WithheldRecord[];
}

/** Protects by one policy. Made by {@link createPipeline}; may be used any number of times. */
export interface Pipeline {
  /**
   * Protects one value, such as a cell or a field of a form.
   *
   * @throws {DataSecurityError} `ERR_PROTECT_SEALED` where it holds a sealed value already, `ERR_PROTECT_CONTEXT` where the policy
   * binds it to a column or row and none is given, `ERR_PROTECT_AUDIT` where it could not be recorded.
   */
  value(value: FieldValue, place?: ValuePlace): Protected<FieldValue>;
  /**
   * Protects a record: a copy of it, with every string, number and key looked at. Values are bound to their JSON Pointers, so that a
   * record reveals as a line of NDJSON does.
   *
   * @throws {DataSecurityError} as `value`; `ERR_PROTECT_VALUE` where it holds something that no rule can look at.
   */
  record<Value extends RecordValue>(record: Value, place?: RecordPlace): Protected<RecordValue>;
  /** Protects running text. Values are bound to the number of their line. */
  text(text: string): ProtectedText;
  /** A pair of streams that protects a document of any size, with the same result for any chunking. */
  stream(type: DocumentType, options?: ProtectStreamOptions): RewriteStream;
  /** Resolves once the audit sink has taken the events of `value`, `record` and `text`. */
  flush(): Promise<void>;
}

class PolicyPipeline implements Pipeline {
  private readonly options: PipelineOptions;
  private readonly actions: PreparedActions;
  private readonly scope: Scope;
  private readonly asker: Asker;
  private readonly engine: ProtectEngine;
  private readonly queue: AuditQueue;

  constructor(options: PipelineOptions, actions: PreparedActions) {
    const { role, purpose, operation } = options;
    this.options = options;
    this.actions = actions;
    this.scope = scopeOf(options, actions);
    this.asker = {
      ...(role === undefined ? {} : { role }),
      ...(purpose === undefined ? {} : { purpose }),
      ...(operation === undefined ? {} : { operation }),
    };
    this.engine = this.createEngine(journalOf('protect', options, this.asker));
    this.queue = new AuditQueue(this.engine.journal);
  }

  value(value: FieldValue, place: ValuePlace = {}): Protected<FieldValue> {
    this.queue.assertReady();
    if (
      typeof value === 'object' &&
      value !== null &&
      !(value instanceof Date) &&
      !(value instanceof Uint8Array)
    ) {
      throw protectError('ERR_PROTECT_VALUE', 'A value is a scalar', {
        hint: 'Use record() for objects and arrays.',
      });
    }
    const decisions: AppliedDecision[] = [];
    const { column, row } = place;
    const eventPlace = () => (column === undefined ? {} : { column });
    const result = this.protectLeaf(
      value as RecordLeaf,
      column,
      undefined,
      { ...this.scope, column, row },
      (outcome) => {
        decisions.push(decisionOf(outcome));
        this.engine.note(outcome, eventPlace);
      },
    );
    this.queue.enqueue();
    return { value: result as FieldValue, decisions };
  }

  record(record: RecordValue, place: RecordPlace = {}): Protected<RecordValue> {
    this.queue.assertReady();
    const decisions: AppliedDecision[] = [];
    const noteAt = (path: string) => (outcome: Outcome) => {
      decisions.push({ ...decisionOf(outcome), path });
      this.engine.note(outcome, () => ({ path }));
    };
    let namePart = 0;
    const value = mapRecord(record, {
      leaf: (leaf, { name, path, eventPath }) =>
        this.protectLeaf(
          leaf,
          name,
          path,
          { ...this.scope, column: path, row: place.row },
          noteAt(eventPath),
        ),
      key: (key, { name, path, eventPath }) => {
        refuseSealed(key);
        const findings = this.engine.scanField(key, name);
        const parts = this.engine.plan(key, findings, 'name', name, path, false);
        if (parts.length === 0) return { key, below: key, isHidden: false };
        const seal = { ...this.scope, column: `${path}/~`, row: place.row };
        const result = this.write(key, parts, 'name', seal, name, path, namePart);
        namePart = result.nextPart;
        for (const outcome of result.outcomes) noteAt(`${eventPath}/*`)(outcome);
        return { key: result.text, below: result.text, isHidden: true };
      },
    });
    this.queue.enqueue();
    return { value, decisions };
  }

  text(text: string): ProtectedText {
    this.queue.assertReady();
    const decisions: AppliedDecision[] = [];
    const lines = new LineProtector(this.engine, {}, (outcome, start) => {
      const { span, ...decision } = decisionOf(outcome);
      decisions.push({ ...decision, span: { start: start + span.start, end: start + span.end } });
    });
    const value = lines.push(text) + lines.end();
    this.queue.enqueue();
    return { value, decisions, withheld: lines.summary().withheld };
  }

  stream(type: DocumentType, options: ProtectStreamOptions = {}): RewriteStream {
    checkDocumentType(type);
    const source = options.source ?? this.options.source;
    const journal = journalOf('protect', { ...this.options, source }, this.asker);
    const engine = this.createEngine(journal);
    const rewriter =
      type === 'text'
        ? new LineProtector(engine, options)
        : new RecordProtector(engine, type, options);
    return createRewriteStream(rewriter, journal);
  }

  flush(): Promise<void> {
    return this.queue.flush();
  }

  private createEngine(journal: Journal): ProtectEngine {
    const { policy } = this.options;
    return new ProtectEngine(
      policy,
      this.asker,
      this.actions,
      scannerOf(this.options),
      this.scope,
      journal,
    );
  }

  private protectLeaf(
    value: RecordLeaf,
    name: string | undefined,
    path: string | undefined,
    place: SealPlace,
    note: (outcome: Outcome) => void,
  ): RecordValue {
    const { engine } = this;
    const text = textOfValue(value);
    refuseSealed(text);
    const isText = typeof value === 'string';
    const isScanned = isText || typeof value === 'number' || typeof value === 'bigint';
    const findings = isScanned ? engine.scanField(text, name) : [];
    const kind = isText ? 'field' : 'solid';
    const empty = value === null || value === '';
    const parts = engine.plan(text, findings, kind, name, path, empty);
    if (parts.length === 0) return value;
    const result = this.write(text, parts, kind, place, name, path, 0, isText ? undefined : value);
    for (const outcome of result.outcomes) note(outcome);
    if (result.replacements.length === 0) return value;
    const written = result.text;
    // A number that was encrypted in its format is a number again.
    const isFormat = result.outcomes[0]?.treatment.format !== undefined;
    if (!isText && isFormat && result.outcomes[0]?.outcome === 'success') {
      return typeof value === 'bigint' ? BigInt(written) : Number(written);
    }
    return written;
  }

  private write(
    text: string,
    parts: readonly Part[],
    kind: 'field' | 'solid' | 'name',
    place: SealPlace,
    name: string | undefined,
    path: string | undefined,
    firstPart: number,
    value?: FieldValue,
  ) {
    const { engine } = this;
    for (const { treatment } of parts) assertBound(treatment.sealer, place);
    return writeParts({
      text,
      parts,
      kind,
      place,
      seeksFormats: engine.seeksFormats,
      isSeenAnew: false,
      coverPlace: () => engine.coverPlace(name),
      firstPart,
      ...(value === undefined ? {} : { value }),
      rawOf: () => undefined,
      plan: (candidate) =>
        kind === 'solid' && !isWholeNumber(candidate, typeof value)
          ? []
          : engine.plan(candidate, engine.scanField(candidate, name), kind, name, path, false),
    });
  }
}

function isWholeNumber(text: string, type: string): boolean {
  return /^(?:0|[1-9]\d*)$/.test(text) && (type === 'bigint' || Number.isSafeInteger(Number(text)));
}

function decisionOf({ treatment, outcome, start, end }: Outcome): AppliedDecision {
  const { action, rule, category, keyId } = treatment;
  return {
    action,
    rule,
    outcome,
    ...(category === undefined ? {} : { category }),
    ...(keyId === undefined ? {} : { keyId }),
    span: { start, end },
  };
}

function refuseSealed(text: string): void {
  if (!holdsSealed(text)) return;
  throw protectError('ERR_PROTECT_SEALED', 'The value holds a sealed value already', {
    hint: 'What it holds could be taken for what is sealed here: reveal it first, or leave it out.',
  });
}

function assertBound(
  sealer: { binds(part: 'column' | 'row'): boolean } | undefined,
  place: SealPlace,
): void {
  for (const part of ['column', 'row'] as const) {
    if (place[part] === undefined && sealer?.binds(part) === true) {
      throw protectError('ERR_PROTECT_CONTEXT', `The policy binds this value to its ${part}`, {
        hint: `Give the ${part} of the value, the same when protecting and when revealing.`,
        details: { part },
      });
    }
  }
}

/**
 * Makes a pipeline of a policy and keys. Every key that the policy names is fetched now; after that, all is synchronous.
 *
 * @throws {DataSecurityError} `ERR_PROTECT_OPTIONS` where the policy needs keys and none were given, `ERR_PROTECT_CONTEXT` where it
 * binds to a table or tenant and none is named, and what the key provider throws, such as `ERR_ENCRYPT_KEY_NOT_FOUND`.
 *
 * @example
 * ```ts
 * import { createPipeline, readPolicy } from '@yushu/protect';
 *
 * const policy = readPolicy(`
 * version: 1
 * rules: [{ match: { category: contact.phone }, action: { mask: { keepFirst: 3, keepLast: 4 } } }]
 * default: allow`);
 * const pipeline = await createPipeline({ policy });
 * console.log(pipeline.value('13800138000', { column: 'phone' }).value); // 138****8000
 * ```
 */
export async function createPipeline(options: PipelineOptions): Promise<Pipeline> {
  const { policy, keys } = options;
  return new PolicyPipeline(options, await prepareActions(policy, keys, 'protect'));
}
