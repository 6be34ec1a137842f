import type { ApiModel } from '../../model/api-model.ts';
import type { ApiNode } from '../../model/api-node.ts';
import { isObject, type JsonObject, listAt, textAt } from '../../model/json-object.ts';
import type { Unit } from '../../model/unit.ts';
import { hasType } from '../../rules/checks/schema-checks.ts';
import type { Rule, RuleContext } from '../../rules/rule.ts';
import { kicsRule } from './kics-rule.ts';

/** Formats that bound a text by themselves. */
const fixedFormats = /^(?:date|date-time|uuid|time|duration|binary|byte|ipv4|ipv6)$/;

/** Whether a unit holds a broken schema, or leads to one. */
function tainted(broken: readonly ApiNode[]): ReadonlySet<Unit> {
  const found = new Set<Unit>();
  const queue = broken.map(({ unit }) => unit).filter((unit) => unit.operation < 0);
  for (let at = 0; at < queue.length; at += 1) {
    const unit = queue[at]!;
    if (found.has(unit)) continue;
    found.add(unit);
    for (const source of unit.sources) if (source.operation < 0) queue.push(source);
  }
  return found;
}

/** Where a schema is broken: at a key of it, and at each `$ref` by which it is reached. */
const schemas =
  (look: (value: JsonObject, node: ApiNode, model: ApiModel) => readonly string[] | undefined) =>
  ({ model, report }: RuleContext): void => {
    const broken: ApiNode[] = [];
    for (const node of model.schemas) {
      if (node.reference !== undefined) continue;
      const at = look(node.value, node, model);
      if (at === undefined) continue;
      broken.push(node);
      report(node, { at });
    }
    const units = tainted(broken);
    for (const unit of units) {
      for (const reference of unit.references) {
        if (reference.reference !== undefined) report(reference, { at: ['$ref'] });
      }
    }
  };

const keysOf = (value: JsonObject): readonly string[] => Object.keys(value);

const numeric = (keyword: string) =>
  schemas((value) => {
    const isNumeric = hasType(value, 'integer') || hasType(value, 'number');
    return isNumeric && value[keyword] === undefined && value['enum'] === undefined
      ? ['type']
      : undefined;
  });

/** Patterns that let nearly everything through. */
const broadPattern = /^\^?(?:\.[*+]|\[\\?[sS]\\?[sSdDwW]\][*+]|\(\.[*+]\)|)\$?$/;

const compositions = ['allOf', 'anyOf', 'oneOf'] as const;

/** A schema that is the body of JSON. */
function isBody(node: ApiNode): boolean {
  return (
    node.parent?.kind === 'mediaType' ||
    node.parent?.kind === 'response' ||
    (node.parent?.kind === 'parameter' && node.parent.value['in'] === 'body')
  );
}

/** Bodies, and where a body is a `$ref`, the place of the `$ref`. */
const bodies =
  (breaks: (value: JsonObject) => boolean) =>
  ({ model, report }: RuleContext): void => {
    for (const node of model.schemas) {
      if (!isBody(node)) continue;
      const resolved = model.resolve(node);
      if (resolved === undefined || !breaks(resolved.value)) continue;
      report(node, node.reference === undefined ? {} : { at: ['$ref'] });
    }
  };

const isComposed = (value: JsonObject): boolean =>
  compositions.some((keyword) => value[keyword] !== undefined);

