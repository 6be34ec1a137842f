import { DataSecurityError } from '@yushu/core';
import { isObject, type JsonObject, listAt, objectAt, textAt } from '../model/json-object.ts';

/** One call that was recorded. */
export interface Exchange {
  /** In lower case. */
  readonly method: string;
  readonly path: string;
  readonly query: readonly string[];
  /** 0 where no answer was recorded. */
  readonly status: number;
  /** Parsed JSON, where a body was JSON. */
  readonly requestBody: unknown;
  readonly responseBody: unknown;
}

/** Bodies longer than this are not parsed. */
const maxBody = 16 * 2 ** 20;

function parseBody(text: unknown): unknown {
  if (typeof text !== 'string' || text.length > maxBody || !/^\s*[[{]/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function splitUrl(url: string): { readonly path: string; readonly query: readonly string[] } {
  // Postman writes variables for the host: `{{baseUrl}}/users/:id`.
  const plain = url.replace(/^\{\{[^}]*\}\}/, 'http://host').replace(/\{\{([^}]*)\}\}/g, '$1');
  try {
    const { pathname, searchParams } = new URL(plain, 'http://host');
    return { path: pathname, query: [...searchParams.keys()] };
  } catch {
    return { path: plain.split(/[?#]/)[0] ?? '/', query: [] };
  }
}

function readHarEntry(entry: JsonObject): Exchange | undefined {
  const request = objectAt(entry, 'request');
  const url = request === undefined ? undefined : textAt(request, 'url');
  if (request === undefined || url === undefined) return undefined;
  const response = objectAt(entry, 'response');
  const content = response === undefined ? undefined : objectAt(response, 'content');
  const encoded = content !== undefined && textAt(content, 'encoding') === 'base64';
  const text = content === undefined ? undefined : textAt(content, 'text');
  const status = response?.['status'];
  return {
    method: (textAt(request, 'method') ?? 'GET').toLowerCase(),
    ...splitUrl(url),
    status: typeof status === 'number' ? status : 0,
    requestBody: parseBody(textAt(objectAt(request, 'postData') ?? {}, 'text')),
    responseBody: parseBody(encoded && text !== undefined ? decodeBase64(text) : text),
  };
}

function decodeBase64(text: string): string | undefined {
  try {
    const bytes = Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
    return new TextDecoder().decode(bytes);
  } catch {
    return undefined;
  }
}

const urlOf = (request: JsonObject): string | undefined => {
  const { url } = request;
  if (typeof url === 'string') return url;
  return isObject(url) ? textAt(url, 'raw') : undefined;
};

function readPostmanItem(item: JsonObject, exchanges: Exchange[]): void {
  const request = objectAt(item, 'request');
  const url = request === undefined ? undefined : urlOf(request);
  if (request === undefined || url === undefined) return;
  const base = {
    method: (textAt(request, 'method') ?? 'GET').toLowerCase(),
    ...splitUrl(url),
    requestBody: parseBody(textAt(objectAt(request, 'body') ?? {}, 'raw')),
  };
  const responses = (listAt(item, 'response') ?? []).filter(isObject);
  if (responses.length === 0) exchanges.push({ ...base, status: 0, responseBody: undefined });
  for (const response of responses) {
    const { code } = response;
    exchanges.push({
      ...base,
      status: typeof code === 'number' ? code : 0,
      responseBody: parseBody(textAt(response, 'body')),
    });
  }
}

/**
 * Reads recorded traffic: HAR 1.2, or a Postman collection 2.x with its saved answers.
 *
 * @throws {DataSecurityError} `ERR_API_SECURITY_TRAFFIC` where the text is neither.
 *
 * @example
 * ```ts
 * import { readTraffic } from '@yushu/api-security';
 *
 * const har = { log: { entries: [{ request: { method: 'GET', url: 'https://a.example/users?page=1' } }] } };
 * console.log(readTraffic(JSON.stringify(har))[0]?.path); // /users
 * ```
 */
export function readTraffic(text: string): readonly Exchange[] {
  let value: unknown;
  try {
    value = JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
  } catch {
    value = undefined;
  }
  if (isObject(value)) {
    const entries = listAt(objectAt(value, 'log') ?? {}, 'entries');
    if (entries !== undefined) {
      return entries.filter(isObject).flatMap((entry) => readHarEntry(entry) ?? []);
    }
    const items = listAt(value, 'item');
    if (items !== undefined) {
      const exchanges: Exchange[] = [];
      const queue = items.filter(isObject);
      for (let at = 0; at < queue.length; at += 1) {
        const item = queue[at]!;
        readPostmanItem(item, exchanges);
        for (const child of listAt(item, 'item') ?? []) if (isObject(child)) queue.push(child);
      }
      return exchanges;
    }
  }
  throw new DataSecurityError(
    'ERR_API_SECURITY_TRAFFIC',
    'This is neither a HAR file nor a Postman collection',
    {
      hint: 'Export HAR from a browser or proxy, or a collection as version 2.1.',
    },
  );
}
