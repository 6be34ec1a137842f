import { appendPointer } from '@yushu/core';
import type { ApiNode } from '../../model/api-node.ts';
import {
  isObject,
  type JsonObject,
  listAt,
  objectAt,
  own,
  textAt,
} from '../../model/json-object.ts';
import { memberSchemas } from '../plan/schema-members.ts';
import type { SchemaSpace } from '../plan/schema-space.ts';
import { compilePattern } from './compile-pattern.ts';
import { formatTests } from './formats.ts';
import type { Violation, ViolationPlace } from './violation.ts';

/** So many violations are named; one is enough to refuse. */
const maxViolations = 20;

/** How often one value may be put to a schema, for each level: alternatives within alternatives would grow beyond measure. */
const maxSteps = 2_000_000;

/** What is checked, and how. */
export interface CheckOptions {
  readonly space: SchemaSpace;
  readonly place: ViolationPlace;
  /** Fields that only servers set are refused in requests, and those that only clients set in responses. */
  readonly direction: 'request' | 'response';
  /** Whether fields that the description lacks are refused, where it does not leave that open. */
  readonly refusesUndeclared: boolean;
  readonly maxDepth: number;
}

const typeOf = (value: unknown): string => {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return typeof value;
};

const isType = (value: unknown, type: unknown): boolean =>
  type === 'integer' ? Number.isInteger(value) : type === 'file' || typeOf(value) === type;

/** A text that is the same for equal JSON values. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const members = Object.keys(value).sort();
  return `{${members.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join()}}`;
}

const countOf = (value: JsonObject, keyword: string): number | undefined => {
  const count = value[keyword];
  return typeof count === 'number' && Number.isFinite(count) ? count : undefined;
};

/** Characters, as JSON Schema counts the length of texts. */
function lengthOf(text: string): number {
  let length = text.length;
  for (let index = 0; index < text.length - 1; index += 1) {
    if (
      (text.charCodeAt(index) & 0xfc00) === 0xd800 &&
      (text.charCodeAt(index + 1) & 0xfc00) === 0xdc00
    ) {
      length -= 1;
      index += 1;
    }
  }
  return length;
}

/** Holds one value to a schema. */
class ValueCheck {
  violations: Violation[] = [];
  private readonly options: CheckOptions;
  private steps = 0;

  constructor(options: CheckOptions) {
    this.options = options;
  }

  /** @returns whether it holds. */
  check(value: unknown, node: ApiNode, at: string, depth: number): boolean {
    this.steps += 1;
    if (this.steps > maxSteps || depth > this.options.maxDepth) {
      return this.report(at, this.steps > maxSteps ? 'work' : 'depth');
    }
    const resolved = this.options.space.resolve(node);
    // What the description says elsewhere is not known here, and so is not checked.
    if (resolved === undefined) return true;
    const before = this.violations.length;
    for (const schema of resolved === node ? [node] : [node, resolved]) {
      if (schema.reference === undefined || schema === resolved)
        this.checkKeywords(value, schema, at, depth);
    }
    return this.violations.length === before;
  }

  /** Refuses members that no schema of the object has. */
  checkUndeclared(value: unknown, schemas: readonly ApiNode[], at: string, depth: number): void {
    const { space, direction, refusesUndeclared } = this.options;
    if (depth > this.options.maxDepth) return;
    if (Array.isArray(value)) {
      const items = schemas.flatMap((schema) => {
        const found = schema.value['items'];
        return isObject(found) ? [space.nodeOf('schema', found, schema, '', 'items')] : [];
      });
      if (items.length === 0) return;
      const { nodes } = space.expand(items);
      for (const item of value) this.checkUndeclared(item, nodes, `${at}/*`, depth + 1);
      return;
    }
    if (!isObject(value)) return;
    for (const key of Object.keys(value)) {
      this.steps += 1;
      if (this.steps > maxSteps) return;
      const below = memberSchemas(space, schemas, key);
      if (below.schemas.length === 0) {
        if (refusesUndeclared && !below.isOpen) this.report(`${at}/*`, 'additionalProperties');
        continue;
      }
      const { nodes } = space.expand(below.schemas);
      const forbidden = direction === 'request' ? 'readOnly' : 'writeOnly';
      const path = appendPointer(at, key);
      if (nodes.some((node) => node.value[forbidden] === true)) this.report(path, forbidden);
      this.checkUndeclared(value[key], nodes, path, depth + 1);
    }
  }

  private report(at: string, rule: string, expected?: string | number): false {
    if (this.violations.length < maxViolations) {
      const { place } = this.options;
      this.violations.push({
        in: place,
        at,
        rule,
        ...(expected === undefined ? {} : { expected }),
      });
    }
    return false;
  }

