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
import { isObject, type JsonObject, listAt, objectAt, own, textAt } from './json-object.ts';
import { readDemand } from './security.ts';
import { Unit } from './unit.ts';

/** Methods of a path item, by OpenAPI 3.2; others stand under `additionalOperations`. */
export const httpMethods: ReadonlySet<string> = new Set([
  'get',
  'put',
  'post',
  'delete',
  'options',
  'head',
  'patch',
  'trace',
  'query',
]);

/** The extension by which a description ignores findings at a place and below it. */
export const ignoreExtension = 'x-yushu-ignore';

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

const adminWords =
  /(?:^|[/_.\-{])(?:admin|admins|administrator|administration|superuser|sysadmin|backoffice|internal|mgmt|management|actuator)(?=$|[/_.\-}])/i;

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
  private readonly queue: ApiNode[] = [];
  private readonly format: ApiFormat;
  private readonly root: ApiNode;
  private readonly maxNodes: number;
  /** Objects of values that may be shared or circular: YAML aliases and values that were given. */
  private readonly seen: Map<object, ApiNode> | undefined;
  private readonly pathItems = new Map<ApiNode, { path: string; isOutgoing: boolean }>();
  private readonly operationOf = new Map<ApiNode, ApiOperation>();

  constructor(document: JsonObject, format: ApiFormat, maxNodes: number, isShared: boolean) {
    this.format = format;
    this.maxNodes = maxNodes;
    this.seen = isShared ? new Map() : undefined;
    this.root = new ApiNode('document', document, undefined, '', '', new Unit(-1));
    this.lists.document.push(this.root);
    this.hasIgnores = document[ignoreExtension] !== undefined;
  }

  run(): ApiNode {
    const { value } = this.root;
    if (this.format.startsWith('asyncapi')) this.walkAsyncApi(value);
    else this.walkOpenApi(value);
    for (let at = 0; at < this.queue.length; at += 1) {
      const node = this.queue[at]!;
      if (node.kind === 'schema') this.walkSchema(node);
      else this.walkOther(node);
    }
    return this.root;
  }

  private add(
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

  private complain(parent: ApiNode, via: string, key: string | number, kind: string): void {
    if (this.diagnostics.length >= 100) return;
    this.diagnostics.push({
      code: 'wrong-type',
      message: `A ${kind} must be an object.`,
      pointer: `${parent.pointer}${via}${extendPointer('', key)}`,
    });
  }

  private addMap(
    kind: NodeKind,
    map: unknown,
    parent: ApiNode,
    via: string,
    unit: Unit | undefined,
  ): void {
    if (!isObject(map)) return;
    for (const key of Object.keys(map)) {
      if (unit === undefined) this.addComponent(kind, map[key], parent, via, key);
      else this.add(kind, map[key], parent, via, key, unit);
    }
  }

  private addList(kind: NodeKind, list: unknown, parent: ApiNode, via: string, unit: Unit): void {
    if (!Array.isArray(list)) return;
    for (let index = 0; index < list.length; index += 1) {
      this.add(kind, list[index], parent, via, index, unit);
    }
  }

  private addComponent(
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

  private walkOpenApi(document: JsonObject): void {
    const { root } = this;
    this.addList('server', document['servers'], root, '/servers', root.unit);
    if (this.format === 'swagger-2.0') {
      this.addMap('schema', document['definitions'], root, '/definitions', undefined);
      this.addMap('parameter', document['parameters'], root, '/parameters', undefined);
      this.addMap('response', document['responses'], root, '/responses', undefined);
      this.addMap(
        'securityScheme',
        document['securityDefinitions'],
        root,
        '/securityDefinitions',
        undefined,
      );
    }
    const components = objectAt(document, 'components');
    if (components !== undefined) {
      const kinds: readonly (readonly [string, NodeKind])[] = [
        ['schemas', 'schema'],
        ['parameters', 'parameter'],
        ['requestBodies', 'requestBody'],
        ['responses', 'response'],
        ['headers', 'header'],
        ['mediaTypes', 'mediaType'],
        ['securitySchemes', 'securityScheme'],
      ];
      for (const [name, kind] of kinds) {
        this.addMap(kind, components[name], root, `/components/${name}`, undefined);
      }
      this.addPathItems(objectAt(components, 'pathItems'), '/components/pathItems', false);
    }
    this.addPathItems(objectAt(document, 'paths'), '/paths', false);
    this.addPathItems(objectAt(document, 'webhooks'), '/webhooks', true);
  }

  private addPathItems(map: JsonObject | undefined, via: string, isOutgoing: boolean): void {
    if (map === undefined) return;
    for (const path of Object.keys(map)) {
      if (path.startsWith('x-')) continue;
      const node = this.addComponent('pathItem', map[path], this.root, via, path);
      if (node !== undefined) this.pathItems.set(node, { path, isOutgoing });
    }
  }

  private walkOther(node: ApiNode): void {
    const { value, unit } = node;
    switch (node.kind) {
      case 'pathItem':
        this.walkPathItem(node);
        break;
      case 'parameter':
      case 'header':
        if (value['$ref'] !== undefined) break;
        if (this.format === 'swagger-2.0' && textAt(value, 'in') !== 'body') {
          const { parent, via, key } = node;
          // A parameter of Swagger 2 is its own schema.
          const schema = new ApiNode('schema', value, parent, via, key, unit);
          schema.nextSibling = node.firstChild;
          node.firstChild = schema;
          this.lists.schema.push(schema);
          this.queue.push(schema);
        } else if (value['schema'] !== undefined) {
          this.add('schema', value['schema'], node, '', 'schema', unit);
        }
        this.addMap('mediaType', value['content'], node, '/content', unit);
        break;
      case 'requestBody':
        this.addMap('mediaType', value['content'], node, '/content', unit);
        break;
      case 'response':
        this.addMap('mediaType', value['content'], node, '/content', unit);
        this.addMap('header', value['headers'], node, '/headers', unit);
        if (value['schema'] !== undefined) {
          this.add('schema', value['schema'], node, '', 'schema', unit);
        }
        break;
      case 'mediaType':
        if (value['schema'] !== undefined) {
          this.add('schema', value['schema'], node, '', 'schema', unit);
        }
        if (value['itemSchema'] !== undefined) {
          this.add('schema', value['itemSchema'], node, '', 'itemSchema', unit);
        }
        break;
      case 'message':
        for (const key of ['payload', 'headers']) this.walkPayload(node, key);
        break;
      default:
    }
  }

  /** AsyncAPI 3 allows a schema of another format in `schema`. */
  private walkPayload(node: ApiNode, key: string): void {
    const payload = node.value[key];
    if (!isObject(payload)) return;
    const format = textAt(payload, 'schemaFormat') ?? textAt(node.value, 'schemaFormat');
    if (format !== undefined && !/asyncapi|json|openapi/i.test(format)) return;
    const nested = objectAt(payload, 'schema');
    if (nested !== undefined && textAt(payload, 'schemaFormat') !== undefined) {
      this.add('schema', nested, node, `/${key}`, 'schema', node.unit);
    } else this.add('schema', payload, node, '', key, node.unit);
  }

  private walkPathItem(node: ApiNode): void {
    const place = this.pathItems.get(node) ?? { path: String(node.key), isOutgoing: true };
    const { value } = node;
    this.addList('server', value['servers'], node, '/servers', node.unit);
    const shared: ApiNode[] = [];
    for (const [index, parameter] of (listAt(value, 'parameters') ?? []).entries()) {
      const added = this.add('parameter', parameter, node, '/parameters', index, node.unit);
      if (added !== undefined) shared.push(added);
    }
    for (const key of Object.keys(value)) {
      if (!httpMethods.has(key)) continue;
      this.addOperation(node, '', key, value[key], place, shared);
    }
    const more = objectAt(value, 'additionalOperations');
    for (const key of more === undefined ? [] : Object.keys(more)) {
      this.addOperation(node, '/additionalOperations', key, more![key], place, shared);
    }
  }

  private addOperation(
    pathItem: ApiNode,
    via: string,
    key: string,
    value: unknown,
    place: { readonly path: string; readonly isOutgoing: boolean },
    shared: readonly ApiNode[],
  ): void {
    const index = this.operations.length;
    const request = new Unit(index);
    const response = new Unit(index);
    const node = this.add('operation', value, pathItem, via, key, request);
    if (node === undefined) return;
    request.node = node;
    response.node = node;
    const operation = this.openOperation(
      node,
      key.toLowerCase(),
      place,
      pathItem,
      request,
      response,
    );
    const { value: body } = node;
    const [asked, answered] = place.isOutgoing ? [response, request] : [request, response];
    // The parameters of the path belong to its unit, which every operation of it reaches.
    if (shared.length > 0) link(asked, pathItem.unit, undefined);
    operation.parameters.push(...shared);
    for (const [at, parameter] of (listAt(body, 'parameters') ?? []).entries()) {
      const added = this.add('parameter', parameter, node, '/parameters', at, asked);
      if (added !== undefined) operation.parameters.push(added);
    }
    if (body['requestBody'] !== undefined) {
      operation.requestBody = this.add(
        'requestBody',
        body['requestBody'],
        node,
        '',
        'requestBody',
        asked,
      );
    }
    const responses = objectAt(body, 'responses');
    for (const code of responses === undefined ? [] : Object.keys(responses)) {
      if (code.startsWith('x-')) continue;
      const added = this.add('response', responses![code], node, '/responses', code, answered);
      if (added !== undefined) operation.responses.push(added);
    }
    this.addList('server', body['servers'], node, '/servers', request);
    const callbacks = objectAt(body, 'callbacks');
    for (const name of callbacks === undefined ? [] : Object.keys(callbacks)) {
      const items = callbacks![name];
      if (!isObject(items) || items['$ref'] !== undefined) continue;
      for (const expression of Object.keys(items)) {
        const unit = new Unit(-1);
        const item = this.add(
          'pathItem',
          items[expression],
          node,
          extendPointer('/callbacks', name),
          expression,
          unit,
        );
        if (item !== undefined) this.pathItems.set(item, { path: expression, isOutgoing: true });
      }
    }
  }

  private openOperation(
    node: ApiNode,
    method: string,
    { path, isOutgoing }: { readonly path: string; readonly isOutgoing: boolean },
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
    this.operationOf.set(node, operation);
    return operation;
  }

  private audienceOf(node: ApiNode, path: string, isPublic: boolean): Audience {
    if (isPublic) return 'public';
    const tags = listAt(node.value, 'tags') ?? [];
    const isAdmin =
      adminWords.test(path) || tags.some((tag) => typeof tag === 'string' && adminWords.test(tag));
    return isAdmin ? 'admin' : 'authenticated';
  }

  private walkSchema(node: ApiNode): void {
    const { value, unit } = node;
    for (const key in value) {
      if (scalarKeywords.has(key)) continue;
      const member = value[key];
      if (typeof member !== 'object' || member === null) continue;
      if (key === 'items') {
        if (Array.isArray(member)) this.addList('schema', member, node, '/items', unit);
        else this.add('schema', member, node, '', 'items', unit);
      } else if ((mapKeywords as readonly string[]).includes(key)) {
        this.addMap('schema', member, node, `/${key}`, unit);
      } else if ((listKeywords as readonly string[]).includes(key)) {
        this.addList('schema', member, node, `/${key}`, unit);
      } else if ((schemaKeywords as readonly string[]).includes(key)) {
        this.add('schema', member, node, '', key, unit);
      }
    }
  }

  private walkAsyncApi(document: JsonObject): void {
    const { root } = this;
    const components = objectAt(document, 'components');
    this.addMap('server', document['servers'], root, '/servers', root.unit);
    if (components !== undefined) {
      this.addMap('schema', components['schemas'], root, '/components/schemas', undefined);
      this.addMap('message', components['messages'], root, '/components/messages', undefined);
      this.addMap('server', components['servers'], root, '/components/servers', root.unit);
      this.addMap(
        'securityScheme',
        components['securitySchemes'],
        root,
        '/components/securitySchemes',
        undefined,
      );
    }
    const channels = objectAt(document, 'channels');
    for (const name of channels === undefined ? [] : Object.keys(channels)) {
      const channel = this.addComponent('channel', channels![name], root, '/channels', name);
      if (channel === undefined) continue;
      this.addMap('message', channel.value['messages'], channel, '/messages', channel.unit);
      for (const action of ['publish', 'subscribe']) {
        const value = objectAt(channel.value, action);
        if (value !== undefined) this.addMessaging(channel, channel, '', action, value, name);
      }
    }
    const operations = objectAt(document, 'operations');
    for (const name of operations === undefined ? [] : Object.keys(operations)) {
      const value = operations![name];
      if (!isObject(value)) continue;
      const reference = textAt(objectAt(value, 'channel') ?? {}, '$ref') ?? '';
      const channel = this.components.get(reference);
      const address = channel === undefined ? undefined : textAt(channel.value, 'address');
      const path = address ?? (channel === undefined ? name : String(channel.key));
      this.addMessaging(channel ?? root, root, '/operations', name, value, path);
    }
  }

  /** `publish` and `receive` bring data in, `subscribe` and `send` give it out. */
  private addMessaging(
    channel: ApiNode,
    parent: ApiNode,
    via: string,
    key: string,
    value: JsonObject,
    path: string,
  ): void {
    const index = this.operations.length;
    const request = new Unit(index);
    const response = new Unit(index);
    const action = textAt(value, 'action') ?? key;
    const flow = action === 'publish' || action === 'receive' ? request : response;
    const node = this.add('operation', value, parent, via, key, flow);
    if (node === undefined) return;
    request.node = node;
    response.node = node;
    this.openOperation(node, action, { path, isOutgoing: false }, channel, request, response);
    if (channel.kind === 'channel') link(flow, channel.unit, undefined);
    const message = own(value, 'message');
    if (isObject(message)) {
      const oneOf = listAt(message, 'oneOf');
      if (oneOf === undefined) this.add('message', message, node, '', 'message', flow);
      else this.addList('message', oneOf, node, '/message/oneOf', flow);
    }
    this.addList('message', value['messages'], node, '/messages', flow);
  }
}

/** Notes that one unit reaches another. */
export function link(from: Unit, to: Unit, reference: ApiNode | undefined): void {
  if (reference !== undefined) to.references.push(reference);
  if (from === to) return;
  from.targets.push(to);
  to.sources.push(from);
}
