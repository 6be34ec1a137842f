import { FieldClasses } from '../../fields/field-classes.ts';
import { ApiNode } from '../../model/api-node.ts';
import { isObject, type JsonObject, listAt } from '../../model/json-object.ts';
import { Unit } from '../../model/unit.ts';

/** So many `$ref`s in a row are followed. */
const maxReferences = 100;

/** So many schemas one value may have at once, by composition. */
const maxSchemas = 4096;

const composed = ['allOf', 'anyOf', 'oneOf'] as const;
const conditional = ['if', 'then', 'else'] as const;

/** Schemas that hold for one value at once. */
export interface SchemaSet {
  readonly nodes: readonly ApiNode[];
  /** Whether some schema could not be found, such as one outside of the document: what it would allow is not known. */
  readonly isIncomplete: boolean;
}

/**
 * The schemas of a description, found as they are asked for: nothing is read before the first request wants it. Nodes are those of the
 * audit, so that both classify fields alike.
 */
export class SchemaSpace {
  readonly document: JsonObject;
  readonly root: ApiNode;
  readonly fields: FieldClasses;
  private readonly unit = new Unit(-1);
  private readonly nodes = new WeakMap<ApiNode, Map<string, ApiNode>>();
  private readonly references = new Map<string, ApiNode | undefined>();

  constructor(document: JsonObject) {
    this.document = document;
    this.root = new ApiNode('document', document, undefined, '', '', this.unit);
    this.fields = new FieldClasses({ schemas: [], resolve: (node) => this.resolve(node) });
  }

  /** The node of a part of the document; one for each place, also where several share an object. */
  nodeOf(
    kind: ApiNode['kind'],
    value: JsonObject,
    parent: ApiNode,
    via: string,
    key: string | number,
  ): ApiNode {
    let below = this.nodes.get(parent);
    if (below === undefined) {
      below = new Map();
      this.nodes.set(parent, below);
    }
    const place = `${kind} ${via}/${key}`;
    let node = below.get(place);
    if (node === undefined || node.value !== value) {
      node = new ApiNode(kind, value, parent, via, key, this.unit);
      below.set(place, node);
    }
    return node;
  }

  /** What stands at a place in the end, behind `$ref`s; `undefined` where one leads nowhere, outside or in a circle. */
  resolve(node: ApiNode): ApiNode | undefined {
    let current: ApiNode | undefined = node;
    for (let steps = 0; current !== undefined && steps < maxReferences; steps += 1) {
      const { reference }: ApiNode = current;
      if (reference === undefined) return current;
      current = this.find(reference, node.kind);
    }
    return undefined;
  }

  /** A schema with all that hold for the same value: behind `$ref`s, in `allOf`, `anyOf`, `oneOf` and conditions. */
  expand(schemas: readonly ApiNode[]): SchemaSet {
    const seen = new Set<ApiNode>(schemas);
    const nodes = [...seen];
    let isIncomplete = false;
    const add = (value: unknown, parent: ApiNode, via: string, key: string | number) => {
      if (!isObject(value)) return;
      const node = this.nodeOf('schema', value, parent, via, key);
      if (seen.has(node)) return;
      seen.add(node);
      nodes.push(node);
    };
    for (let at = 0; at < nodes.length; at += 1) {
      if (nodes.length > maxSchemas) return { nodes, isIncomplete: true };
      const node = nodes[at]!;
      const { value, reference } = node;
      if (reference !== undefined) {
        const target = this.find(reference, 'schema');
        if (target === undefined) isIncomplete = true;
        else if (!seen.has(target)) {
          seen.add(target);
          nodes.push(target);
        }
      }
      for (const keyword of composed) {
        for (const [index, part] of (listAt(value, keyword) ?? []).entries()) {
          add(part, node, `/${keyword}`, index);
        }
      }
      for (const keyword of conditional) add(value[keyword], node, '', keyword);
      const dependent = value['dependentSchemas'];
      if (isObject(dependent)) {
        for (const key of Object.keys(dependent))
          add(dependent[key], node, '/dependentSchemas', key);
      }
    }
    return { nodes, isIncomplete };
  }

  private find(reference: string, kind: ApiNode['kind']): ApiNode | undefined {
    const known = this.references.get(reference);
    if (known !== undefined || this.references.has(reference)) return known;
    const found = this.search(reference, kind);
    this.references.set(reference, found);
    return found;
  }

  private search(reference: string, kind: ApiNode['kind']): ApiNode | undefined {
    if (reference !== '#' && !reference.startsWith('#/')) return undefined;
    let value: unknown = this.document;
    let via = '';
    let key = '';
    for (const raw of reference.slice(2).split('/')) {
      let segment = raw;
      try {
        if (raw.includes('%')) segment = decodeURIComponent(raw);
      } catch {
        return undefined;
      }
      segment = segment.replaceAll('~1', '/').replaceAll('~0', '~');
      if (typeof value !== 'object' || value === null || !Object.hasOwn(value, segment)) {
        return undefined;
      }
      if (key !== '') via += `/${key}`;
      key = raw;
      value = (value as Record<string, unknown>)[segment];
    }
    return isObject(value) ? this.nodeOf(kind, value, this.root, via, key) : undefined;
  }
}
