import type { RewriteStream } from '@yushu/protect';
import type { InputText } from './input-text.ts';
import type { Output } from './output-file.ts';
import { TextEncoding } from './text-encoder.ts';

async function feed(
  input: InputText,
  stream: Pick<RewriteStream, 'readable' | 'writable'>,
  encoding: TextEncoding,
): Promise<void> {
  const writer = stream.writable.getWriter();
  try {
    for await (const text of input.chunks) {
      encoding.follow(input.encoding());
      encoding.noteInput(text);
      await writer.write(text);
    }
    await writer.close();
  } catch (error) {
    await writer.abort(error).catch(() => {});
    throw error;
  }
}

/**
 * Sends a text through a stream to an output, stored as the input is. Where there is no output, the stream only shows whether it
 * comes to its end.
 *
 * @throws {DataSecurityError} what the stream and the output throw; `ERR_CLI_ENCODING` where bytes would not come back.
 */
export async function rewriteDocument(
  input: InputText,
  stream: Pick<RewriteStream, 'readable' | 'writable'>,
  output: Output | undefined,
): Promise<void> {
  const { storage } = input;
  const encoding = new TextEncoding(storage.encoding, input.needsProof);
  if (storage.hasByteOrderMark) await output?.write(encoding.byteOrderMark());
  const fed = feed(input, stream, encoding);
  // Its error comes through the stream as well, where it is waited for.
  fed.catch(() => {});
  for await (const text of stream.readable) await output?.write(encoding.encode(text));
  await fed;
  encoding.assertFaithful(input.digest());
}
