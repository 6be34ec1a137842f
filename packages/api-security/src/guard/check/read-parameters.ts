import type { ApiNode } from '../../model/api-node.ts';
import { isObject } from '../../model/json-object.ts';
import type { SchemaSpace } from '../plan/schema-space.ts';
import type { DescribedParameter } from '../route/operation-view.ts';

/** Types that a schema, with all that holds beside it, allows. */
function typesOf(space: SchemaSpace, schema: ApiNode): ReadonlySet<unknown> {
  const types = new Set<unknown>();
  for (const { value } of space.expand([schema]).nodes) {
    for (const type of [value['type']].flat()) if (type !== undefined) types.add(type);
  }
  return types;
}

/** A text as the value that the schema means: a number, a truth value, or the text itself. */
function coerce(text: string, types: ReadonlySet<unknown>): unknown {
  const isNumber = types.has('integer') || types.has('number');
  if (isNumber && /^-?(?:0|[1-9]\d{0,30})(?:\.\d{1,30})?(?:[eE][+-]?\d{1,3})?$/.test(text)) {
    return Number(text);
  }
  if (types.has('boolean') && (text === 'true' || text === 'false')) return text === 'true';
  if (types.has('null') && (text === 'null' || text === '')) return null;
  return text;
}

function itemTypes(space: SchemaSpace, schema: ApiNode): ReadonlySet<unknown> {
  for (const node of space.expand([schema]).nodes) {
    const { items } = node.value;
    if (isObject(items)) return typesOf(space, space.nodeOf('schema', items, node, '', 'items'));
  }
  return new Set();
}

/** Members of a value that are written `name[key]`, or as fields of a form. */
export function readMembers(
  space: SchemaSpace,
  schema: ApiNode | undefined,
  entries: readonly (readonly [string, string])[],
): Record<string, unknown> {
  const nodes = schema === undefined ? [] : space.expand([schema]).nodes;
  const lists = new Map<string, string[]>();
  for (const [key, text] of entries) {
    const list = lists.get(key);
    if (list === undefined) lists.set(key, [text]);
    else list.push(text);
  }
  const members: [string, unknown][] = [];
  for (const [key, texts] of lists) {
    const property = nodes
      .flatMap((node) => {
        const properties = node.value['properties'];
        const found =
          isObject(properties) && Object.hasOwn(properties, key) ? properties[key] : undefined;
        return isObject(found) ? [space.nodeOf('schema', found, node, '/properties', key)] : [];
      })
      .at(0);
    const types = property === undefined ? new Set() : typesOf(space, property);
    const value =
      property !== undefined && types.has('array')
        ? texts.map((text) => coerce(text, itemTypes(space, property)))
        : texts.length === 1
          ? coerce(texts[0]!, types)
          : texts.map((text) => coerce(text, types));
    members.push([key, value]);
  }
  return Object.fromEntries(members);
}

/**
 * The value of a parameter as its schema means it; `undefined` where there is none. What cannot be read as meant stays a text, which the
 * schema then refuses.
 *
 * @param texts decoded, in their order.
 */
export function readParameter(
  space: SchemaSpace,
  parameter: DescribedParameter,
  texts: readonly string[],
): unknown {
  const { schema, separator, isJson } = parameter;
  if (texts.length === 0) return undefined;
  if (isJson) {
    try {
      return JSON.parse(texts[0]!) as unknown;
    } catch {
      return texts[0];
    }
  }
  if (schema === undefined) return texts[0];
  const types = typesOf(space, schema);
  if (types.has('array')) {
    const parts =
      separator === 'repeat' || texts.length > 1
        ? texts
        : texts[0] === ''
          ? []
          : texts[0]!.split(separator);
    const items = itemTypes(space, schema);
    return parts.map((part) => coerce(part, items));
  }
  // A name that comes twice is two values where the description has one.
  if (texts.length > 1) return texts;
  return coerce(texts[0]!, types);
}
