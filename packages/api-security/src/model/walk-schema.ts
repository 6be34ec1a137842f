import type { ApiNode } from './api-node.ts';
import type { Walk } from './walk.ts';

/** Keywords whose value is a schema. */
const schemaKeywords = [
  'additionalProperties',
  'unevaluatedProperties',
  'not',
  'if',
  'then',
  'else',
  'contains',
  'propertyNames',
  'unevaluatedItems',
  'additionalItems',
  'contentSchema',
] as const;

/** Keywords whose value is a list of schemas. */
const listKeywords = ['allOf', 'anyOf', 'oneOf', 'prefixItems'] as const;

/** Keywords whose value maps names to schemas. */
const mapKeywords = [
  'properties',
  'patternProperties',
  'dependentSchemas',
  '$defs',
  'definitions',
] as const;

/** Where schemas may stand; looked at all in one go, as most schemas have none of the rest. */
const scalarKeywords: ReadonlySet<string> = new Set([
  'type',
  'description',
  'format',
  'example',
  'examples',
  'enum',
  'title',
  'default',
  'nullable',
  'maxLength',
  'minLength',
  'pattern',
  'minimum',
  'maximum',
  'readOnly',
  'writeOnly',
  'required',
  'maxItems',
  'deprecated',
  '$ref',
]);

/** Walks a schema: of its members, those that hold schemas. */
export function walkSchema(walk: Walk, node: ApiNode): void {
  const { value, unit } = node;
  for (const key in value) {
    if (scalarKeywords.has(key)) continue;
    const member = value[key];
    if (typeof member !== 'object' || member === null) continue;
    if (key === 'items') {
      if (Array.isArray(member)) walk.addList('schema', member, node, '/items', unit);
      else walk.add('schema', member, node, '', 'items', unit);
    } else if ((mapKeywords as readonly string[]).includes(key)) {
      walk.addMap('schema', member, node, `/${key}`, unit);
    } else if ((listKeywords as readonly string[]).includes(key)) {
      walk.addList('schema', member, node, `/${key}`, unit);
    } else if ((schemaKeywords as readonly string[]).includes(key)) {
      walk.add('schema', member, node, '', key, unit);
    }
  }
}
