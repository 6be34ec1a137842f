import { ApiNode } from './api-node.ts';
import { isObject, objectAt, textAt } from './json-object.ts';
import type { Walk } from './walk.ts';
import { walkPathItem } from './walk-openapi.ts';

/** Walks a part that is no schema, by its kind. */
export function walkContent(walk: Walk, node: ApiNode): void {
  const { value, unit } = node;
  switch (node.kind) {
    case 'pathItem':
      walkPathItem(walk, node);
      break;
    case 'parameter':
    case 'header':
      if (value['$ref'] !== undefined) break;
      if (walk.format === 'swagger-2.0' && textAt(value, 'in') !== 'body') {
        const { parent, via, key } = node;
        // A parameter of Swagger 2 is its own schema.
        walk.addDerived(new ApiNode('schema', value, parent, via, key, unit), node);
      } else if (value['schema'] !== undefined) {
        walk.add('schema', value['schema'], node, '', 'schema', unit);
      }
      walk.addMap('mediaType', value['content'], node, '/content', unit);
      break;
    case 'requestBody':
      walk.addMap('mediaType', value['content'], node, '/content', unit);
      break;
    case 'response':
      walk.addMap('mediaType', value['content'], node, '/content', unit);
      walk.addMap('header', value['headers'], node, '/headers', unit);
      if (value['schema'] !== undefined) {
        walk.add('schema', value['schema'], node, '', 'schema', unit);
      }
      break;
    case 'mediaType':
      if (value['schema'] !== undefined) {
        walk.add('schema', value['schema'], node, '', 'schema', unit);
      }
      if (value['itemSchema'] !== undefined) {
        walk.add('schema', value['itemSchema'], node, '', 'itemSchema', unit);
      }
      break;
    case 'message':
      for (const key of ['payload', 'headers']) walkPayload(walk, node, key);
      break;
    default:
  }
}

/** AsyncAPI 3 allows a schema of another format in `schema`. */
function walkPayload(walk: Walk, node: ApiNode, key: string): void {
  const payload = node.value[key];
  if (!isObject(payload)) return;
  const format = textAt(payload, 'schemaFormat') ?? textAt(node.value, 'schemaFormat');
  if (format !== undefined && !/asyncapi|json|openapi/i.test(format)) return;
  const nested = objectAt(payload, 'schema');
  if (nested !== undefined && textAt(payload, 'schemaFormat') !== undefined) {
    walk.add('schema', nested, node, `/${key}`, 'schema', node.unit);
  } else walk.add('schema', payload, node, '', key, node.unit);
}
