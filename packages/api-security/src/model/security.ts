import { isObject, type JsonObject } from './json-object.ts';

/** One way to be let in: schemes that are all needed, with their scopes. */
export interface SecurityAlternative {
  readonly schemes: readonly { readonly name: string; readonly scopes: readonly string[] }[];
}

/** What an operation asks of its callers. */
export interface SecurityDemand {
  /** Where it is declared: on the operation, for the whole document, or nowhere. */
  readonly declared: 'operation' | 'document' | 'nowhere';
  readonly alternatives: readonly SecurityAlternative[];
  /** Whether a caller without credentials is let in: nothing is asked, or an alternative is empty. */
  readonly isPublic: boolean;
}

function readAlternatives(security: readonly unknown[]): readonly SecurityAlternative[] {
  return security.filter(isObject).map((alternative) => ({
    schemes: Object.entries(alternative).map(([name, scopes]) => ({
      name,
      scopes: Array.isArray(scopes)
        ? scopes.filter((scope): scope is string => typeof scope === 'string')
        : [],
    })),
  }));
}

/** The demand that a list of requirements makes; `undefined` and other types count as not declared. */
export function readDemand(operation: JsonObject, document: JsonObject): SecurityDemand {
  const declared = Array.isArray(operation['security'])
    ? 'operation'
    : Array.isArray(document['security'])
      ? 'document'
      : 'nowhere';
  if (declared === 'nowhere') return { declared, alternatives: [], isPublic: true };
  const list = (declared === 'operation' ? operation : document)['security'] as unknown[];
  const alternatives = readAlternatives(list);
  return {
    declared,
    alternatives,
    isPublic: alternatives.length === 0 || alternatives.some(({ schemes }) => schemes.length === 0),
  };
}
