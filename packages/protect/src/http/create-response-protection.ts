/**
 * Responses of HTTP servers, shown to each reader as the policy says.
 *
 * @module
 */
import type { Requester } from '@yushu/core';
import { protectError } from '../errors.ts';
import type { PipelineOptions } from '../pipeline/create-pipeline.ts';
import { type BodyTreatment, compileTypes, readMediaType } from './media-types.ts';
import { createPipelineCache } from './pipeline-cache.ts';
import { protectBody } from './protect-body.ts';
import { correctConditions, correctHeaders, variantOf } from './response-headers.ts';

/** The part of a request that is looked at. */
export interface RequestHead {
  readonly method: string;
  /** Absolute, or beginning with `/`. */
  readonly url: string;
  readonly headers: Headers;
}

/** Unpacks bodies of a content coding. */
export type Decoder = () => ReadableWritablePair<Uint8Array, Uint8Array>;

/** Options of {@link createResponseProtection}. */
export interface ResponseProtectionOptions
  extends Omit<PipelineOptions, 'role' | 'purpose' | 'operation'> {
  /**
   * Who asks, and why, from what your sign-in has established; never from what a request merely claims. Where it throws, the response is
   * refused; where it gives neither, nobody is exempt from any rule.
   */
  readonly requester: (request: RequestHead) => Requester | Promise<Requester>;
  /** Name of the operation, for rules that look at it; method and path unless given, such as `GET /users/7`. */
  readonly operation?: ((request: RequestHead) => string) | undefined;
  /**
   * What is done with bodies of further media types: a type of document, or `pass` to give them out unread, such as
   * `{ 'image/*': 'pass', 'text/html': 'text' }`. JSON (also `+json`), NDJSON, CSV, TSV and plain text are known; all else is refused.
   */
  readonly types?: Readonly<Record<string, BodyTreatment>> | undefined;
  /** Unpackers for further content codings. `gzip` and `deflate` are known; a body that is packed otherwise is refused. */
  readonly decoders?: Readonly<Record<string, Decoder>> | undefined;
  /** What becomes of a body in which a rule blocks a value: `refuse` (the default) the whole, or `withhold` the value. */
  readonly onBlock?: 'refuse' | 'withhold' | undefined;
  /** Told of what was refused and why, for your log. */
  readonly onRefusal?: ((error: unknown) => void) | undefined;
  /** Pipelines that are kept, one for each role, purpose and, where a rule looks at it, operation: 1 to 65,536; 256 by default. */
  readonly maxPipelines?: number | undefined;
}

/** Protects responses. Made by {@link createResponseProtection}; may be used for any number of them at once. */
export interface ResponseProtection {
  /**
   * The response as the one who asks may see it. Never rejects: what cannot be protected is answered with status 500 and a short JSON body
   * that says so, and what turns out wrong in the middle of a long body ends the connection.
   */
  protect(request: RequestHead, response: Response): Promise<Response>;
  /**
   * The request as the handler should get it: conditions in terms of its own entity tags, no ranges, no compression. Never rejects.
   */
  correct(request: RequestHead): Promise<Headers>;
  /** A handler whose responses are protected. */
  wrap(
    handler: (request: Request) => Response | Promise<Response>,
  ): (request: Request) => Promise<Response>;
}

const bodilessStatuses = new Set([101, 204, 205, 304]);

const knownDecoders: Readonly<Record<string, Decoder>> = {
  gzip: () => new DecompressionStream('gzip') as ReadableWritablePair<Uint8Array, Uint8Array>,
  'x-gzip': () => new DecompressionStream('gzip') as ReadableWritablePair<Uint8Array, Uint8Array>,
  deflate: () => new DecompressionStream('deflate') as ReadableWritablePair<Uint8Array, Uint8Array>,
};

function responseError(message: string, hint: string) {
  return protectError('ERR_PROTECT_RESPONSE', message, { hint });
}

/** The answer in the place of one that could not be protected. It says nothing of what that held. */
export function refusal(): Response {
  const error = { code: 'ERR_PROTECT_RESPONSE', message: 'The response was withheld' };
  return new Response(JSON.stringify({ error }), {
    status: 500,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
  });
}

/** A charset that can be decoded, or an error. */
function checkCharset(charset: string): string {
  try {
    return new TextDecoder(charset).encoding;
  } catch {
    throw responseError('The charset of the body is not known', 'Send UTF-8.');
  }
}

/**
 * Masks the responses of an HTTP server by one policy, by role and purpose of who asks: JSON, NDJSON, CSV, TSV and text, as streams of any
 * length in bounded memory. It fails closed: what cannot be read, unpacked or protected is not given out.
 *
 * Headers are corrected: `Content-Length` and digests go, entity tags are made the variant's own and translated back in conditions, shared
 * caches are kept out. Headers themselves are not searched for data.
 *
 * For `node:http`, Express and Connect, see `protectServerResponses` of `@yushu/protect/node`.
 *
 * @throws {DataSecurityError} `ERR_PROTECT_OPTIONS`.
 *
 * @example
 * ```ts
 * import { readPolicy } from '@yushu/protect';
 * import { createResponseProtection } from '@yushu/protect/http';
 *
 * const policy = readPolicy(`
 * version: 1
 * rules:
 *   - match: { category: contact.phone }
 *     unless: { role: support }
 *     action: { mask: { keepFirst: 3, keepLast: 4 } }
 * default: allow`);
 * const protection = createResponseProtection({ policy, requester: () => ({ role: 'guest' }) });
 * const handler = protection.wrap(() => Response.json({ phone: '13800138000' }));
 *
 * const response = await handler(new Request('https://example.com/customers/7'));
 * console.log(await response.text()); // {"phone":"138****8000"}
 * ```
 */
