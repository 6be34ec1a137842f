import type { ApiModel } from '../../model/api-model.ts';
import type { ApiNode } from '../../model/api-node.ts';
import type { ApiOperation } from '../../model/api-operation.ts';

/** Fields within fields that are looked at, and schemas in all: what is deeper is no longer what an operation is about. */
const maxDepth = 2;
const maxSchemas = 80;

/** Finds the fields that operations take and give. */
export class OperationFields {
  private readonly model: ApiModel;
  private readonly known = new Map<ApiNode, readonly ApiNode[]>();

  constructor(model: ApiModel) {
    this.model = model;
  }

  /** Fields below a body, response or parameter, `$ref`s followed, to a depth where they still are what it is about. */
  private fieldsBelow(start: ApiNode): readonly ApiNode[] {
    const known = this.known.get(start);
    if (known !== undefined) return known;
    const fields: ApiNode[] = [];
    const seen = new Set<ApiNode>();
    const queue: ApiNode[] = [start];
    const depths = [0];
    for (let at = 0; at < queue.length && seen.size < maxSchemas; at += 1) {
      const node = queue[at]!;
      const depth = depths[at]!;
      const resolved = this.model.resolve(node);
      if (resolved === undefined || seen.has(resolved)) continue;
      seen.add(resolved);
      // Elements and alternatives are the same thing as what holds them; fields and other components are one step away.
      for (let child = resolved.firstChild; child !== undefined; child = child.nextSibling) {
        if (child.kind === 'header' || child.key === 'not') continue;
        const isField = child.via === '/properties';
        if (isField) fields.push(child);
        if (isField && depth >= maxDepth) continue;
        queue.push(child);
        depths.push(isField ? depth + 1 : depth);
      }
    }
    this.known.set(start, fields);
    return fields;
  }

  /** Fields of the body that an operation takes. */
  requestFields(operation: ApiOperation): readonly ApiNode[] {
    const body =
      operation.requestBody ??
      operation.parameters.find((node) => this.model.resolve(node)?.value['in'] === 'body');
    const form = operation.parameters.filter((node) => node.value['in'] === 'formData');
    return body === undefined ? form : this.fieldsBelow(body);
  }

  /** Fields of the answers that mean success. */
  responseFields(operation: ApiOperation): readonly ApiNode[] {
    return operation.responses
      .filter(({ key }) => /^(?:2|default)/i.test(String(key)))
      .flatMap((node) => this.fieldsBelow(node));
  }
}
