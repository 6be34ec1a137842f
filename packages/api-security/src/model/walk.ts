/**
 * One walk over a description as it was written, by the grammar of its format: what stands in an example, a default or an extension
 * is never taken for a part of the API, and a component is visited once, where it is defined. A queue instead of recursion: nesting
 * costs no stack.
 *
 * @module
 */
import type { Diagnostic } from '../document/diagnostic.ts';
import type { ApiFormat } from './api-model.ts';
import { ApiNode, extendPointer, type NodeKind } from './api-node.ts';
import type { ApiOperation, Audience } from './api-operation.ts';
import { isObject, type JsonObject, listAt, objectAt } from './json-object.ts';
import { readDemand } from './security.ts';
import { link, Unit } from './unit.ts';
import { walkAsyncApi } from './walk-asyncapi.ts';
import { walkContent } from './walk-content.ts';
import { walkOpenApi } from './walk-openapi.ts';
import { walkSchema } from './walk-schema.ts';

/** The extension by which a description ignores findings at a place and below it. */
export const ignoreExtension = 'x-yushu-ignore';

const adminWords =
  /(?:^|[/_.\-{])(?:admin|admins|administrator|administration|superuser|sysadmin|backoffice|internal|mgmt|management|actuator)(?=$|[/_.\-}])/i;

/** Under which path the operations of a path item stand. */
export interface PathPlace {
  readonly path: string;
  /** Callbacks and webhooks: calls that the API makes itself. */
  readonly isOutgoing: boolean;
}

/** What one walk collects. */
export class Walk {
  readonly lists: Readonly<Record<NodeKind, ApiNode[]>> = {
    document: [],
    pathItem: [],
    operation: [],
    parameter: [],
    requestBody: [],
    response: [],
    header: [],
    mediaType: [],
    schema: [],
    securityScheme: [],
    server: [],
    channel: [],
    message: [],
  };
  readonly operations: ApiOperation[] = [];
  readonly diagnostics: Diagnostic[] = [];
  /** Whether the document ignores findings somewhere. */
  hasIgnores = false;
  /** Nodes that are a `$ref`. */
  readonly references: ApiNode[] = [];
  /** Components by `#/…`, as a `$ref` writes them. */
  readonly components = new Map<string, ApiNode>();
  /** Paths of path items; others go by their key. */
  readonly pathPlaces = new Map<ApiNode, PathPlace>();
  readonly format: ApiFormat;
  readonly root: ApiNode;
  private readonly queue: ApiNode[] = [];
  private walked = 0;
  private readonly maxNodes: number;
  /** Objects of values that may be shared or circular: YAML aliases and values that were given. Of others, once the grammar was walked. */
  private seen: Map<object, ApiNode> | undefined;

  constructor(document: JsonObject, format: ApiFormat, maxNodes: number, isShared: boolean) {
    this.format = format;
    this.maxNodes = maxNodes;
    this.seen = isShared ? new Map() : undefined;
    this.root = new ApiNode('document', document, undefined, '', '', new Unit(-1));
    this.lists.document.push(this.root);
    this.hasIgnores = document[ignoreExtension] !== undefined;
  }

  run(): void {
    if (this.format.startsWith('asyncapi')) walkAsyncApi(this);
    else walkOpenApi(this);
    this.drain();
  }

  /**
   * The node of a value that a `$ref` leads to. One that the grammar does not reach, such as a schema below an extension, is visited now,
   * as what the `$ref` stands for.
   */
  visit(
    value: JsonObject,
    pointer: string,
    kind: NodeKind,
    place: PathPlace | undefined,
  ): ApiNode | undefined {
    if (this.seen === undefined) {
      this.seen = new Map();
      for (const list of Object.values(this.lists)) {
        for (const node of list) if (!this.seen.has(node.value)) this.seen.set(node.value, node);
      }
    }
    const known = this.seen.get(value);
    if (known !== undefined) return known;
    const slash = pointer.lastIndexOf('/');
    const key = pointer
      .slice(slash + 1)
      .replaceAll('~1', '/')
      .replaceAll('~0', '~');
    const node = this.addComponent(kind, value, this.root, pointer.slice(0, slash), key);
    if (node !== undefined && place !== undefined) this.pathPlaces.set(node, place);
    this.drain();
    return node;
  }

  /** Visits the shared path items that no path refers to. */
  visitUnusedPathItems(): void {
    const items = objectAt(objectAt(this.root.value, 'components') ?? {}, 'pathItems') ?? {};
    for (const name of Object.keys(items)) {
      const item = items[name];
      const place = { path: name, isOutgoing: false };
      const pointer = extendPointer('/components/pathItems', name);
      if (isObject(item)) this.visit(item, pointer, 'pathItem', place);
    }
  }

