import type { ApiNode } from './api-node.ts';
import { isObject, type JsonObject, listAt, objectAt, own, textAt } from './json-object.ts';
import { link, Unit } from './unit.ts';
import type { Walk } from './walk.ts';

/** Walks a document in AsyncAPI 2 or 3. */
export function walkAsyncApi(walk: Walk): void {
  const { root } = walk;
  const document = root.value;
  const components = objectAt(document, 'components');
  walk.addMap('server', document['servers'], root, '/servers', root.unit);
  if (components !== undefined) {
    walk.addMap('schema', components['schemas'], root, '/components/schemas', undefined);
    walk.addMap('message', components['messages'], root, '/components/messages', undefined);
    walk.addMap('server', components['servers'], root, '/components/servers', root.unit);
    walk.addMap(
      'securityScheme',
      components['securitySchemes'],
      root,
      '/components/securitySchemes',
      undefined,
    );
  }
  const channels = objectAt(document, 'channels');
  for (const name of channels === undefined ? [] : Object.keys(channels)) {
    const channel = walk.addComponent('channel', channels![name], root, '/channels', name);
    if (channel === undefined) continue;
    walk.addMap('message', channel.value['messages'], channel, '/messages', channel.unit);
    for (const action of ['publish', 'subscribe']) {
      const value = objectAt(channel.value, action);
      if (value !== undefined) addMessaging(walk, channel, channel, '', action, value, name);
    }
  }
  const operations = objectAt(document, 'operations');
  for (const name of operations === undefined ? [] : Object.keys(operations)) {
    const value = operations![name];
    if (!isObject(value)) continue;
    const reference = textAt(objectAt(value, 'channel') ?? {}, '$ref') ?? '';
    const channel = walk.components.get(reference);
    const address = channel === undefined ? undefined : textAt(channel.value, 'address');
    const path = address ?? (channel === undefined ? name : String(channel.key));
    addMessaging(walk, channel ?? root, root, '/operations', name, value, path);
  }
}

/** `publish` and `receive` bring data in, `subscribe` and `send` give it out. */
function addMessaging(
  walk: Walk,
  channel: ApiNode,
  parent: ApiNode,
  via: string,
  key: string,
  value: JsonObject,
  path: string,
): void {
  const index = walk.operations.length;
  const request = new Unit(index);
  const response = new Unit(index);
  const action = textAt(value, 'action') ?? key;
  const flow = action === 'publish' || action === 'receive' ? request : response;
  const node = walk.add('operation', value, parent, via, key, flow);
  if (node === undefined) return;
  request.node = node;
  response.node = node;
  walk.openOperation(node, action, { path, isOutgoing: false }, channel, request, response);
  if (channel.kind === 'channel') link(flow, channel.unit, undefined);
  const message = own(value, 'message');
  if (isObject(message)) {
    const oneOf = listAt(message, 'oneOf');
    if (oneOf === undefined) walk.add('message', message, node, '', 'message', flow);
    else walk.addList('message', oneOf, node, '/message/oneOf', flow);
  }
  walk.addList('message', value['messages'], node, '/messages', flow);
}