  private checkKeywords(value: unknown, node: ApiNode, at: string, depth: number): void {
    const schema = node.value;
    if (!this.checkType(value, schema, at)) return;
    const list = listAt(schema, 'enum');
    if (list !== undefined && !(value === null && schema['nullable'] === true)) {
      const own = canonical(value);
      if (!list.some((one) => canonical(one) === own)) this.report(at, 'enum');
    }
    if (Object.hasOwn(schema, 'const') && canonical(schema['const']) !== canonical(value)) {
      this.report(at, 'const');
    }
    if (typeof value === 'string') this.checkText(value, schema, at);
    else if (typeof value === 'number') this.checkNumber(value, schema, at);
    else if (Array.isArray(value)) this.checkList(value, node, at, depth);
    else if (isObject(value)) this.checkMap(value, node, at, depth);
    this.checkComposition(value, node, at, depth);
  }

  private checkType(value: unknown, schema: JsonObject, at: string): boolean {
    const { type } = schema;
    if (type === undefined || (value === null && schema['nullable'] === true)) return true;
    const types: readonly unknown[] = Array.isArray(type) ? type : [type];
    if (types.some((one) => isType(value, one))) return true;
    return this.report(at, 'type', types.map(String).join(' or '));
  }

  private checkText(value: string, schema: JsonObject, at: string): void {
    const most = countOf(schema, 'maxLength');
    const least = countOf(schema, 'minLength');
    if (most !== undefined && lengthOf(value) > most) {
      this.report(at, 'maxLength', most);
      return;
    }
    if (least !== undefined && lengthOf(value) < least) this.report(at, 'minLength', least);
    const pattern = textAt(schema, 'pattern');
    if (pattern !== undefined && compilePattern(pattern)?.(value) === false)
      this.report(at, 'pattern');
    const format = textAt(schema, 'format');
    if (
      format !== undefined &&
      Object.hasOwn(formatTests, format) &&
      !formatTests[format]!(value)
    ) {
      this.report(at, 'format', format);
    }
  }

  private checkNumber(value: number, schema: JsonObject, at: string): void {
    const least = countOf(schema, 'minimum');
    const most = countOf(schema, 'maximum');
    const above = schema['exclusiveMinimum'];
    const below = schema['exclusiveMaximum'];
    // In OpenAPI 2 and 3.0 the limits are exclusive by a flag.
    if (least !== undefined && (above === true ? value <= least : value < least))
      this.report(at, 'minimum', least);
    if (most !== undefined && (below === true ? value >= most : value > most))
      this.report(at, 'maximum', most);
    if (typeof above === 'number' && value <= above) this.report(at, 'exclusiveMinimum', above);
    if (typeof below === 'number' && value >= below) this.report(at, 'exclusiveMaximum', below);
    const step = countOf(schema, 'multipleOf');
    if (step !== undefined && step > 0) {
      const quotient = value / step;
      const isOff =
        Math.abs(quotient - Math.round(quotient)) > 1e-9 * Math.max(1, Math.abs(quotient));
      if (isOff) this.report(at, 'multipleOf', step);
    }
    const format = textAt(schema, 'format');
    if (format === 'int32' && (value < -(2 ** 31) || value > 2 ** 31 - 1))
      this.report(at, 'format', 'int32');
    if (format === 'int64' && (value < -(2 ** 63) || value > 2 ** 63))
      this.report(at, 'format', 'int64');
  }

  private checkList(value: readonly unknown[], node: ApiNode, at: string, depth: number): void {
    const schema = node.value;
    const most = countOf(schema, 'maxItems');
    const least = countOf(schema, 'minItems');
    if (most !== undefined && value.length > most) {
      this.report(at, 'maxItems', most);
      return;
    }
    if (least !== undefined && value.length < least) this.report(at, 'minItems', least);
    if (schema['uniqueItems'] === true && new Set(value.map(canonical)).size !== value.length) {
      this.report(at, 'uniqueItems');
    }
    const { items } = schema;
    const tuple = listAt(schema, 'prefixItems') ?? [];
    for (const [index, one] of value.entries()) {
      if (this.violations.length >= maxViolations) return;
      const wanted = index < tuple.length ? tuple[index] : items;
      if (wanted === false) this.report(`${at}/*`, 'items');
      else if (isObject(wanted)) {
        const key = index < tuple.length ? `prefixItems/${index}` : 'items';
        this.check(one, this.nodeOf(wanted, node, '', key), `${at}/*`, depth + 1);
      }
    }
  }

