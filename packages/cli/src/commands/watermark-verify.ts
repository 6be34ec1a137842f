import type { ReleaseDisclosure } from '@yushu/watermark';
import { exitCodes } from '../exit-codes.ts';
import type { WatermarkVerifyOptions } from '../options/watermark-options.ts';
import { documentKindOf, needOption } from '../watermark/document-kind.ts';
import { readDocument, traceDocument } from '../watermark/document-mark.ts';
import { openOwnerKeys, readJson } from '../watermark/table-input.ts';
import { traceTable, writeTrace } from '../watermark/trace-table.ts';
import { writeDocumentTrace } from '../watermark/write-document-trace.ts';

/**
 * `yushu watermark verify TABLE --disclosure D --public-key HEX`, or `verify DOCUMENT --recipient ID --keys K --key NAME`. Code 1 where
 * somebody is named.
 */
export async function runWatermarkVerify(
  path: string,
  options: WatermarkVerifyOptions,
): Promise<number> {
  const kind = await documentKindOf(path);
  if (kind !== undefined) {
    const what = 'A document or picture';
    const recipients = [needOption(options.recipient, '--recipient', what)];
    const keys = needOption(options.keys, '--keys', what);
    const { key } = await openOwnerKeys(keys, needOption(options.key, '--key', what));
    const bytes = await readDocument(path, options.quiet === true);
    return writeDocumentTrace(await traceDocument(bytes, kind, { key, recipients }), options);
  }
  const publicKey = needOption(options.publicKey, '--public-key', 'A table');
  const disclosurePath = needOption(options.disclosure, '--disclosure', 'A table');
  const { verifyDisclosure } = await import('@yushu/watermark');
  const disclosure = Object((await readJson(disclosurePath)) ?? {}) as ReleaseDisclosure;
  const { record, releaseKey, recipients, created } = verifyDisclosure(disclosure, {
    publicKey,
  });
  const result = await traceTable(path, { record, key: { releaseKey } }, recipients, options);
  await writeTrace(result, options, path, { created, publicKey });
  return result.verdict === 'named' ? exitCodes.findings : exitCodes.clean;
}
