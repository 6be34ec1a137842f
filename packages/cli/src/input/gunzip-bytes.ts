import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { guardExpansion } from './expansion-guard.ts';
import type { ByteChunks } from './read-bytes.ts';

/** The bytes that a gzip file (RFC 1952) holds, of any number of members. */
export function gunzipBytes(compressed: ByteChunks): ByteChunks {
  let size = 0;
  async function* copies(): AsyncGenerator<Uint8Array> {
    for await (const chunk of compressed) {
      size += chunk.length;
      // The stream holds on to its chunks, and ours are overwritten.
      yield new Uint8Array(chunk);
    }
  }
  const source = Readable.from(copies(), { objectMode: true, highWaterMark: 2 });
  const gunzip = createGunzip({ chunkSize: 65_536 });
  source.on('error', (error) => gunzip.destroy(error));
  return guardExpansion(source.pipe(gunzip), () => size);
}
