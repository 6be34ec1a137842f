import type { ApiModel } from '../../model/api-model.ts';
import type { ApiOperation } from '../../model/api-operation.ts';
import { objectAt } from '../../model/json-object.ts';

/** Families of headers by which servers tell of their limits; any one of a family is enough. */
export const rateLimitHeaders = /^(?:x-)?rate-?limit(?:-.*)?$/i;

/** Whether an operation documents that it limits its callers: a 429 answer, or headers that tell the limit. */
export function hasThrottle(model: ApiModel, { responses }: ApiOperation): boolean {
  return responses.some((node) => {
    if (String(node.key) === '429') return true;
    const headers = objectAt(model.resolve(node)?.value ?? {}, 'headers');
    return (
      headers !== undefined && Object.keys(headers).some((name) => rateLimitHeaders.test(name))
    );
  });
}