/** Rules of KICS over schemas. */
export const kicsSchemaRules: readonly Rule[] = [
  kicsRule(
    'general/maximum_length_undefined',
    'low',
    20,
    'A text may have any length.',
    schemas((value) =>
      hasType(value, 'string') &&
      value['maxLength'] === undefined &&
      value['enum'] === undefined &&
      !isBounded(textAt(value, 'pattern')) &&
      !fixedFormats.test(textAt(value, 'format') ?? '')
        ? ['type']
        : undefined,
    ),
  ),
  kicsRule(
    'general/pattern_undefined',
    'medium',
    20,
    'A text may have any form.',
    schemas((value) =>
      hasType(value, 'string') &&
      value['pattern'] === undefined &&
      value['enum'] === undefined &&
      !fixedFormats.test(textAt(value, 'format') ?? '')
        ? ['type']
        : undefined,
    ),
  ),
  kicsRule(
    'general/string_schema_with_broad_pattern',
    'low',
    20,
    'A pattern lets everything through.',
    schemas((value) =>
      hasType(value, 'string') && typeof value['pattern'] === 'string' && isBroad(value['pattern'])
        ? ['pattern']
        : undefined,
    ),
  ),
  kicsRule(
    'general/numeric_schema_without_format',
    'low',
    20,
    'A number has no format.',
    schemas((value) =>
      (hasType(value, 'integer') || hasType(value, 'number')) && value['format'] === undefined
        ? ['type']
        : undefined,
    ),
  ),
  kicsRule(
    'general/numeric_schema_without_maximum',
    'low',
    20,
    'A number has no maximum.',
    numeric('maximum'),
  ),
  kicsRule(
    'general/numeric_schema_without_minimum',
    'low',
    20,
    'A number has no minimum.',
    numeric('minimum'),
  ),
  kicsRule(
    'general/invalid_format',
    'low',
    665,
    'The format does not fit the type.',
    schemas((value) => {
      const format = textAt(value, 'format');
      if (format === undefined) return undefined;
      if (value['type'] === 'integer')
        return /^int(?:32|64)$/.test(format) ? undefined : ['format'];
      if (value['type'] === 'number')
        return /^(?:float|double)$/.test(format) ? undefined : ['format'];
      return undefined;
    }),
  ),
  kicsRule(
    'general/array_without_maximum_number_items',
    'medium',
    665,
    'An array may have any number of elements.',
    schemas((value) =>
      hasType(value, 'array') && value['maxItems'] === undefined ? [] : undefined,
    ),
  ),
  kicsRule(
    'general/array_items_has_no_type',
    'low',
    665,
    'Elements have no type.',
    schemas((value) => {
      const items = value['items'];
      if (!isObject(items) || !hasType(value, 'array')) return undefined;
      const parts = compositions.flatMap((keyword) => listAt(items, keyword) ?? []);
      const says =
        items['type'] !== undefined ||
        typeof items['$ref'] === 'string' ||
        items['enum'] !== undefined ||
        (parts.length > 0 &&
          parts.every(
            (part) => isObject(part) && (part['type'] !== undefined || part['$ref'] !== undefined),
          ));
      return says ? undefined : ['items'];
    }),
  ),
  kicsRule(
    'general/schema_object_empty',
    'medium',
    20,
    'A schema is empty.',
    schemas((value, node) => (keysOf(value).length === 0 && node.key !== 'items' ? [] : undefined)),
  ),
  kicsRule(
    'general/json_object_schema_without_type',
    'medium',
    20,
    'The schema of a body has no type.',
    bodies((value) => value['type'] === undefined && value['properties'] !== undefined),
  ),
  kicsRule(
    'general/json_object_schema_without_properties',
    'medium',
    20,
    'The schema of a body has no properties.',
    bodies(
      (value) =>
        value['type'] === 'object' && value['properties'] === undefined && !isComposed(value),
    ),
  ),
  kicsRule(
    '3.0/additional_properties_too_permissive',
    'low',
    665,
    'An object takes any property.',
    ({ model, report }) => {
      for (const node of model.schemas) {
        const { value, parent, via } = node;
        if (value['type'] !== 'object' || isComposed(value)) continue;
        const additional = value['additionalProperties'];
        const isTrue = additional === true || additional === 'true';
        const keyword = compositions.find((one) => via === `/${one}`);
        if (keyword !== undefined && parent !== undefined) {
          // One part that is closed closes the whole.
          const parts = listAt(parent.value, keyword) ?? [];
          const isClosed = parts.some(
            (part) => isObject(part) && /^false$/.test(String(part['additionalProperties'])),
          );
          if (isTrue && !isClosed) report(parent, { at: [keyword] });
        } else if (isTrue) report(node, { at: ['additionalProperties'] });
        else if (additional === undefined) report(node);
      }
    },
  ),
  kicsRule(
    '3.0/additional_properties_too_restrective',
    'low',
    665,
    'A composed object refuses the properties of its parts.',
    ({ model, report }) => {
      for (const node of model.schemas) {
        for (const keyword of compositions) {
          const parts = node.value[keyword];
          if (!Array.isArray(parts)) continue;
          const closed = parts.some(
            (part) =>
              isObject(part) &&
              part['type'] === 'object' &&
              (part['additionalProperties'] === false || part['additionalProperties'] === 'false'),
          );
          if (closed) report(node, { at: [keyword] });
        }
      }
    },
  ),
];

/** A pattern without repetition that goes on. */
function isBounded(pattern: string | undefined): boolean {
  return (
    pattern !== undefined &&
    !/[*+]|\{\d+,\}/.test(pattern.replace(/\\./g, '').replace(/\[[^\]]*\]/g, ''))
  );
}

function isBroad(pattern: string): boolean {
  return broadPattern.test(pattern) || /(?:^|[^\\])\.[*+]/.test(pattern);
}
