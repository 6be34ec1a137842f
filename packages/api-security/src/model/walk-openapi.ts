import { type ApiNode, extendPointer, type NodeKind } from './api-node.ts';
import { httpMethods } from './http-methods.ts';
import { isObject, type JsonObject, listAt, objectAt } from './json-object.ts';
import { link, Unit } from './unit.ts';
import type { PathPlace, Walk } from './walk.ts';

/** Walks a document in OpenAPI 3 or Swagger 2. */
export function walkOpenApi(walk: Walk): void {
  const { root } = walk;
  const document = root.value;
  walk.addList('server', document['servers'], root, '/servers', root.unit);
  if (walk.format === 'swagger-2.0') {
    walk.addMap('schema', document['definitions'], root, '/definitions', undefined);
    walk.addMap('parameter', document['parameters'], root, '/parameters', undefined);
    walk.addMap('response', document['responses'], root, '/responses', undefined);
    walk.addMap(
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
      walk.addMap(kind, components[name], root, `/components/${name}`, undefined);
    }
  }
  addPathItems(walk, objectAt(document, 'paths'), '/paths', false);
  addPathItems(walk, objectAt(document, 'webhooks'), '/webhooks', true);
}

function addPathItems(
  walk: Walk,
  map: JsonObject | undefined,
  via: string,
  isOutgoing: boolean,
): void {
  if (map === undefined) return;
  for (const path of Object.keys(map)) {
    if (path.startsWith('x-')) continue;
    const node = walk.addComponent('pathItem', map[path], walk.root, via, path);
    if (node !== undefined) walk.pathPlaces.set(node, { path, isOutgoing });
  }
}

/** Walks a path item: what its operations share, and each of them. */
export function walkPathItem(walk: Walk, node: ApiNode): void {
  const place = walk.pathPlaces.get(node) ?? { path: String(node.key), isOutgoing: true };
  const { value } = node;
  walk.addList('server', value['servers'], node, '/servers', node.unit);
  const shared: ApiNode[] = [];
  for (const [index, parameter] of (listAt(value, 'parameters') ?? []).entries()) {
    const added = walk.add('parameter', parameter, node, '/parameters', index, node.unit);
    if (added !== undefined) shared.push(added);
  }
  for (const key of Object.keys(value)) {
    if (!httpMethods.has(key)) continue;
    addOperation(walk, node, '', key, value[key], place, shared);
  }
  const more = objectAt(value, 'additionalOperations');
  for (const key of more === undefined ? [] : Object.keys(more)) {
    addOperation(walk, node, '/additionalOperations', key, more![key], place, shared);
  }
}

function addOperation(
  walk: Walk,
  pathItem: ApiNode,
  via: string,
  key: string,
  value: unknown,
  place: PathPlace,
  shared: readonly ApiNode[],
): void {
  const index = walk.operations.length;
  const request = new Unit(index);
  const response = new Unit(index);
  const node = walk.add('operation', value, pathItem, via, key, request);
  if (node === undefined) return;
  request.node = node;
  response.node = node;
  const operation = walk.openOperation(node, key.toLowerCase(), place, pathItem, request, response);
  const { value: body } = node;
  const [asked, answered] = place.isOutgoing ? [response, request] : [request, response];
  // The parameters of the path belong to its unit, which every operation of it reaches.
  if (shared.length > 0) link(asked, pathItem.unit, undefined);
  operation.parameters.push(...shared);
  for (const [at, parameter] of (listAt(body, 'parameters') ?? []).entries()) {
    const added = walk.add('parameter', parameter, node, '/parameters', at, asked);
    if (added !== undefined) operation.parameters.push(added);
  }
  if (body['requestBody'] !== undefined) {
    operation.requestBody = walk.add(
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
    const added = walk.add('response', responses![code], node, '/responses', code, answered);
    if (added !== undefined) operation.responses.push(added);
  }
  walk.addList('server', body['servers'], node, '/servers', request);
  const callbacks = objectAt(body, 'callbacks');
  for (const name of callbacks === undefined ? [] : Object.keys(callbacks)) {
    const items = callbacks![name];
    if (!isObject(items) || items['$ref'] !== undefined) continue;
    for (const expression of Object.keys(items)) {
      const unit = new Unit(-1);
      const item = walk.add(
        'pathItem',
        items[expression],
        node,
        extendPointer('/callbacks', name),
        expression,
        unit,
      );
      if (item !== undefined) walk.pathPlaces.set(item, { path: expression, isOutgoing: true });
    }
  }
}