export function createResponseProtection(options: ResponseProtectionOptions): ResponseProtection {
  const { requester, operation, onBlock = 'refuse', maxPipelines = 256 } = options ?? {};
  const refuseOption = (option: string, expected: string) => {
    throw protectError('ERR_PROTECT_OPTIONS', `Option ${option} is not as expected`, {
      hint: `Give ${expected}.`,
      details: { option },
    });
  };
  if (typeof requester !== 'function') refuseOption('requester', 'a function that says who asks');
  if (onBlock !== 'refuse' && onBlock !== 'withhold') refuseOption('onBlock', 'refuse or withhold');
  if (!Number.isInteger(maxPipelines) || maxPipelines < 1 || maxPipelines > 65_536) {
    refuseOption('maxPipelines', 'a whole number from 1 to 65,536');
  }
  const typeOf = compileTypes(options.types);
  const decoderOf = new Map(Object.entries({ ...knownDecoders, ...options.decoders }));
  const policyText = JSON.stringify(options.policy);
  const findPipeline = createPipelineCache(options, maxPipelines);
  const asked = new WeakMap<RequestHead, Promise<Requester>>();

  /** Asked once for each request, so that what it was judged by cannot change in between. */
  const whoAsks = (request: RequestHead): Promise<Requester> => {
    let who = asked.get(request);
    if (who === undefined) {
      who = Promise.resolve()
        .then(() => requester(request))
        .then((given) => ({ ...given }));
      asked.set(request, who);
    }
    return who;
  };

  const operationOf = (request: RequestHead) =>
    operation?.(request) ??
    `${request.method} ${new URL(request.url, 'http://localhost').pathname}`;

  const variantFor = ({ role, purpose }: Requester) =>
    variantOf(JSON.stringify([role, purpose]) + policyText);

  const tellOf = (error: unknown) => {
    try {
      options.onRefusal?.(error);
    } catch {
      // Whoever listens cannot change what was decided.
    }
  };

  /** The unpackers of a body, outermost coding first (RFC 9110, section 8.4). */
  const decodersFor = (headers: Headers) =>
    (headers.get('content-encoding') ?? '')
      .split(',')
      .map((coding) => coding.trim().toLowerCase())
      .filter((coding) => coding !== '' && coding !== 'identity')
      .reverse()
      .map((coding) => {
        const decoder = decoderOf.get(coding);
        if (decoder !== undefined) return decoder();
        throw responseError(
          'The body is packed in a way that is not known',
          'Compress after protecting, or give a decoder for this coding.',
        );
      });

  const protectOrThrow = async (request: RequestHead, response: Response): Promise<Response> => {
    const who = await whoAsks(request);
    const { status, statusText, body } = response;
    const headers = new Headers(response.headers);
    const media = readMediaType(headers.get('content-type'));
    const treatment = typeOf(media.essence);
    const isBodiless = body === null || bodilessStatuses.has(status) || request.method === 'HEAD';
    if (treatment === 'pass') return response;
    if (isBodiless) {
      await body?.cancel();
      correctHeaders(headers, variantFor(who));
      return new Response(null, { status, statusText, headers });
    }
    if (status === 206 || headers.has('content-range')) {
      throw responseError('A part of a body cannot be protected', 'Answer ranges with the whole.');
    }
    if (treatment === undefined) {
      throw responseError(
        'Bodies of this media type are not known',
        'Name the type in the option types, as a document or to be passed.',
      );
    }
    const protectedBody = await protectBody(body, {
      pipeline: await findPipeline(who, operationOf(request)),
      type: treatment,
      charset: checkCharset(media.charset),
      decoders: decodersFor(headers),
      refusesBlocked: onBlock === 'refuse',
    });
    correctHeaders(headers, variantFor(who));
    headers.set('content-type', `${media.essence}; charset=utf-8`);
    return new Response(protectedBody, { status, statusText, headers });
  };

  const protect = async (request: RequestHead, response: Response): Promise<Response> => {
    try {
      return await protectOrThrow(request, response);
    } catch (error) {
      tellOf(error);
      if (response.body !== null && !response.body.locked) {
        await response.body.cancel().catch(() => undefined);
      }
      return refusal();
    }
  };

  const correct = async (request: RequestHead): Promise<Headers> => {
    const headers = new Headers(request.headers);
    try {
      correctConditions(headers, variantFor(await whoAsks(request)));
    } catch {
      // Without knowing who asks, no condition can be judged; the response will be refused.
      correctConditions(headers, '');
    }
    return headers;
  };

  return {
    protect,
    correct,
    wrap: (handler) => async (request) => {
      const headers = await correct(request);
      let response: Response;
      try {
        response = await handler(new Request(request, { headers }));
      } catch (error) {
        tellOf(error);
        return refusal();
      }
      return protect(request, response);
    },
  };
}
