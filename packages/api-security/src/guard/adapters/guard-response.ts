import { guardError } from '../guard-error.ts';
import type { GuardedExchange } from '../guarded-exchange.ts';
import type { Refusal } from '../problem.ts';
import type { BodyRedactor } from '../redact/body-redactor.ts';

/** Unpacks bodies of a content coding. */
export type Decoder = () => ReadableWritablePair<Uint8Array, Uint8Array>;

/** What platforms can unpack. */
const knownDecoders: Readonly<Record<string, Decoder>> = {
  gzip: () => new DecompressionStream('gzip') as ReadableWritablePair<Uint8Array, Uint8Array>,
  'x-gzip': () => new DecompressionStream('gzip') as ReadableWritablePair<Uint8Array, Uint8Array>,
  deflate: () => new DecompressionStream('deflate') as ReadableWritablePair<Uint8Array, Uint8Array>,
};

/** So many bytes of a document are held back, so that what is wrong with a short one shows before any of it is out. */
const heldBackBytes = 65_536;

/** The answer that a refusal stands for. */
export function responseOf({ status, headers, body }: Refusal): Response {
  return new Response(body, { status, headers });
}

/** A redactor as a pair of streams. */
function streamOf(redactor: BodyRedactor): TransformStream<Uint8Array, Uint8Array> {
  return new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      const bytes = redactor.push(chunk);
      if (bytes.length > 0) controller.enqueue(bytes);
    },
    flush(controller) {
      const bytes = redactor.end();
      if (bytes.length > 0) controller.enqueue(bytes);
    },
  });
}

/** Reads the beginning of a body: until then an error rejects, later it ends the stream. */
async function openBody(
  stream: ReadableStream<Uint8Array>,
  enough: number,
  finish: (bytes: number, isAborted: boolean) => void,
): Promise<ReadableStream<Uint8Array>> {
  const reader = stream.getReader();
  const beginning: Uint8Array[] = [];
  let length = 0;
  let isDone = false;
  try {
    while (!isDone && length < enough) {
      const { done, value } = await reader.read();
      isDone = done;
      if (value === undefined) continue;
      beginning.push(value);
      length += value.length;
    }
  } catch (error) {
    await reader.cancel(error).catch(() => undefined);
    throw error;
  }
  let sent = 0;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          let bytes = beginning.shift();
          if (bytes === undefined && !isDone) {
            const { done, value } = await reader.read();
            isDone = done;
            bytes = value;
          }
          if (bytes === undefined) {
            finish(sent, false);
            controller.close();
          } else {
            sent += bytes.length;
            controller.enqueue(bytes);
          }
        } catch (error) {
          finish(sent, true);
          controller.error(error);
          await reader.cancel(error).catch(() => undefined);
        }
      },
      cancel(reason) {
        finish(sent, true);
        return reader.cancel(reason);
      },
    },
    { highWaterMark: 0 },
  );
}

/**
 * The response as the one who asks may see it. Never rejects: what cannot be shown is answered with a problem, and what turns out wrong in the
 * middle of a long body ends the stream with an error. The exchange ends with the body.
 *
 * @example
 * ```ts
 * import { createApiGuard, guardResponse } from '@yushu/api-security/guard';
 * import { parsePolicy } from '@yushu/core';
 *
 * const spec = { openapi: '3.1.0', paths: { '/me': { get: {} } } };
 * const guard = await createApiGuard({ spec, policy: parsePolicy({ version: 1, rules: [], default: 'redact' }) });
 * const { exchange } = await guard.begin({ method: 'GET', target: '/me', headerOf: () => undefined, principal: {} });
 * const response = await guardResponse(exchange, new Response('<html>', { headers: { 'content-type': 'application/pdf' } }));
 * console.log(response.status); // 500
 * ```
 */
export async function guardResponse(
  exchange: GuardedExchange,
  response: Response,
  decoders: Readonly<Record<string, Decoder>> = {},
): Promise<Response> {
  const { status, statusText, body } = response;
  const refuse = async (refusal: Refusal) => {
    if (body !== null && !body.locked) await body.cancel().catch(() => undefined);
    exchange.end(refusal.status, refusal.body.length, false);
    return responseOf(refusal);
  };
  const treatment = await exchange.respond({ status, headers: response.headers }, body !== null);
  if (treatment.kind === 'refuse') return refuse(treatment.refusal);
  if (treatment.kind === 'pass') {
    if (body === null) {
      exchange.end(status, 0, false);
      return response;
    }
    const passed = await openBody(body, 0, (bytes, isAborted) =>
      exchange.end(status, bytes, isAborted),
    );
    return new Response(passed, { status, statusText, headers: response.headers });
  }
  const { headers, redactor, stream, codings, isLive } = treatment;
  const transform = stream ?? (redactor === undefined ? undefined : streamOf(redactor));
  if (body === null || transform === undefined) {
    await body?.cancel().catch(() => undefined);
    exchange.end(status, 0, false);
    return new Response(null, { status, statusText, headers });
  }
  try {
    let bytes: ReadableStream<Uint8Array> = body;
    for (const coding of codings) {
      const decoder = decoders[coding] ?? knownDecoders[coding];
      if (decoder === undefined) {
        throw guardError('ERR_API_SECURITY_BODY', 'The body is packed in a way that is not known', {
          hint: 'Compress behind the guard.',
        });
      }
      bytes = bytes.pipeThrough(decoder());
    }
    const shown = await openBody(
      bytes.pipeThrough(transform),
      isLive ? 0 : heldBackBytes,
      (sent, isAborted) => exchange.end(status, sent, isAborted),
    );
    return new Response(shown, { status, statusText, headers });
  } catch {
    return refuse(exchange.refuse('response'));
  }
}
