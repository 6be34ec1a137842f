/**
 * What was protected, given back to those who may see it.
 *
 * @module
 */
import type { Requester } from '@yushu/core';
import type { FieldValue } from '@yushu/encrypt';
import { AuditQueue } from '../audit/audit-queue.ts';
import type { Journal } from '../audit/journal.ts';
import { LineRevealer } from '../document/reveal-lines.ts';
import { RecordRevealer } from '../document/reveal-records.ts';
import { type PreparedActions, prepareActions } from '../engine/prepare-actions.ts';
import type { Scope } from '../engine/protect-engine.ts';
import { RevealEngine } from '../engine/reveal-engine.ts';
import { mapRecord, type RecordLeaf, type RecordValue } from '../record/map-record.ts';
import { RecordValueRevealer } from '../record/reveal-value.ts';
import { checkDocumentType, type DocumentType } from './document-type.ts';
import {
  type EngineOptions,
  journalOf,
  type RecordPlace,
  scannerOf,
  scopeOf,
  type ValuePlace,
} from './pipeline-options.ts';
import { createRewriteStream, type RewriteStream } from './rewrite-stream.ts';

/** Options of {@link createRevealer}: the same policy, table and tenant as for protecting, and who asks, and why. */
export interface RevealerOptions extends EngineOptions, Requester {}

/** Options of {@link Revealer.stream}. */
export interface RevealStreamOptions {
  /** Name of the file, for events; the revealer's `source` unless given. */
  readonly source?: string;
  /** For csv and tsv: one character between cells; `,` and a tab unless given. */
  readonly delimiter?: string | undefined;
}

/** Gives back what the policy lets the one who asks see; the rest stays sealed. Made by {@link createRevealer}. */
export interface Revealer {
  /**
   * Reveals one value that `pipeline.value` gave.
   *
   * @throws {DataSecurityError} `ERR_ENCRYPT_OPEN` where a sealed value does not open here: one error for every reason.
   */
  value(value: FieldValue, place?: ValuePlace): FieldValue;
  /**
   * Reveals a record that `pipeline.record` gave, or a line of NDJSON that `pipeline.stream` gave, parsed.
   *
   * @throws {DataSecurityError} as `value`.
   */
  record(record: RecordValue, place?: RecordPlace): RecordValue;
  /** Reveals text that `pipeline.text` gave. @throws {DataSecurityError} as `value`. */
  text(text: string): string;
  /**
   * A pair of streams that reveals a document that `pipeline.stream` gave. It fails with `ERR_ENCRYPT_OPEN` at the first value that
   * does not open, and with `ERR_PROTECT_DOCUMENT` where the document is broken; what came before has been given out by then, so
   * throw it away.
   */
  stream(type: DocumentType, options?: RevealStreamOptions): RewriteStream;
  /** Resolves once the audit sink has taken the events of `value`, `record` and `text`. */
  flush(): Promise<void>;
}

class PolicyRevealer implements Revealer {
  private readonly options: RevealerOptions;
  private readonly actions: PreparedActions;
  private readonly scope: Scope;
  private readonly requester: Requester;
  private readonly engine: RevealEngine;
  private readonly values: RecordValueRevealer;
  private readonly queue: AuditQueue;

  constructor(options: RevealerOptions, actions: PreparedActions) {
    const { role, purpose } = options;
    this.options = options;
    this.actions = actions;
    this.scope = scopeOf(options, actions);
    this.requester = {
      ...(role === undefined ? {} : { role }),
      ...(purpose === undefined ? {} : { purpose }),
    };
    this.engine = this.createEngine(journalOf('reveal', options, this.requester));
    this.values = new RecordValueRevealer(this.engine);
    this.queue = new AuditQueue(this.engine.journal);
  }

  value(value: FieldValue, place: ValuePlace = {}): FieldValue {
    return this.recorded(
      () =>
        this.values.leaf(value as RecordLeaf, place.column, undefined, undefined, {
          ...this.scope,
          column: place.column,
          row: place.row,
        }) as FieldValue,
    );
  }

  record(record: RecordValue, place: RecordPlace = {}): RecordValue {
    return this.recorded(() => {
      let namePart = 0;
      return mapRecord(record, {
        leaf: (leaf, { name, path, eventPath }) =>
          this.values.leaf(leaf, name, path, eventPath, {
            ...this.scope,
            column: path,
            row: place.row,
          }),
        key: (key, { name, path, eventPath }) => {
          const seal = { ...this.scope, column: `${path}/~`, row: place.row };
          const revealed = this.values.name(key, name, path, `${eventPath}/*`, seal, namePart);
          namePart = revealed.nextPart;
          return { below: key, key: revealed.text, isHidden: revealed.isHidden };
        },
      });
    });
  }

  text(text: string): string {
    return this.recorded(() => {
      const lines = new LineRevealer(this.engine);
      return lines.push(text) + lines.end();
    });
  }

  stream(type: DocumentType, options: RevealStreamOptions = {}): RewriteStream {
    checkDocumentType(type);
    const source = options.source ?? this.options.source;
    const journal = journalOf('reveal', { ...this.options, source }, this.requester);
    const engine = this.createEngine(journal);
    const rewriter =
      type === 'text' ? new LineRevealer(engine) : new RecordRevealer(engine, type, options);
    return createRewriteStream(rewriter, journal);
  }

  flush(): Promise<void> {
    return this.queue.flush();
  }

  private createEngine(journal: Journal): RevealEngine {
    const { policy } = this.options;
    const scanner = scannerOf(this.options);
    return new RevealEngine(policy, this.requester, this.actions, scanner, this.scope, journal);
  }

  /** What fails is recorded too. */
  private recorded<Result>(reveal: () => Result): Result {
    this.queue.assertReady();
    try {
      return reveal();
    } finally {
      this.queue.enqueue();
    }
  }
}

/**
 * Makes a revealer for one who asks, and why. Keys of pseudonyms are not fetched: those cannot be turned back.
 *
 * @throws {DataSecurityError} as `createPipeline`.
 *
 * @example
 * ```ts
 * import { createKeyProvider, generateKeyset } from '@yushu/encrypt';
 * import { createPipeline, createRevealer, readPolicy } from '@yushu/protect';
 *
 * const policy = readPolicy(`
 * version: 1
 * rules:
 *   - match: { category: contact.phone }
 *     unless: { role: auditor, purpose: fraud }
 *     action: { encrypt: { key: pii, context: [column, row] } }
 * default: allow`);
 * const keys = createKeyProvider({ pii: generateKeyset('AES256_GCM') });
 * const place = { column: 'phone', row: '7' };
 * const { value } = (await createPipeline({ policy, keys })).value('13800138000', place); // ysk1.AQ…
 * const auditor = await createRevealer({ policy, keys, role: 'auditor', purpose: 'fraud' });
 * console.log(auditor.value(value, place)); // 13800138000
 * const clerk = await createRevealer({ policy, keys, role: 'clerk', purpose: 'support' });
 * console.log(clerk.value(value, place) === value); // true
 * ```
 */
export async function createRevealer(options: RevealerOptions): Promise<Revealer> {
  const { policy, keys } = options;
  return new PolicyRevealer(options, await prepareActions(policy, keys, 'reveal'));
}
