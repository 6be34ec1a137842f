import { type CategoryId, compareLevels, describeCategory, type Level } from '@yushu/core';
import type { ApiAudit } from '../audit/api-audit.ts';
import type { ClassifiedField, FieldClass } from '../fields/field-classes.ts';
import type { ApiModel } from '../model/api-model.ts';
import type { ApiOperation, Audience } from '../model/api-operation.ts';
import { textAt } from '../model/json-object.ts';
import type { Unit } from '../model/unit.ts';

/** A graded field that an operation takes or gives. */
export interface MappedField {
  readonly name: string;
  readonly category: CategoryId;
  readonly level: Level;
  readonly evidence: FieldClass['evidence'];
  /** JSON Pointer of where it is defined. */
  readonly pointer: string;
}

/** One operation with the graded data that goes through it. */
export interface MappedOperation {
  readonly method: string;
  readonly path: string;
  readonly operationId: string | undefined;
  readonly audience: Audience;
  /** Whether the API makes the call itself: a callback or webhook. */
  readonly isOutgoing: boolean;
  readonly input: readonly MappedField[];
  readonly output: readonly MappedField[];
  /** The highest level of its fields; `undefined` where nothing graded goes through it. */
  readonly level: Level | undefined;
}

/** What graded data an API takes and gives, operation by operation. */
export interface ApiDataMap {
  readonly title: string | undefined;
  readonly version: string | undefined;
  readonly operations: readonly MappedOperation[];
  /** How many operations take or give each category. */
  readonly categories: readonly {
    readonly category: CategoryId;
    readonly zh: string;
    readonly en: string;
    readonly level: Level;
    readonly taking: number;
    readonly giving: number;
    /** Operations that give it without credentials. */
    readonly public: number;
  }[];
}

/** Fields by the unit that defines them. */
function fieldsByUnit(model: ApiModel, audit: ApiAudit): Map<Unit, ClassifiedField[]> {
  const byUnit = new Map<Unit, ClassifiedField[]>();
  const add = (field: ClassifiedField): void => {
    const list = byUnit.get(field.node.unit);
    if (list === undefined) byUnit.set(field.node.unit, [field]);
    else list.push(field);
  };
  for (const field of audit.fields?.all() ?? []) add(field);
  for (const node of model.parameters) {
    const field = audit.fields?.classify(node);
    const name = textAt(node.value, 'name');
    if (field !== undefined && name !== undefined) add({ node, name, field });
  }
  return byUnit;
}

/** So many fields of one direction are listed. */
const maxFields = 200;

function collect(
  start: Unit,
  byUnit: ReadonlyMap<Unit, readonly ClassifiedField[]>,
): readonly MappedField[] {
  const seen = new Set<Unit>([start]);
  const queue = [start];
  const found = new Map<string, MappedField>();
  for (let at = 0; at < queue.length; at += 1) {
    const unit = queue[at]!;
    for (const { node, name, field } of byUnit.get(unit) ?? []) {
      const key = `${name}\u0000${field.category}`;
      if (found.has(key) || found.size >= maxFields) continue;
      found.set(key, { name, ...field, pointer: node.pointer });
    }
    for (const target of unit.targets) {
      if (seen.has(target)) continue;
      seen.add(target);
      queue.push(target);
    }
  }
  return [...found.values()].sort((a, b) => compareLevels(b.level, a.level));
}

function highest(fields: readonly MappedField[]): Level | undefined {
  return fields.reduce<Level | undefined>(
    (best, { level }) => (best === undefined || compareLevels(level, best) > 0 ? level : best),
    undefined,
  );
}

function mapOperation(
  operation: ApiOperation,
  byUnit: ReadonlyMap<Unit, readonly ClassifiedField[]>,
): MappedOperation {
  const input = collect(operation.request, byUnit);
  const output = collect(operation.response, byUnit);
  return {
    method: operation.method,
    path: operation.path,
    operationId: textAt(operation.node.value, 'operationId'),
    audience: operation.audience,
    isOutgoing: operation.isOutgoing,
    input,
    output,
    level: highest([...input, ...output]),
  };
}

/**
 * Makes the data map of an API: which graded fields each operation takes and gives, and to whom, as assessments under the Data
 * Security Law and the Personal Information Protection Law ask for. Levels are those of GB/T 43697 as core grades categories.
 *
 * @example
 * ```ts
 * import { auditDescription, createDataMap } from '@yushu/api-security';
 *
 * const audit = auditDescription({
 *   openapi: '3.1.0',
 *   paths: {
 *     '/users': {
 *       post: {
 *         requestBody: {
 *           content: { 'application/json': { schema: { type: 'object', properties: { 手机号: { type: 'string' } } } } },
 *         },
 *       },
 *     },
 *   },
 * });
 * console.log(createDataMap(audit).operations[0]?.input[0]?.category); // contact.phone
 * ```
 */
export function createDataMap(audit: ApiAudit): ApiDataMap {
  const { model } = audit;
  if (model === undefined) {
    return { title: undefined, version: undefined, operations: [], categories: [] };
  }
  const byUnit = fieldsByUnit(model, audit);
  const operations = model.operations.map((operation) => mapOperation(operation, byUnit));
  const counts = new Map<CategoryId, { taking: number; giving: number; public: number }>();
  const count = (
    fields: readonly MappedField[],
    add: (one: { taking: number; giving: number; public: number }) => void,
  ): void => {
    for (const category of new Set(fields.map((field) => field.category))) {
      const one = counts.get(category) ?? { taking: 0, giving: 0, public: 0 };
      add(one);
      counts.set(category, one);
    }
  };
  for (const { input, output, audience } of operations) {
    count(input, (one) => {
      one.taking += 1;
    });
    count(output, (one) => {
      one.giving += 1;
      if (audience === 'public') one.public += 1;
    });
  }
  const info = model.document['info'];
  const about = typeof info === 'object' && info !== null ? (info as Record<string, unknown>) : {};
  return {
    title: textAt(about, 'title'),
    version: about['version'] === undefined ? undefined : String(about['version']),
    operations,
    categories: [...counts]
      .map(([category, numbers]) => {
        const { zh, en, level } = describeCategory(category);
        return { category, zh, en, level, ...numbers };
      })
      .sort((a, b) => compareLevels(b.level, a.level) || b.giving - a.giving),
  };
}