  private checkMap(value: JsonObject, node: ApiNode, at: string, depth: number): void {
    const { space, direction } = this.options;
    const schema = node.value;
    const keys = Object.keys(value);
    const most = countOf(schema, 'maxProperties');
    const least = countOf(schema, 'minProperties');
    if (most !== undefined && keys.length > most) this.report(at, 'maxProperties', most);
    if (least !== undefined && keys.length < least) this.report(at, 'minProperties', least);
    const properties = objectAt(schema, 'properties') ?? {};
    const exempt = direction === 'request' ? 'readOnly' : 'writeOnly';
    for (const key of listAt(schema, 'required') ?? []) {
      if (typeof key !== 'string' || Object.hasOwn(value, key)) continue;
      const property = own(properties, key);
      const found = isObject(property)
        ? space.resolve(this.nodeOf(property, node, '/properties', key))?.value
        : undefined;
      if (found?.[exempt] !== true) this.report(appendPointer(at, key), 'required');
    }
    const dependents = objectAt(schema, 'dependentRequired') ?? {};
    for (const key of Object.keys(dependents)) {
      if (!Object.hasOwn(value, key)) continue;
      for (const wanted of listAt(dependents, key) ?? []) {
        if (typeof wanted === 'string' && !Object.hasOwn(value, wanted)) {
          this.report(appendPointer(at, wanted), 'dependentRequired');
        }
      }
    }
    const patterns = objectAt(schema, 'patternProperties') ?? {};
    const rest = schema['additionalProperties'];
    for (const key of keys) {
      if (this.violations.length >= maxViolations) return;
      const property = own(properties, key);
      let isKnown = property !== undefined;
      if (isObject(property)) {
        const path = appendPointer(at, key);
        this.check(value[key], this.nodeOf(property, node, '/properties', key), path, depth + 1);
      } else if (property === false) this.report(appendPointer(at, key), 'properties');
      for (const pattern of Object.keys(patterns)) {
        if (compilePattern(pattern)?.(key) !== true) continue;
        isKnown = true;
        const wanted = patterns[pattern];
        if (isObject(wanted)) {
          this.check(
            value[key],
            this.nodeOf(wanted, node, '/patternProperties', pattern),
            `${at}/*`,
            depth + 1,
          );
        } else if (wanted === false) this.report(`${at}/*`, 'patternProperties');
      }
      if (isKnown) continue;
      if (rest === false) this.report(`${at}/*`, 'additionalProperties');
      else if (isObject(rest)) {
        this.check(
          value[key],
          this.nodeOf(rest, node, '', 'additionalProperties'),
          `${at}/*`,
          depth + 1,
        );
      }
    }
  }

  private checkComposition(value: unknown, node: ApiNode, at: string, depth: number): void {
    const schema = node.value;
    for (const [index, part] of (listAt(schema, 'allOf') ?? []).entries()) {
      if (isObject(part))
        this.check(value, this.nodeOf(part, node, '/allOf', index), at, depth + 1);
    }
    const anyOf = listAt(schema, 'anyOf');
    if (anyOf !== undefined && this.count(value, anyOf, node, 'anyOf', at, depth, 1) === 0) {
      this.report(at, 'anyOf');
    }
    const oneOf = listAt(schema, 'oneOf');
    if (oneOf !== undefined && this.count(value, oneOf, node, 'oneOf', at, depth, 2) !== 1) {
      this.report(at, 'oneOf');
    }
    const { not } = schema;
    if (isObject(not) && this.holds(value, this.nodeOf(not, node, '', 'not'), at, depth)) {
      this.report(at, 'not');
    }
    const condition = schema['if'];
    if (isObject(condition)) {
      const branch = this.holds(value, this.nodeOf(condition, node, '', 'if'), at, depth)
        ? 'then'
        : 'else';
      const wanted = schema[branch];
      if (isObject(wanted)) this.check(value, this.nodeOf(wanted, node, '', branch), at, depth + 1);
    }
    const dependent = objectAt(schema, 'dependentSchemas');
    if (dependent === undefined || !isObject(value)) return;
    for (const key of Object.keys(dependent)) {
      const wanted = dependent[key];
      if (isObject(wanted) && Object.hasOwn(value, key)) {
        this.check(value, this.nodeOf(wanted, node, '/dependentSchemas', key), at, depth + 1);
      }
    }
  }

  /** How many alternatives hold, at most `enough`. */
  private count(
    value: unknown,
    schemas: readonly unknown[],
    node: ApiNode,
    keyword: string,
    at: string,
    depth: number,
    enough: number,
  ): number {
    let count = 0;
    for (const [index, one] of schemas.entries()) {
      const holds =
        one === true ||
        (isObject(one) &&
          this.holds(value, this.nodeOf(one, node, `/${keyword}`, index), at, depth));
      if (holds) count += 1;
      if (count >= enough) break;
    }
    return count;
  }

  /** Whether a schema holds, without a word where it does not. */
  private holds(value: unknown, node: ApiNode, at: string, depth: number): boolean {
    const { violations } = this;
    this.violations = [];
    const holds = this.check(value, node, at, depth + 1);
    this.violations = violations;
    return holds;
  }

  private nodeOf(value: JsonObject, parent: ApiNode, via: string, key: string | number): ApiNode {
    return this.options.space.nodeOf('schema', value, parent, via, key);
  }
}

/**
 * Holds a value to a schema of the description: JSON Schema 2020-12 as OpenAPI 3.1 uses it, and the dialects of OpenAPI 2 and 3.0. Time and
 * depth are bounded; a pattern runs in linear time or, where it cannot, is not checked.
 *
 * @returns what does not hold, at most 20; none where all does.
 */
export function checkValue(
  value: unknown,
  node: ApiNode,
  options: CheckOptions,
): readonly Violation[] {
  const check = new ValueCheck(options);
  check.check(value, node, '', 0);
  check.checkUndeclared(value, options.space.expand([node]).nodes, '', 0);
  return check.violations;
}
