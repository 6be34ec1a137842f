import type { ByteChunks } from './read-bytes.ts';

/** Expansion beyond this many bytes is measured against the compressed size. */
const freeSize = 67_108_864;

/** Real data, logs with much repetition among them, compresses by less; deflate reaches 1032 with nothing but one byte. */
const maxRatio = 400;

/** What a compressed stream gives when it is a bomb. */
export class ExpansionError extends Error {
  override readonly name = 'ExpansionError';
}

/** Passes expanded bytes on, and stops where a small file becomes far too large: a decompression bomb. */
export async function* guardExpansion(
  expanded: AsyncIterable<Uint8Array>,
  compressedSize: () => number,
): ByteChunks {
  let size = 0;
  for await (const chunk of expanded) {
    size += chunk.length;
    if (size > freeSize && size > compressedSize() * maxRatio) {
      throw new ExpansionError(`expands to more than ${maxRatio} times its size`);
    }
    yield chunk;
  }
}
