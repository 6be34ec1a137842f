import type { ApiNode } from '../../model/api-node.ts';
import { isObject, listAt, objectAt, own } from '../../model/json-object.ts';
import { compilePattern } from '../check/compile-pattern.ts';
import type { SchemaSpace } from './schema-space.ts';

/** What schemas say of a member or an element. */
export interface Below {
  /** Schemas of it; none where nothing is said. */
  readonly schemas: readonly ApiNode[];
  /** Whether anything may stand there, by what the schemas say or leave open. */
  readonly isOpen: boolean;
}

/** The schema of what is described by its name alone. */
const anything = { description: 'anything' };

const scalarTypes: ReadonlySet<unknown> = new Set([
  'string',
  'number',
  'integer',
  'boolean',
  'null',
  'file',
]);

/** Types that schemas name, or nothing where none of them names any. */
function typesOf(schemas: readonly ApiNode[]): ReadonlySet<unknown> | undefined {
  const types = new Set<unknown>();
  for (const { value } of schemas) {
    const type = value['type'];
    if (typeof type === 'string') types.add(type);
    else if (Array.isArray(type)) for (const one of type as readonly unknown[]) types.add(one);
  }
  return types.size === 0 ? undefined : types;
}

/** Whether a scalar may stand where these schemas hold. */
export function allowsScalars(schemas: readonly ApiNode[]): boolean {
  const types = typesOf(schemas);
  if (types !== undefined) return [...types].some((type) => scalarTypes.has(type));
  return !schemas.some(
    ({ value }) => isObject(value['properties']) || value['items'] !== undefined,
  );
}

/** What stands at a member of objects for which these schemas hold. */
export function memberSchemas(space: SchemaSpace, schemas: readonly ApiNode[], key: string): Below {
  const found: ApiNode[] = [];
  let isOpen = false;
  let isStructured = false;
  const add = (value: unknown, parent: ApiNode, via: string, name: string) => {
    if (value === true) isOpen = true;
    else if (isObject(value)) {
      if (Object.keys(value).length === 0) isOpen = true;
      found.push(space.nodeOf('schema', value, parent, via, name));
    }
  };
  for (const node of schemas) {
    const { value } = node;
    const properties = objectAt(value, 'properties');
    const patterns = objectAt(value, 'patternProperties');
    const rest = [value['additionalProperties'], value['unevaluatedProperties']];
    if (properties !== undefined || patterns !== undefined) isStructured = true;
    if (rest.some((one) => one !== undefined)) isStructured = true;
    const property = properties === undefined ? undefined : own(properties, key);
    if (property !== undefined) {
      // A property that may be anything is described by its name at least.
      if (property === true) add(anything, node, '/properties', key);
      else add(property, node, '/properties', key);
      continue;
    }
    let isMatched = false;
    for (const pattern of Object.keys(patterns ?? {})) {
      if (compilePattern(pattern)?.(key) !== true) continue;
      isMatched = true;
      add(patterns![pattern], node, '/patternProperties', pattern);
    }
    if (isMatched) continue;
    add(rest[0], node, '', 'additionalProperties');
    add(rest[1], node, '', 'unevaluatedProperties');
  }
  const types = typesOf(schemas);
  if (!isStructured && (types === undefined || types.has('object'))) isOpen = true;
  return { schemas: found, isOpen };
}

/** What stands at elements of lists for which these schemas hold; nothing where they speak of no lists at all. */
export function elementSchemas(space: SchemaSpace, schemas: readonly ApiNode[]): Below | undefined {
  const found: ApiNode[] = [];
  let isOpen = false;
  let isStructured = false;
  const add = (value: unknown, node: ApiNode, via: string, key: string | number) => {
    if (value === true) isOpen = true;
    else if (isObject(value)) found.push(space.nodeOf('schema', value, node, via, key));
  };
  for (const node of schemas) {
    const { items, contains, unevaluatedItems, additionalItems } = node.value;
    const tuple = listAt(node.value, 'prefixItems') ?? (Array.isArray(items) ? items : undefined);
    for (const [index, one] of (tuple ?? []).entries()) add(one, node, '/items', index);
    if (!Array.isArray(items)) add(items, node, '', 'items');
    add(contains, node, '', 'contains');
    add(unevaluatedItems, node, '', 'unevaluatedItems');
    add(additionalItems, node, '', 'additionalItems');
    if (items !== undefined || tuple !== undefined) isStructured = true;
  }
  const types = typesOf(schemas);
  if (!isStructured && types?.has('array') === true) isOpen = true;
  if (!isStructured && !isOpen && found.length === 0) {
    return types === undefined ? { schemas: [], isOpen: true } : undefined;
  }
  return { schemas: found, isOpen };
}