  private drain(): void {
    for (; this.walked < this.queue.length; this.walked += 1) {
      const node = this.queue[this.walked]!;
      if (node.kind === 'schema') walkSchema(this, node);
      else walkContent(this, node);
    }
  }

  /** Adds a part, to be walked in its turn; nothing where it is no object or was added before. */
  add(
    kind: NodeKind,
    value: unknown,
    parent: ApiNode,
    via: string,
    key: string | number,
    unit: Unit,
  ): ApiNode | undefined {
    if (!isObject(value)) {
      // `true` and `false` are schemas.
      if (value !== undefined && !(kind === 'schema' && typeof value === 'boolean')) {
        this.complain(parent, via, key, kind);
      }
      return undefined;
    }
    if (this.queue.length >= this.maxNodes) {
      if (this.diagnostics.at(-1)?.code !== 'too-many-nodes') {
        this.diagnostics.push({
          code: 'too-many-nodes',
          message: `Only the first ${this.maxNodes} parts were looked at.`,
        });
      }
      return undefined;
    }
    const node = new ApiNode(kind, value, parent, via, key, unit);
    if (this.seen !== undefined) {
      const first = this.seen.get(value);
      if (first !== undefined && first.kind === kind) {
        link(unit, first.unit, node);
        return undefined;
      }
      if (first === undefined) this.seen.set(value, node);
    }
    node.nextSibling = parent.firstChild;
    parent.firstChild = node;
    this.lists[kind].push(node);
    if (value[ignoreExtension] !== undefined) this.hasIgnores = true;
    if (typeof value['$ref'] === 'string') this.references.push(node);
    this.queue.push(node);
    return node;
  }

  /** Adds a part that was made up from another, such as the schema that a parameter of Swagger 2 is. */
  addDerived(node: ApiNode, parent: ApiNode): void {
    node.nextSibling = parent.firstChild;
    parent.firstChild = node;
    this.lists[node.kind].push(node);
    this.queue.push(node);
  }

  private complain(parent: ApiNode, via: string, key: string | number, kind: string): void {
    if (this.diagnostics.length >= 100) return;
    this.diagnostics.push({
      code: 'wrong-type',
      message: `A ${kind} must be an object.`,
      pointer: `${parent.pointer}${via}${extendPointer('', key)}`,
    });
  }

  /** Adds the members of a map; without a unit each is a component with a unit of its own. */
  addMap(kind: NodeKind, map: unknown, parent: ApiNode, via: string, unit: Unit | undefined): void {
    if (!isObject(map)) return;
    for (const key of Object.keys(map)) {
      if (unit === undefined) this.addComponent(kind, map[key], parent, via, key);
      else this.add(kind, map[key], parent, via, key, unit);
    }
  }

  addList(kind: NodeKind, list: unknown, parent: ApiNode, via: string, unit: Unit): void {
    if (!Array.isArray(list)) return;
    for (let index = 0; index < list.length; index += 1) {
      this.add(kind, list[index], parent, via, index, unit);
    }
  }

  /** Adds a part that `$ref`s may lead to. */
  addComponent(
    kind: NodeKind,
    value: unknown,
    parent: ApiNode,
    via: string,
    key: string,
  ): ApiNode | undefined {
    const unit = new Unit(-1);
    const node = this.add(kind, value, parent, via, key, unit);
    if (node === undefined) return undefined;
    unit.node = node;
    this.components.set(`#${via}${extendPointer('', key)}`, node);
    return node;
  }

  /** Opens an operation, whose request and response are exposed to its audience. */
  openOperation(
    node: ApiNode,
    method: string,
    { path, isOutgoing }: PathPlace,
    pathItem: ApiNode,
    request: Unit,
    response: Unit,
  ): ApiOperation {
    const security = readDemand(node.value, this.root.value);
    const audience = this.audienceOf(node, path, security.isPublic);
    const shift = audience === 'public' ? 1 : audience === 'authenticated' ? 2 : 4;
    request.exposure = shift;
    response.exposure = shift << 3;
    const operation: ApiOperation = {
      node,
      method,
      path,
      pathItem,
      request,
      response,
      security,
      audience,
      isOutgoing,
      parameters: [],
      responses: [],
      requestBody: undefined,
    };
    this.operations.push(operation);
    return operation;
  }

  private audienceOf(node: ApiNode, path: string, isPublic: boolean): Audience {
    if (isPublic) return 'public';
    const tags = listAt(node.value, 'tags') ?? [];
    const isAdmin =
      adminWords.test(path) || tags.some((tag) => typeof tag === 'string' && adminWords.test(tag));
    return isAdmin ? 'admin' : 'authenticated';
  }
}
