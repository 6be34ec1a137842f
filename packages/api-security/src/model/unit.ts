import type { ApiNode } from './api-node.ts';

/** Who can reach something, and in which direction data flows: one bit for each pair. */
const exposure = {
  requestPublic: 1,
  requestAuthenticated: 2,
  requestAdmin: 4,
  responsePublic: 8,
  responseAuthenticated: 16,
  responseAdmin: 32,
} as const;

/** All bits of requests. */
export const requestMask =
  exposure.requestPublic | exposure.requestAuthenticated | exposure.requestAdmin;
/** All bits of responses. */
export const responseMask =
  exposure.responsePublic | exposure.responseAuthenticated | exposure.responseAdmin;
/** All bits of those who need no credentials. */
export const publicMask = exposure.requestPublic | exposure.responsePublic;

/**
 * A part of a document that is reached as a whole: the request of an operation, its response, or a component. `$ref`s are the
 * edges between units; exposure flows along them.
 *
 * @example
 * ```ts
 * import { auditDescription } from '@yushu/api-security';
 *
 * const { model } = auditDescription({ openapi: '3.1.0', paths: { '/a': { get: {} } } });
 * console.log(model?.operations[0]?.response.exposure); // 8
 * ```
 */
export class Unit {
  /** What it is: its definition site. */
  node: ApiNode | undefined;
  /** For the two units of an operation, its index; -1 otherwise. */
  readonly operation: number;
  /** One bit for each who and direction: 1 request by anybody, 2 with credentials, 4 by administrators; 8, 16, 32 responses. */
  exposure = 0;
  /** Units that this one refers to. */
  readonly targets: Unit[] = [];
  /** Units that refer to this one. */
  readonly sources: Unit[] = [];
  /** Where `$ref`s to this one stand. */
  readonly references: ApiNode[] = [];

  constructor(operation: number) {
    this.operation = operation;
  }
}

/** Notes that one unit reaches another. */
export function link(from: Unit, to: Unit, reference: ApiNode | undefined): void {
  if (reference !== undefined) to.references.push(reference);
  if (from === to) return;
  from.targets.push(to);
  to.sources.push(from);
}
