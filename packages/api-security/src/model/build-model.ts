import type { Diagnostic } from '../document/diagnostic.ts';
import { defaultLimits, type ReadLimits } from '../document/read-limits.ts';
import type { ApiFormat, ApiModel, DataDirection } from './api-model.ts';
import type { ApiNode } from './api-node.ts';
import type { ApiOperation } from './api-operation.ts';
import { isObject, type JsonObject } from './json-object.ts';
import { link, type Unit } from './unit.ts';
import { Walk } from './walk.ts';

/** The format of a document by its first member, or `undefined`. */
export function detectFormat(document: JsonObject): ApiFormat | undefined {
  const version = (key: string): string => {
    const value = document[key];
    return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
  };
  if (version('swagger').startsWith('2')) return 'swagger-2.0';
  const openapi = version('openapi');
  if (openapi.startsWith('3.0')) return 'openapi-3.0';
  if (openapi.startsWith('3.1')) return 'openapi-3.1';
  if (openapi.startsWith('3')) return openapi === '3' ? 'openapi-3.0' : 'openapi-3.2';
  const asyncapi = version('asyncapi');
  if (asyncapi.startsWith('2')) return 'asyncapi-2';
  if (asyncapi.startsWith('3')) return 'asyncapi-3';
  return undefined;
}

/** The JSON Pointer of a `$ref` within the document; in a URI some of its characters are encoded (RFC 6901, section 6). */
function pointerOf(reference: string): string {
  const pointer = reference.slice(1);
  if (!pointer.includes('%')) return pointer;
  try {
    return decodeURIComponent(pointer);
  } catch {
    return pointer;
  }
}

/** The value at a pointer. */
function lookUp(document: JsonObject, pointer: string): unknown {
  let value: unknown = document;
  if (pointer === '' || pointer === '/') return document;
  for (const raw of pointer.slice(1).split('/')) {
    const segment = raw.includes('~') ? raw.replaceAll('~1', '/').replaceAll('~0', '~') : raw;
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, segment)) {
      return undefined;
    }
    value = (value as Record<string, unknown>)[segment];
  }
  return value;
}

/** Follows `$ref`s within the document; what leads outside is named. */
class References {
  private readonly walk: Walk;
  private readonly document: JsonObject;
  private readonly known = new Map<string, ApiNode | undefined>();

  constructor(walk: Walk, document: JsonObject) {
    this.walk = walk;
    this.document = document;
  }

  /** The node that a `$ref` names, which may be a `$ref` itself. */
  find(reference: string, from: ApiNode): ApiNode | undefined {
    const component = this.walk.components.get(reference);
    if (component !== undefined) return component;
    const known = this.known.get(reference);
    if (known !== undefined || this.known.has(reference)) return known;
    const found = this.search(reference, from);
    this.known.set(reference, found);
    return found;
  }

  private search(reference: string, from: ApiNode): ApiNode | undefined {
    if (!reference.startsWith('#')) {
      this.complain('external-reference', 'This $ref leads out of the document.', from);
      return undefined;
    }
    const pointer = pointerOf(reference);
    const value = lookUp(this.document, pointer);
    if (typeof value !== 'object' || value === null) {
      this.complain('missing-reference', 'This $ref leads nowhere.', from);
      return undefined;
    }
    if (!isObject(value)) return undefined;
    return this.walk.visit(value, pointer, from.kind, this.walk.pathPlaces.get(from));
  }

  private complain(code: Diagnostic['code'], message: string, from: ApiNode): void {
    const { diagnostics } = this.walk;
    if (diagnostics.length < 200) diagnostics.push({ code, message, pointer: from.pointer });
  }
}

