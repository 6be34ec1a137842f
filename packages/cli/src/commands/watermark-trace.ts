import type { ReleaseCommitment } from '@yushu/watermark';
import { cliError } from '../cli-error.ts';
import { exitCodes } from '../exit-codes.ts';
import { openOutput } from '../files/output-file.ts';
import type { WatermarkTraceOptions } from '../options/watermark-options.ts';
import { documentKindOf, needOption } from '../watermark/document-kind.ts';
import { readDocument, traceDocument } from '../watermark/document-mark.ts';
import { openOwnerKeys, readJson, readRecipients, readText } from '../watermark/table-input.ts';
import { traceTable, writeTrace } from '../watermark/trace-table.ts';
import { writeDocumentTrace } from '../watermark/write-document-trace.ts';

/** `yushu watermark trace FILE --recipients LIST --keys K --key NAME`; of a table, with `--record R`. Code 1 where somebody is named. */
export async function runWatermarkTrace(
  path: string,
  options: WatermarkTraceOptions,
): Promise<number> {
  if (options.disclosure !== undefined && options.commitment === undefined) {
    throw cliError('ERR_CLI_USAGE', '--disclosure needs --commitment', {
      hint: 'Give what yushu watermark embed --commitment wrote.',
    });
  }
  const kind = await documentKindOf(path);
  if (kind !== undefined) {
    const bytes = await readDocument(path, options.quiet === true);
    const { key } = await openOwnerKeys(options.keys, options.key);
    const recipients = await readRecipients(options.recipients);
    return writeDocumentTrace(await traceDocument(bytes, kind, { key, recipients }), options);
  }
  const recordPath = needOption(options.record, '--record', 'A table');
  const { openRecord, discloseRelease } = await import('@yushu/watermark');
  const { key } = await openOwnerKeys(options.keys, options.key);
  const record = openRecord(await readText(recordPath), key);
  const recipients = await readRecipients(options.recipients);
  const result = await traceTable(path, { record, key }, recipients, options);
  const commitment =
    options.commitment === undefined
      ? undefined
      : ((await readJson(options.commitment)) as ReleaseCommitment);
  const disclosure = commitment && discloseRelease(commitment, { record, key, recipients });
  if (options.disclosure !== undefined) {
    const output = await openOutput(options.disclosure, { mode: 0o600 });
    await output.write(Buffer.from(`${JSON.stringify(disclosure)}\n`));
    await output.sync();
    await output.commit();
  }
  await writeTrace(
    result,
    options,
    path,
    commitment && { created: commitment.created, publicKey: commitment.publicKey },
  );
  return result.verdict === 'named' ? exitCodes.findings : exitCodes.clean;
}
