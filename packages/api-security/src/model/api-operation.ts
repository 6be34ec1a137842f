import type { ApiNode } from './api-node.ts';
import type { SecurityDemand } from './security.ts';
import type { Unit } from './unit.ts';

/** For whom an operation is, as its path, tags and scopes say. */
export type Audience = 'public' | 'authenticated' | 'admin';

/** One operation of an API. */
export interface ApiOperation {
  readonly node: ApiNode;
  /** HTTP method in lower case; for messages `publish`, `subscribe`, `send` or `receive`. */
  readonly method: string;
  /** Path template, or address of a channel. */
  readonly path: string;
  readonly pathItem: ApiNode;
  readonly request: Unit;
  readonly response: Unit;
  readonly security: SecurityDemand;
  readonly audience: Audience;
  /** Callbacks and webhooks: calls that the API makes itself. */
  readonly isOutgoing: boolean;
  /** Parameters of the operation and of its path, as they stand; `$ref`s not followed. */
  readonly parameters: ApiNode[];
  readonly responses: ApiNode[];
  requestBody: ApiNode | undefined;
}

/**
 * `POST /users`
 *
 * @example
 * ```ts
 * import { auditDescription, nameOperation } from '@yushu/api-security';
 *
 * const { model } = auditDescription({ openapi: '3.1.0', paths: { '/a': { get: {} } } });
 * console.log(model?.operations.map(nameOperation)); // [ 'GET /a' ]
 * ```
 */
export const nameOperation = ({ method, path }: ApiOperation): string =>
  `${method.toUpperCase()} ${path}`;
