import { protectError } from '../errors.ts';
import type { Pipeline } from '../pipeline/create-pipeline.ts';
import type { DocumentType } from '../pipeline/document-type.ts';
import type { RewriteStream } from '../pipeline/rewrite-stream.ts';

/** What is needed to protect one body. */
export interface BodyProtection {
  readonly pipeline: Pipeline;
  readonly type: DocumentType;
  readonly charset: string;
  /** Turn what is packed into what is not, in this order. */
  readonly decoders: readonly ReadableWritablePair<Uint8Array, Uint8Array>[];
  /** Refuse the whole body where a rule blocks a value of it. */
  readonly refusesBlocked: boolean;
}

/** So much of a document is held back, in code units, so that what is wrong with a short one shows before any of it is out. */
const heldBack = 65_536;

function bodyError(message: string): Error {
  return protectError('ERR_PROTECT_RESPONSE', message, {
    hint: 'Nothing of what could not be looked at was given out.',
  });
}

/** Ends the stream where the document is not as it must be, before anything that follows is given out. */
function assertWhole(stream: RewriteStream, { type, refusesBlocked }: BodyProtection): void {
  const { withheldCount, actions } = stream.summary();
  if (withheldCount > 0 && type === 'json') throw bodyError('The body is no whole JSON document');
  if (refusesBlocked && actions.some(({ action }) => action === 'block')) {
    throw bodyError('The policy blocks a value of the body');
  }
}

/**
 * The protected body as bytes in UTF-8. Resolves once its beginning is ready, or all of a short one: until then an error rejects, later it
 * ends the stream.
 */
export async function protectBody(
  body: ReadableStream<Uint8Array>,
  protection: BodyProtection,
): Promise<ReadableStream<Uint8Array>> {
  const { pipeline, type, charset, decoders } = protection;
  let bytes = body;
  for (const decoder of decoders) bytes = bytes.pipeThrough(decoder);
  const decoder = new TextDecoderStream(charset, { fatal: true });
  const stream = pipeline.stream(type);
  const reader = bytes
    .pipeThrough(decoder as ReadableWritablePair<string, Uint8Array>)
    .pipeThrough(stream)
    .getReader();
  const read = async () => {
    const result = await reader.read();
    assertWhole(stream, protection);
    return result;
  };

  const beginning: string[] = [];
  let length = 0;
  let isDone = false;
  // Lines of a stream are given out as they come; a document is not one before its end.
  const enough = type === 'ndjson' || type === 'text' ? 1 : heldBack;
  try {
    while (!isDone && length < enough) {
      const { done, value } = await read();
      isDone = done;
      if (value === undefined) continue;
      beginning.push(value);
      length += value.length;
    }
  } catch (error) {
    await reader.cancel(error).catch(() => undefined);
    throw error;
  }

  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          let text = beginning.shift();
          while (text === undefined && !isDone) {
            const { done, value } = await read();
            isDone = done;
            text = value;
          }
          if (text === undefined) controller.close();
          else controller.enqueue(encoder.encode(text));
        } catch (error) {
          controller.error(error);
          await reader.cancel(error).catch(() => undefined);
        }
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 1 },
  );
}
