import { correctConditions } from '@yushu/protect/http';

/** Headers by which a request could be handled as another than the one that was judged. */
export const methodOverrides = [
  'x-http-method-override',
  'x-http-method',
  'x-method-override',
] as const;

/** The request as its handler should get it: conditions in terms of its own entity tags, and no method in the place of its own. */
export function correctRequest(
  request: Request,
  body: Uint8Array | undefined,
  variant: string,
): Request {
  const headers = new Headers(request.headers);
  correctConditions(headers, variant);
  for (const name of methodOverrides) headers.delete(name);
  return new Request(request.url, {
    method: request.method,
    headers,
    signal: request.signal,
    redirect: request.redirect,
    ...(body === undefined ? {} : { body: body as Uint8Array<ArrayBuffer> }),
  });
}