/** Lets the exposure of operations flow along the `$ref`s, until nothing changes. */
function spread(operations: readonly ApiOperation[]): void {
  const queue: Unit[] = operations.flatMap(({ request, response }) => [request, response]);
  for (let at = 0; at < queue.length; at += 1) {
    const unit = queue[at]!;
    for (const target of unit.targets) {
      const exposure = target.exposure | unit.exposure;
      if (exposure === target.exposure) continue;
      target.exposure = exposure;
      queue.push(target);
    }
  }
}

/** Edges that are followed to find use sites, for the whole audit: then the lists end. */
const maxSteps = 30_000_000;

/** Finds operations from which units are reached. */
class UseSites {
  private readonly operations: readonly ApiOperation[];
  private readonly known = new Map<Unit, ReadonlySet<Unit>>();
  private steps = 0;

  constructor(operations: readonly ApiOperation[]) {
    this.operations = operations;
  }

  of(unit: Unit, direction: DataDirection | undefined): readonly ApiOperation[] {
    const operations = new Set<ApiOperation>();
    for (const one of this.entrances(unit)) {
      const operation = this.operations[one.operation]!;
      if (direction === undefined || operation[direction] === one) operations.add(operation);
    }
    return [...operations];
  }

  /** The requests and answers that reach a unit, in order of the operations. */
  private entrances(unit: Unit): ReadonlySet<Unit> {
    const known = this.known.get(unit);
    if (known !== undefined) return known;
    const found: Unit[] = [];
    const seen = new Set<Unit>([unit]);
    const queue = [unit];
    for (let at = 0; at < queue.length && this.steps < maxSteps; at += 1) {
      const { operation, sources } = queue[at]!;
      if (operation >= 0) found.push(queue[at]!);
      this.steps += sources.length;
      for (const source of sources) {
        if (seen.has(source)) continue;
        seen.add(source);
        queue.push(source);
      }
    }
    const entrances = new Set(found.sort((a, b) => a.operation - b.operation));
    this.known.set(unit, entrances);
    return entrances;
  }
}

/**
 * Walks over a description once and ties its parts together.
 *
 * @param isShared whether objects may stand at several places, as YAML aliases and values of programs may.
 * @returns nothing where the document is in no known format.
 */
export function buildModel(
  document: unknown,
  isShared: boolean,
  limits: ReadLimits = {},
): ApiModel | undefined {
  if (!isObject(document)) return undefined;
  const format = detectFormat(document);
  if (format === undefined) return undefined;
  const walk = new Walk(document, format, limits.maxNodes ?? defaultLimits.maxNodes, isShared);
  walk.run();
  const references = new References(walk, document);
  // What a `$ref` leads to may be visited only now, and hold further ones: the list grows.
  let followed = 0;
  const follow = (): void => {
    for (; followed < walk.references.length; followed += 1) {
      const node = walk.references[followed]!;
      const target = references.find(node.reference!, node);
      if (target !== undefined && target !== node) link(node.unit, target.unit, node);
    }
  };
  follow();
  walk.visitUnusedPathItems();
  follow();
  spread(walk.operations);
  const sites = new UseSites(walk.operations);
  const resolve = (node: ApiNode): ApiNode | undefined => {
    let current: ApiNode | undefined = node;
    for (let steps = 0; steps < 100; steps += 1) {
      const reference: string | undefined = current.reference;
      if (reference === undefined) return current;
      current = references.find(reference, current);
      if (current === undefined) return undefined;
    }
    return undefined;
  };
  const { lists } = walk;
  return {
    format,
    root: walk.root,
    document,
    operations: walk.operations,
    pathItems: lists.pathItem,
    parameters: lists.parameter,
    requestBodies: lists.requestBody,
    responses: lists.response,
    headers: lists.header,
    mediaTypes: lists.mediaType,
    schemas: lists.schema,
    securitySchemes: lists.securityScheme,
    servers: lists.server,
    channels: lists.channel,
    messages: lists.message,
    diagnostics: walk.diagnostics,
    hasIgnores: walk.hasIgnores,
    resolve,
    operationsOf: (unit, direction) => sites.of(unit, direction),
  };
}
