import { type CategoryId, describeCategory, type Level } from '@yushu/core';
import { classifyFieldName } from '@yushu/detect/fields';
import type { ApiAudit } from '../audit/api-audit.ts';
import type { ApiModel } from '../model/api-model.ts';
import type { ApiNode } from '../model/api-node.ts';
import { type ApiOperation, nameOperation } from '../model/api-operation.ts';
import { isObject, textAt } from '../model/json-object.ts';
import type { ApiSeverity } from '../rules/rule.ts';
import { type Drift, sortDrift } from './drift.ts';
import type { Exchange } from './read-traffic.ts';

/** Options of {@link compareTraffic}. */
export interface TrafficOptions {
  /** Says what a value holds, such as `scanner.scanField` of `@yushu/detect`; names alone are looked at unless given. */
  readonly classifyValue?: (
    text: string,
    place: { readonly name: string },
  ) => readonly { readonly category: CategoryId }[];
}

/** Matches paths to operations, fixed segments before variables. */
class Routes {
  private readonly bySize = new Map<
    number,
    { operation: ApiOperation; segments: readonly string[] }[]
  >();
  private readonly bases: readonly string[];

  constructor(model: ApiModel) {
    const bases = new Set<string>(['']);
    for (const { value } of model.servers) {
      const path = /^(?:[a-z]+:\/\/[^/]*)?(\/[^?#{]*)/i.exec(textAt(value, 'url') ?? '')?.[1];
      if (path !== undefined) bases.add(path.replace(/\/$/, ''));
    }
    const basePath = textAt(model.document, 'basePath');
    if (basePath !== undefined) bases.add(basePath.replace(/\/$/, ''));
    this.bases = [...bases].sort((a, b) => b.length - a.length);
    for (const operation of model.operations) {
      if (operation.isOutgoing) continue;
      const segments = operation.path.split(/[?#]/)[0]!.split('/').filter(Boolean);
      const list = this.bySize.get(segments.length);
      if (list === undefined) this.bySize.set(segments.length, [{ operation, segments }]);
      else list.push({ operation, segments });
    }
  }

  find(method: string, path: string): ApiOperation | undefined {
    for (const base of this.bases) {
      if (base !== '' && !path.startsWith(`${base}/`)) continue;
      const found = this.findBelow(method, path.slice(base.length));
      if (found !== undefined) return found;
    }
    return undefined;
  }

  private findBelow(method: string, path: string): ApiOperation | undefined {
    const segments = path.split('/').filter(Boolean);
    let best: { operation: ApiOperation; fixed: number } | undefined;
    for (const { operation, segments: template } of this.bySize.get(segments.length) ?? []) {
      if (operation.method !== method) continue;
      let fixed = 0;
      const fits = template.every((part, index) => {
        if (part.includes('{')) return true;
        fixed += 1;
        return part === segments[index];
      });
      if (fits && (best === undefined || fixed > best.fixed)) best = { operation, fixed };
    }
    return best?.operation;
  }
}

/** Values of ids in a path that nothing describes are taken out, so that the report holds none. */
const hideIds = (path: string): string =>
  path
    .split('/')
    .map((part) =>
      /\d|%|@|[^\x00-\x7f]/.test(part) && !/^v\d+(?:\.\d+)?$/i.test(part) ? '{}' : part,
    )
    .map((part) => (part.length > 40 ? '{}' : part))
    .join('/');

/** A key that could be data itself is not named. */
const safeName = (name: string): string =>
  name.length > 64 || /\d{4}|@|[^\w.\-\u4e00-\u9fff]/.test(name) ? '*' : name;

/** Schemas of a field, through `$ref`s and alternatives. */
function expand(model: ApiModel, nodes: readonly ApiNode[]): { nodes: ApiNode[]; isOpen: boolean } {
  const found = new Set<ApiNode>();
  const queue = [...nodes];
  let isOpen = nodes.length === 0;
  for (let at = 0; at < queue.length && found.size < 300; at += 1) {
    const node = model.resolve(queue[at]!);
    if (node === undefined) {
      isOpen = true;
      continue;
    }
    if (found.has(node)) continue;
    found.add(node);
    for (let child = node.firstChild; child !== undefined; child = child.nextSibling) {
      if (
        /^\/(?:allOf|anyOf|oneOf)$/.test(child.via) ||
        /^(?:if|then|else)$/.test(String(child.key))
      ) {
        queue.push(child);
      }
    }
  }
  return { nodes: [...found], isOpen };
}

/** Fields of traffic that schemas do not have, with the values that they hold. */
function findUnknown(
  model: ApiModel,
  start: readonly ApiNode[],
  body: unknown,
  visit: (name: string, value: unknown) => void,
): void {
  const queue: { nodes: readonly ApiNode[]; value: unknown }[] = [{ nodes: start, value: body }];
  for (let at = 0; at < queue.length && at < 100_000; at += 1) {
    const { nodes, value } = queue[at]!;
    const schemas = expand(model, nodes);
    if (schemas.isOpen) continue;
    const below = (test: (child: ApiNode) => boolean): ApiNode[] => {
      const children: ApiNode[] = [];
      for (const node of schemas.nodes) {
        for (let child = node.firstChild; child !== undefined; child = child.nextSibling) {
          if (test(child)) children.push(child);
        }
      }
      return children;
    };
    if (Array.isArray(value)) {
      const items = below(({ key, via }) => key === 'items' && via === '');
      if (items.length > 0)
        for (const one of value.slice(0, 200)) queue.push({ nodes: items, value: one });
    } else if (isObject(value)) {
      const hasProperties = below(({ via }) => via === '/properties').length > 0;
      const rest = below(({ key, via }) => key === 'additionalProperties' && via === '');
      for (const [name, member] of Object.entries(value)) {
        const property = below(({ key, via }) => via === '/properties' && key === name);
        if (property.length > 0) queue.push({ nodes: property, value: member });
        else if (rest.length > 0) queue.push({ nodes: rest, value: member });
        else if (hasProperties) visit(name, member);
      }
    }
  }
}

function schemasOf(model: ApiModel, holder: ApiNode | undefined): readonly ApiNode[] {
  const resolved = holder === undefined ? undefined : model.resolve(holder);
  const schemas: ApiNode[] = [];
  for (let child = resolved?.firstChild; child !== undefined; child = child.nextSibling) {
    if (child.kind === 'schema') schemas.push(child);
    if (child.kind !== 'mediaType') continue;
    for (let schema = child.firstChild; schema !== undefined; schema = schema.nextSibling) {
      schemas.push(schema);
    }
  }
  return schemas;
}

const gradeSeverity = (level: Level | undefined): ApiSeverity =>
  level === undefined || level === 1
    ? 'info'
    : level === 2
      ? 'low'
      : level === 3
        ? 'medium'
        : 'high';

/**
 * Compares recorded traffic with a description: operations that nothing describes (shadow) or that should be gone (zombie), and
 * fields and statuses that are not described, with their grade. The result holds names of fields, never values; ids in paths are
 * taken out.
 *
 * @example
 * ```ts
 * import { auditDescription, compareTraffic } from '@yushu/api-security';
 *
 * const audit = auditDescription({ openapi: '3.1.0', paths: { '/users': { get: {} } } });
 * const call = { query: [], status: 200, requestBody: undefined, responseBody: undefined };
 * const drift = compareTraffic(audit, [{ method: 'get', path: '/internal/users/42', ...call }]);
 * console.log(drift[0]?.kind, drift[0]?.operation); // shadow-operation GET /internal/users/{}
 * ```
 */
export function compareTraffic(
  audit: ApiAudit,
  exchanges: readonly Exchange[],
  options: TrafficOptions = {},
): readonly Drift[] {
  const { model } = audit;
  if (model === undefined) return [];
  const routes = new Routes(model);
  const found = new Map<string, Drift & { count: number }>();
  const note = (drift: Drift): void => {
    const key = `${drift.kind} ${drift.operation} ${drift.message}`;
    const known = found.get(key);
    if (known === undefined) found.set(key, { ...drift, count: 1 });
    else found.set(key, { ...known, count: known.count + 1 });
  };
  const used = new Set<ApiOperation>();
  for (const exchange of exchanges) {
    const operation = routes.find(exchange.method, exchange.path);
    if (operation === undefined) {
      if (exchange.status === 404 || exchange.method === 'options') continue;
      note({
        kind: 'shadow-operation',
        severity: 'high',
        operation: `${exchange.method.toUpperCase()} ${hideIds(exchange.path)}`,
        message: 'It is called, and nothing describes it.',
      });
      continue;
    }
    used.add(operation);
    compareExchange(model, operation, exchange, options, note);
  }
  for (const operation of model.operations) {
    if (operation.isOutgoing || used.has(operation)) continue;
    note({
      kind: 'unused-operation',
      severity: 'info',
      operation: nameOperation(operation),
      message: 'No call of it was recorded.',
    });
  }
  return sortDrift([...found.values()]);
}

function compareExchange(
  model: ApiModel,
  operation: ApiOperation,
  exchange: Exchange,
  { classifyValue }: TrafficOptions,
  note: (drift: Drift) => void,
): void {
  const name = nameOperation(operation);
  if (operation.node.value['deprecated'] === true) {
    note({
      kind: 'zombie-operation',
      severity: 'medium',
      operation: name,
      message: 'It is marked as deprecated, and still called.',
    });
  }
  const { status } = exchange;
  const fits = (code: string): boolean =>
    code === String(status) || code.toUpperCase() === `${String(status)[0]}XX`;
  const answer =
    operation.responses.find(({ key }) => fits(String(key))) ??
    operation.responses.find(({ key }) => key === 'default');
  if (status > 0 && answer === undefined && operation.responses.length > 0) {
    note({
      kind: 'undocumented-status',
      severity: 'info',
      operation: name,
      message: `It answers ${status}, which is not described.`,
      field: String(status),
    });
  }
  const visit =
    (direction: 'takes' | 'gives') =>
    (field: string, value: unknown): void => {
      const text =
        typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
      const category =
        classifyFieldName(field)?.category ??
        (text === ''
          ? undefined
          : classifyValue?.(text.slice(0, 10_000), { name: field })[0]?.category);
      const level = category === undefined ? undefined : describeCategory(category).level;
      const shown = safeName(field);
      note({
        kind: 'undocumented-field',
        severity: direction === 'gives' ? gradeSeverity(level) : 'low',
        operation: name,
        message: `It ${direction} ${JSON.stringify(shown)}, which is not described.`,
        field: shown,
        ...(category === undefined || level === undefined ? {} : { category, level }),
      });
    };
  if (exchange.responseBody !== undefined) {
    findUnknown(model, schemasOf(model, answer), exchange.responseBody, visit('gives'));
  }
  if (exchange.requestBody !== undefined) {
    const body =
      operation.requestBody ??
      operation.parameters.find((node) => model.resolve(node)?.value['in'] === 'body');
    findUnknown(model, schemasOf(model, body), exchange.requestBody, visit('takes'));
  }
}
