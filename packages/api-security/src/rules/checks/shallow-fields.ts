import type { ApiModel } from '../../model/api-model.ts';
import type { ApiNode } from '../../model/api-node.ts';
import type { ApiOperation } from '../../model/api-operation.ts';

/** Steps down that are looked at, and schemas in all: what is deeper is no longer what an operation is about. */
const maxDepth = 6;
const maxSchemas = 300;

/** Finds the children of nodes; made once for a model. */
export class SchemaTree {
  private readonly model: ApiModel;
  private children: Map<ApiNode, ApiNode[]> | undefined;

  constructor(model: ApiModel) {
    this.model = model;
  }

  childrenOf(node: ApiNode): readonly ApiNode[] {
    if (this.children === undefined) {
      this.children = new Map();
      const lists = [this.model.schemas, this.model.mediaTypes, this.model.headers];
      for (const list of lists) {
        for (const child of list) {
          if (child.parent === undefined) continue;
          const siblings = this.children.get(child.parent);
          if (siblings === undefined) this.children.set(child.parent, [child]);
          else siblings.push(child);
        }
      }
    }
    return this.children.get(node) ?? [];
  }

  /** Fields below a body, response or parameter, `$ref`s followed, to a depth where they still are what it is about. */
  fieldsBelow(start: ApiNode): readonly ApiNode[] {
    const fields: ApiNode[] = [];
    const seen = new Set<ApiNode>();
    const queue: { node: ApiNode; depth: number }[] = [{ node: start, depth: 0 }];
    for (let at = 0; at < queue.length && seen.size < maxSchemas; at += 1) {
      const { node, depth } = queue[at]!;
      const resolved = this.model.resolve(node);
      if (resolved === undefined || seen.has(resolved)) continue;
      seen.add(resolved);
      if (depth >= maxDepth) continue;
      for (const child of this.childrenOf(resolved)) {
        if (child.kind === 'header') continue;
        if (child.via === '/properties') fields.push(child);
        if (child.key === 'not') continue;
        queue.push({ node: child, depth: depth + 1 });
      }
    }
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
