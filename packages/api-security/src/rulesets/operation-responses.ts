import type { ApiModel } from '../model/api-model.ts';
import type { ApiOperation } from '../model/api-operation.ts';
import { isObject, type JsonObject, objectAt, textAt } from '../model/json-object.ts';

/** An answer of an operation as it is written, whatever its type. */
export interface WrittenResponse {
  readonly code: string;
  /** The object itself, `$ref`s followed; empty where it is no object. */
  readonly value: JsonObject;
}

const nothing: JsonObject = {};

/** Answers of an operation, those of a wrong type too; nothing where it has no `responses`. */
export function writtenResponses(
  model: ApiModel,
  operation: ApiOperation,
): readonly WrittenResponse[] | undefined {
  const responses = objectAt(operation.node.value, 'responses');
  if (responses === undefined) return undefined;
  return Object.keys(responses)
    .filter((code) => !code.startsWith('x-'))
    .map((code) => {
      const value = responses[code];
      if (!isObject(value)) return { code, value: nothing };
      if (textAt(value, '$ref') === undefined) return { code, value };
      const node = operation.responses.find(({ key }) => key === code);
      return { code, value: (node && model.resolve(node)?.value) ?? nothing };
    });
}
