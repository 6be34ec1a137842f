import type { FileHandle } from 'node:fs/promises';

/** Bytes that come in chunks. A chunk may be overwritten when the next is asked for. */
export type ByteChunks = AsyncGenerator<Uint8Array, void, undefined>;

/** Small enough that the text of a chunk is collected as soon as it is done with; larger strings live on for long. */
const chunkSize = 65_536;

/** The bytes of an open file, through one buffer that is used again and again. */
export async function* readFileBytes(handle: FileHandle): ByteChunks {
  const buffer = new Uint8Array(new ArrayBuffer(chunkSize));
  for (;;) {
    // A position of null reads on, which also works for pipes.
    const { bytesRead } = await handle.read(buffer, 0, chunkSize, null);
    if (bytesRead === 0) return;
    yield buffer.subarray(0, bytesRead);
  }
}

/** The bytes of a stream, such as standard input. */
export async function* readStreamBytes(stream: AsyncIterable<Uint8Array | string>): ByteChunks {
  for await (const chunk of stream) {
    yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
  }
}

/** The first bytes, at least `size` of them where there are so many, and all bytes from the beginning. */
export async function peekBytes(
  chunks: ByteChunks,
  size: number,
): Promise<{ head: Uint8Array; all: ByteChunks }> {
  const parts: Uint8Array[] = [];
  let length = 0;
  while (length < size) {
    const next = await chunks.next();
    if (next.done === true) break;
    parts.push(new Uint8Array(next.value));
    length += next.value.length;
  }
  const head = parts.length === 1 ? parts[0]! : Buffer.concat(parts);
  async function* all(): ByteChunks {
    if (head.length > 0) yield head;
    yield* chunks;
  }
  return { head, all: all() };
}

/** The whole of the bytes, or `undefined` where there are more than `limit`. */
export async function collectBytes(chunks: ByteChunks, limit: number): Promise<Buffer | undefined> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    length += chunk.length;
    if (length > limit) return undefined;
    parts.push(new Uint8Array(chunk));
  }
  return Buffer.concat(parts);
}
