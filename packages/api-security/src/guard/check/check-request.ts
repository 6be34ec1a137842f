import type { SchemaSpace } from '../plan/schema-space.ts';
import type { RequestFacts } from '../ports/request-facts.ts';
import {
  contentFor,
  type DescribedParameter,
  type OperationView,
} from '../route/operation-view.ts';
import { checkValue } from './check-value.ts';
import { exceedsDepth } from './exceeds-depth.ts';
import { readMembers, readParameter } from './read-parameters.ts';
import type { Violation } from './violation.ts';

/** How requests are checked. */
export interface RequestCheckOptions {
  readonly refusesUndeclared: boolean;
  readonly maxDepth: number;
}

/** What a request head says of its body. */
export interface BodyHead {
  /** Without parameters, in lower case; `undefined` where there is none. */
  readonly mediaType: string | undefined;
  readonly charset: string;
  readonly hasBody: boolean;
}

const cookiesOf = (header: string | undefined): readonly (readonly [string, string])[] =>
  (header ?? '').split(';').flatMap((part) => {
    const at = part.indexOf('=');
    return at < 0 ? [] : [[part.slice(0, at).trim(), part.slice(at + 1).trim()] as const];
  });

/** The texts of a parameter, as the request has them. */
function textsOf(
  { name, in: place }: DescribedParameter,
  request: RequestFacts,
  headerOf: (name: string) => string | undefined,
): readonly string[] {
  if (place === 'path') {
    return Object.hasOwn(request.parameters, name) ? [request.parameters[name]!] : [];
  }
  const entries = place === 'query' ? request.query : cookiesOf(headerOf('cookie'));
  if (place !== 'header') return entries.flatMap(([key, value]) => (key === name ? [value] : []));
  const value = headerOf(name.toLowerCase());
  return value === undefined ? [] : [value];
}

/** Holds path, query, headers and cookies to the description. */
export function checkParameters(
  view: OperationView,
  request: RequestFacts,
  headerOf: (name: string) => string | undefined,
  space: SchemaSpace,
  options: RequestCheckOptions,
): readonly Violation[] {
  const violations: Violation[] = [];
  for (const parameter of view.parameters) {
    const { name, in: place, isRequired, schema, isDeep, allowsEmpty } = parameter;
    let value: unknown;
    if (isDeep) {
      const prefix = `${name}[`;
      const members = request.query.flatMap(([key, text]) =>
        key.startsWith(prefix) && key.endsWith(']')
          ? [[key.slice(prefix.length, -1), text] as const]
          : [],
      );
      value = members.length === 0 ? undefined : readMembers(space, schema, members);
    } else value = readParameter(space, parameter, textsOf(parameter, request, headerOf));
    if (value === undefined) {
      if (isRequired) violations.push({ in: place, at: name, rule: 'required' });
      continue;
    }
    if (schema === undefined || (value === '' && allowsEmpty)) continue;
    const found = checkValue(value, schema, {
      space,
      place,
      direction: 'request',
      // What a parameter holds beside the described is only seen by who reads it.
      refusesUndeclared: false,
      maxDepth: options.maxDepth,
    });
    for (const { at, ...rest } of found) violations.push({ ...rest, at: `${name}${at}` });
  }
  return violations;
}

/** Holds the kind of a body to the description, before anything of it is read. */
export function checkBodyHead(view: OperationView, head: BodyHead): Violation | undefined {
  const { body } = view;
  if (!head.hasBody) {
    return body?.isRequired === true ? { in: 'body', at: '', rule: 'required' } : undefined;
  }
  if (body === undefined) return { in: 'body', at: '', rule: 'undocumented' };
  const { mediaType } = head;
  if (mediaType === undefined || contentFor(body.contents, mediaType) === undefined) {
    return { in: 'header', at: 'content-type', rule: 'content-type' };
  }
  return /^utf-?8$|^us-ascii$/.test(head.charset) || !isJsonType(mediaType)
    ? undefined
    : { in: 'header', at: 'content-type', rule: 'charset', expected: 'utf-8' };
}

/** Whether bodies of a media type are JSON documents. */
export const isJsonType = (mediaType: string): boolean =>
  mediaType === 'application/json' || mediaType === 'text/json' || mediaType.endsWith('+json');

/** Whether a body is looked into: others are only weighed. */
export const isCheckedType = (mediaType: string): boolean =>
  isJsonType(mediaType) || mediaType === 'application/x-www-form-urlencoded';

const decoder = new TextDecoder('utf-8', { fatal: true });

/** Holds a body to its schema. */
export function checkBody(
  view: OperationView,
  mediaType: string,
  bytes: Uint8Array,
  space: SchemaSpace,
  options: RequestCheckOptions,
): readonly Violation[] {
  const content = contentFor(view.body?.contents ?? [], mediaType);
  const broken: readonly Violation[] = [{ in: 'body', at: '', rule: 'syntax' }];
  if (exceedsDepth(bytes, options.maxDepth))
    return [{ in: 'body', at: '', rule: 'depth', expected: options.maxDepth }];
  let value: unknown;
  try {
    const text = decoder.decode(bytes);
    value = isJsonType(mediaType)
      ? (JSON.parse(text) as unknown)
      : readMembers(space, content?.schema, [...new URLSearchParams(text)]);
  } catch {
    return broken;
  }
  if (content?.schema === undefined) return [];
  return checkValue(value, content.schema, {
    ...options,
    space,
    place: 'body',
    direction: 'request',
  });
}
