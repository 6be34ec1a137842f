import { readDescription } from '../../document/read-description.ts';
import type { ApiFormat } from '../../model/api-model.ts';
import { detectFormat } from '../../model/build-model.ts';
import { httpMethods } from '../../model/http-methods.ts';
import { isObject, type JsonObject, listAt, objectAt, textAt } from '../../model/json-object.ts';
import { guardError } from '../guard-error.ts';
import { SchemaSpace } from '../plan/schema-space.ts';

/** One operation as the description has it; nothing of it is read yet. */
export interface DescribedOperation {
  /** `GET /users/{id}` */
  readonly name: string;
  /** In upper case. */
  readonly method: string;
  /** Path template, without what servers put before it. */
  readonly path: string;
  readonly pathItem: JsonObject;
  readonly value: JsonObject;
}

/** A description of an HTTP API, read no further than its paths. */
export interface DescribedApi {
  readonly format: ApiFormat;
  readonly space: SchemaSpace;
  readonly operations: readonly DescribedOperation[];
  /** What stands before the path templates, such as `/v1`; each without a slash at its end. */
  readonly basePaths: readonly string[];
}

/** The path of a server's address, with the defaults of its variables. */
function pathOfServer(server: JsonObject): string {
  const variables = objectAt(server, 'variables');
  const url = (textAt(server, 'url') ?? '').replace(/\{([^{}]{1,100})\}/g, (_, name: string) => {
    const variable = variables?.[name];
    return isObject(variable) ? (textAt(variable, 'default') ?? '') : '';
  });
  const path = url.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i, '').replace(/[?#].*$/s, '');
  const trimmed = path.replace(/\/+$/, '');
  return trimmed === '' || trimmed.startsWith('/') ? trimmed : `/${trimmed}`;
}

function basePathsOf(document: JsonObject): readonly string[] {
  const basePath = textAt(document, 'basePath');
  if (basePath !== undefined) return [pathOfServer({ url: basePath })];
  const servers = (listAt(document, 'servers') ?? []).filter(isObject);
  return servers.length === 0 ? [''] : [...new Set(servers.map(pathOfServer))];
}

function operationsOf(document: JsonObject, space: SchemaSpace): DescribedOperation[] {
  const operations: DescribedOperation[] = [];
  const paths = objectAt(document, 'paths') ?? {};
  for (const path of Object.keys(paths)) {
    const given = paths[path];
    if (!path.startsWith('/') || !isObject(given)) continue;
    const node = space.nodeOf('pathItem', given, space.root, '/paths', path);
    const pathItem = space.resolve(node)?.value ?? given;
    const add = (method: string, value: unknown) => {
      if (!isObject(value)) return;
      operations.push({ name: `${method} ${path}`, method, path, pathItem, value });
    };
    for (const key of Object.keys(pathItem)) {
      if (httpMethods.has(key)) add(key.toUpperCase(), pathItem[key]);
    }
    const more = objectAt(pathItem, 'additionalOperations') ?? {};
    for (const method of Object.keys(more)) add(method.toUpperCase(), more[method]);
  }
  return operations;
}

/**
 * Reads what a guard needs at its start: the paths and methods. All else is read when the first request wants it.
 *
 * @param spec OpenAPI 2, 3.0, 3.1 or 3.2 as text (JSON or YAML) or as an object.
 * @throws {DataSecurityError} `ERR_API_SECURITY_SPEC` where it cannot be read or is none of these.
 */
export function readApi(spec: unknown, basePaths: readonly string[] | undefined): DescribedApi {
  const { value: document, diagnostics } = readDescription(spec);
  const format = isObject(document) ? detectFormat(document) : undefined;
  if (!isObject(document) || format === undefined || !/^(?:openapi|swagger)/.test(format)) {
    const first = diagnostics[0];
    throw guardError('ERR_API_SECURITY_SPEC', 'The description cannot be read', {
      hint: 'Give OpenAPI 2 or 3 as JSON or YAML.',
      details: {
        ...(first?.line === undefined ? {} : { line: first.line }),
        ...(first?.column === undefined ? {} : { column: first.column }),
      },
    });
  }
  const space = new SchemaSpace(document);
  return {
    format,
    space,
    operations: operationsOf(document, space),
    basePaths: basePaths?.map((path) => pathOfServer({ url: path })) ?? basePathsOf(document),
  };
}
