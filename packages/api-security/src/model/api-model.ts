import type { Diagnostic } from '../document/diagnostic.ts';
import type { ApiNode } from './api-node.ts';
import type { ApiOperation } from './api-operation.ts';
import type { JsonObject } from './json-object.ts';
import type { Unit } from './unit.ts';

/** Formats of descriptions. */
export type ApiFormat =
  | 'swagger-2.0'
  | 'openapi-3.0'
  | 'openapi-3.1'
  | 'openapi-3.2'
  | 'asyncapi-2'
  | 'asyncapi-3'
  | 'graphql';

/** Which way data goes: in with requests, or out with answers. */
export type DataDirection = 'request' | 'response';

/** A description after one walk over it, each part visited once where it is defined. */
export interface ApiModel {
  readonly format: ApiFormat;
  readonly root: ApiNode;
  readonly document: JsonObject;
  readonly operations: readonly ApiOperation[];
  readonly pathItems: readonly ApiNode[];
  readonly parameters: readonly ApiNode[];
  readonly requestBodies: readonly ApiNode[];
  readonly responses: readonly ApiNode[];
  readonly headers: readonly ApiNode[];
  readonly mediaTypes: readonly ApiNode[];
  readonly schemas: readonly ApiNode[];
  readonly securitySchemes: readonly ApiNode[];
  readonly servers: readonly ApiNode[];
  readonly channels: readonly ApiNode[];
  readonly messages: readonly ApiNode[];
  readonly diagnostics: readonly Diagnostic[];
  /** Whether the document ignores findings somewhere, by `x-yushu-ignore`. */
  readonly hasIgnores: boolean;
  /** The node that a `$ref` leads to, through further `$ref`s; `undefined` where it leads nowhere, outside or in a circle. */
  resolve(node: ApiNode): ApiNode | undefined;
  /** Operations from which a unit is reached: by what comes in or goes out, or by either. */
  operationsOf(unit: Unit, direction?: DataDirection): readonly ApiOperation[];
}
