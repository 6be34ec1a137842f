/**
 * Takes what a handler writes to a response before it goes out.
 *
 * @module
 */
import type { OutgoingHttpHeader, OutgoingHttpHeaders, ServerResponse } from 'node:http';

/** The way to the response itself. */
export interface Outlet {
  /** Whether there is room for more; wait for `drain` where not. */
  write(bytes: Uint8Array): boolean;
  end(): void;
}

/** Sends a response whose body has begun, or `null` where there is none. */
export type SendCaptured = (
  body: ReadableStream<Uint8Array> | null,
  outlet: Outlet,
) => Promise<void>;

type Callback = (error?: Error | null) => void;

/** Bytes that wait before a handler is told to hold back. */
const highWaterMark = 65_536;

function setHeaders(
  response: ServerResponse,
  headers: OutgoingHttpHeaders | readonly OutgoingHttpHeader[] | undefined,
): void {
  if (Array.isArray(headers)) {
    const pairs = headers as readonly OutgoingHttpHeader[];
    const byName = new Map<string, OutgoingHttpHeader[]>();
    const isFlat = !pairs.some((pair) => Array.isArray(pair));
    for (let index = 0; index < pairs.length; index += isFlat ? 2 : 1) {
      const [name, value] = isFlat
        ? [pairs[index], pairs[index + 1]]
        : (pairs[index] as unknown as OutgoingHttpHeader[]);
      byName.set(String(name), [...(byName.get(String(name)) ?? []), value as OutgoingHttpHeader]);
    }
    for (const [name, values] of byName) {
      response.setHeader(name, values.length === 1 ? values[0]! : values.flat().map(String));
    }
  } else {
    for (const [name, value] of Object.entries((headers ?? {}) as OutgoingHttpHeaders)) {
      if (value !== undefined) response.setHeader(name, value);
    }
  }
}

/**
 * Puts `write`, `end`, `writeHead` and `flushHeaders` of a response aside: what a handler writes goes to a stream, with back-pressure, and
 * `send` is called with it at the first byte or at the end. Headers can be set until the body is sent through the outlet, and only what goes
 * through the outlet goes out.
 *
 * @example
 * ```ts
 * import { createServer } from 'node:http';
 * import { captureBody } from '@yushu/protect/node';
 *
 * createServer((request, response) => {
 *   captureBody(response, async (body, outlet) => {
 *     for await (const chunk of body ?? []) outlet.write(chunk); // as it is; change it, or hold it back
 *     outlet.end();
 *   });
 *   response.end('hello');
 * });
 * ```
 */
export function captureBody(response: ServerResponse, send: SendCaptured): void {
  const aside = {
    write: response.write,
    end: response.end,
    writeHead: response.writeHead,
    flushHeaders: response.flushHeaders,
  };
  /** Whether a call comes from the outlet: only then it goes to the response itself, with all that it calls in turn. */
  let isOutlet = false;
  const throughOutlet = <Result>(act: () => Result): Result => {
    isOutlet = true;
    try {
      return act();
    } finally {
      isOutlet = false;
    }
  };
  const outlet: Outlet = {
    write: (bytes) => throughOutlet(() => aside.write.call(response, bytes, 'utf8')),
    end: () => throughOutlet(() => void aside.end.call(response, undefined, 'utf8')),
  };
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>(
    undefined,
    new ByteLengthQueuingStrategy({ highWaterMark }),
  );
  const writer = writable.getWriter();
  // Whoever reads has the error.
  writer.closed.catch(() => undefined);
  let isStarted = false;
  let isEnded = false;

  const start = (body: ReadableStream<Uint8Array> | null) => {
    if (isStarted) return;
    isStarted = true;
    send(body, outlet).catch(() => response.destroy());
  };

  const bytesOf = (chunk: unknown, encoding: unknown): Uint8Array =>
    typeof chunk === 'string'
      ? Buffer.from(chunk, typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8')
      : (chunk as Uint8Array);

  const push = (chunk: unknown, encoding: unknown, callback: Callback | undefined): boolean => {
    // A copy: a handler may use its buffer again.
    const bytes = Uint8Array.from(bytesOf(chunk, encoding));
    const written = bytes.length === 0 ? Promise.resolve() : writer.write(bytes);
    written.then(
      () => callback?.(),
      () => callback?.(new Error('The response ended')),
    );
    const isFull = (writer.desiredSize ?? 1) <= 0;
    if (isFull) {
      writer.ready.then(
        () => response.emit('drain'),
        () => undefined,
      );
    }
    return !isFull;
  };

  const callbackOf = (...given: unknown[]) =>
    given.find((one) => typeof one === 'function') as Callback | undefined;

  Object.defineProperty(response, 'headersSent', { configurable: true, get: () => isStarted });
  Object.defineProperty(response, 'writableEnded', { configurable: true, get: () => isEnded });
  response.flushHeaders = () => {
    if (isOutlet) aside.flushHeaders.call(response);
  };
  response.writeHead = ((status: number, ...more: unknown[]) => {
    if (isOutlet) return Reflect.apply(aside.writeHead, response, [status, ...more]);
    if (isStarted) return response;
    response.statusCode = status;
    if (typeof more[0] === 'string') response.statusMessage = more.shift() as string;
    setHeaders(response, more[0] as OutgoingHttpHeaders | undefined);
    return response;
  }) as ServerResponse['writeHead'];
  response.write = ((chunk: unknown, encoding?: unknown, callback?: unknown) => {
    if (isOutlet) return Reflect.apply(aside.write, response, [chunk, encoding, callback]);
    const done = callbackOf(encoding, callback);
    if (isEnded) {
      queueMicrotask(() => done?.(new Error('write after end')));
      return false;
    }
    const hasRoom = push(chunk, encoding, done);
    start(readable);
    return hasRoom;
  }) as ServerResponse['write'];
  response.end = ((chunk?: unknown, encoding?: unknown, callback?: unknown) => {
    if (isOutlet) return Reflect.apply(aside.end, response, [chunk, encoding, callback]);
    if (isEnded) return response;
    const done = callbackOf(chunk, encoding, callback);
    if (done !== undefined) response.once('finish', () => done());
    const hasChunk = chunk !== undefined && chunk !== null && typeof chunk !== 'function';
    if (hasChunk) push(chunk, encoding, undefined);
    isEnded = true;
    writer.close().catch(() => undefined);
    const isEmpty = !isStarted && (!hasChunk || bytesOf(chunk, encoding).length === 0);
    start(isEmpty ? null : readable);
    return response;
  }) as ServerResponse['end'];
  response.once('close', () => {
    writer.abort(new Error('The connection was closed')).catch(() => undefined);
  });
}
