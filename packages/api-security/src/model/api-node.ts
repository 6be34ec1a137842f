import type { JsonObject } from './json-object.ts';
import type { Unit } from './unit.ts';

/** What a place in a description is, by the grammar of its format. */
export type NodeKind =
  | 'document'
  | 'pathItem'
  | 'operation'
  | 'parameter'
  | 'requestBody'
  | 'response'
  | 'header'
  | 'mediaType'
  | 'schema'
  | 'securityScheme'
  | 'server'
  | 'channel'
  | 'message';

const escapeSegment = (segment: string): string =>
  segment.includes('~') || segment.includes('/')
    ? segment.replaceAll('~', '~0').replaceAll('/', '~1')
    : segment;

/**
 * One place in a description. The path to it is a chain of parents, and is written out only for findings.
 *
 * @example
 * ```ts
 * import { auditDescription } from '@yushu/api-security';
 *
 * console.log(auditDescription({ openapi: '3.1.0', servers: [{ url: 'http://api.example.com' }] }).model?.servers[0]?.pointer); // /servers/0
 * ```
 */
export class ApiNode {
  readonly kind: NodeKind;
  readonly value: JsonObject;
  readonly parent: ApiNode | undefined;
  /** Pointer of the container between parent and node, such as `/properties`; empty where there is none. */
  readonly via: string;
  readonly key: string | number;
  /** What it belongs to, and is exposed with. */
  readonly unit: Unit;
  /** Nodes below it form a chain: the first, and from each the next. */
  firstChild: ApiNode | undefined;
  nextSibling: ApiNode | undefined;

  constructor(
    kind: NodeKind,
    value: JsonObject,
    parent: ApiNode | undefined,
    via: string,
    key: string | number,
    unit: Unit,
  ) {
    this.kind = kind;
    this.value = value;
    this.parent = parent;
    this.via = via;
    this.key = key;
    this.unit = unit;
    this.firstChild = undefined;
    this.nextSibling = undefined;
  }

  /** JSON Pointer from the root of the document. */
  get pointer(): string {
    let pointer = '';
    for (let node: ApiNode = this; node.parent !== undefined; node = node.parent) {
      const { key } = node;
      pointer = `${node.via}/${typeof key === 'string' ? escapeSegment(key) : key}${pointer}`;
    }
    return pointer;
  }

  /** The `$ref` that stands here instead of the thing itself. */
  get reference(): string | undefined {
    const { $ref } = this.value;
    return typeof $ref === 'string' ? $ref : undefined;
  }
}

/** Adds members to a pointer. */
export const extendPointer = (pointer: string, ...keys: readonly (string | number)[]): string =>
  keys.reduce<string>((path, key) => `${path}/${escapeSegment(String(key))}`, pointer);
