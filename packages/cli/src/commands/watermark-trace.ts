import type { ReleaseCommitment } from '@yushu/watermark';
import { cliError } from '../cli-error.ts';
import { exitCodes } from '../exit-codes.ts';
import { openOutput } from '../files/output-file.ts';
import type { WatermarkTraceOptions } from '../options/watermark-options.ts';
import { openOwnerKeys, readJson, readRecipients, readText } from '../watermark/table-input.ts';
import { traceTable, writeTrace } from '../watermark/trace-table.ts';

/** `yushu watermark trace TABLE --record R --recipients LIST --keys K --key NAME`. Code 1 where somebody is named. */
export async function runWatermarkTrace(
  path: string,
  options: WatermarkTraceOptions,
): Promise<number> {
  if (options.disclosure !== undefined && options.commitment === undefined) {
    throw cliError('ERR_CLI_USAGE', '--disclosure needs --commitment', {
      hint: 'Give what yushu watermark embed --commitment wrote.',
    });
  }
  const { openRecord, discloseRelease } = await import('@yushu/watermark');
  const { key } = await openOwnerKeys(options.keys, options.key);
  const record = openRecord(await readText(options.record), key);
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
