import { exitCodes } from '../exit-codes.ts';
import { refuseToOverwrite } from '../files/refuse-to-overwrite.ts';
import type { WatermarkEmbedOptions } from '../options/watermark-options.ts';
import type { DocumentKind } from './document-kind.ts';
import { markDocument, readDocument, writeDocument } from './document-mark.ts';
import { openOwnerKeys } from './table-input.ts';

/** Writes the copy of a document or picture for one recipient. */
export async function embedDocument(
  path: string,
  kind: DocumentKind,
  { keys, key: name, output, recipient, channels, quiet }: WatermarkEmbedOptions,
): Promise<number> {
  await refuseToOverwrite(output, [path, keys, `${keys}.kek`]);
  const { key } = await openOwnerKeys(keys, name);
  const bytes = await readDocument(path, quiet === true);
  const marked = await markDocument(bytes, kind, { key, recipient, channels });
  await writeDocument(output, marked.bytes);
  if (quiet !== true) process.stderr.write(`${output}: ${marked.words}\n`);
  return exitCodes.clean;
}
