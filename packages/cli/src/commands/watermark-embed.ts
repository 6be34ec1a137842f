import { access } from 'node:fs/promises';
import type { MarkingSummary, ReleaseRecord } from '@yushu/watermark';
import { cliError } from '../cli-error.ts';
import { exitCodes } from '../exit-codes.ts';
import { GzipOutput } from '../files/gzip-output.ts';
import { openOutput } from '../files/output-file.ts';
import { refuseToOverwrite } from '../files/refuse-to-overwrite.ts';
import { rewriteDocument } from '../files/rewrite-document.ts';
import type { WatermarkEmbedOptions } from '../options/watermark-options.ts';
import { isParquet } from '../tables/is-parquet.ts';
import { documentKindOf, needOption } from '../watermark/document-kind.ts';
import { embedDocument } from '../watermark/embed-document.ts';
import { planTable } from '../watermark/plan-table.ts';
import { openOwnerKeys, openTable, readRecipients, readText } from '../watermark/table-input.ts';

async function writeFileWhole(path: string, text: string, mode: number): Promise<void> {
  const output = await openOutput(path, { mode });
  try {
    await output.write(Buffer.from(text));
    await output.sync();
    await output.commit();
  } catch (error) {
    await output.discard();
    throw error;
  }
}

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );

async function markParquetFile(
  path: string,
  options: WatermarkEmbedOptions,
  record: ReleaseRecord,
  key: Uint8Array,
): Promise<MarkingSummary> {
  const { createTableMarker } = await import('@yushu/watermark');
  const { markParquet } = await import('../watermark/parquet-rows.ts');
  const touched = record.columns.filter(({ carrier }) => carrier !== undefined);
  const marker = await markParquet(
    path,
    options.output,
    (columns) => createTableMarker({ record, key, recipient: options.recipient }, columns),
    new Set(touched.map(({ name }) => name)),
  );
  return marker.summary();
}

async function markTextFile(
  path: string,
  options: WatermarkEmbedOptions,
  record: ReleaseRecord,
  key: Uint8Array,
): Promise<MarkingSummary> {
  const { createMarkingStream } = await import('@yushu/watermark/documents');
  const table = await openTable(path, options.quiet === true);
  const stream = createMarkingStream({
    record,
    key,
    recipient: options.recipient,
    format: table.format,
    ...(table.delimiter === undefined ? {} : { delimiter: table.delimiter }),
  });
  try {
    const file = await openOutput(options.output, { mode: 0o666 });
    const output = table.input.storage.isGzip ? new GzipOutput(file) : file;
    try {
      await rewriteDocument(
        table.input,
        { ...stream, readable: stream.readable, writable: stream.writable },
        output,
      );
      await output.sync();
      await output.commit();
    } catch (error) {
      await output.discard();
      throw error;
    }
  } finally {
    await table.end();
  }
  return stream.summary();
}

/** `yushu watermark embed FILE -o COPY --recipient ID --keys K --key NAME`; of a table, with `--record R`. */
export async function runWatermarkEmbed(
  path: string,
  options: WatermarkEmbedOptions,
): Promise<number> {
  const kind = await documentKindOf(path);
  if (kind !== undefined) return embedDocument(path, kind, options);
  const recordPath = needOption(options.record, '--record', 'A table');
  if (path === '-')
    throw cliError(
      'ERR_CLI_USAGE',
      'The table is read twice, so it cannot come from standard input',
      { hint: 'Give a file.' },
    );
  if ((options.commitment === undefined) !== (options.recipients === undefined)) {
    throw cliError('ERR_CLI_USAGE', '--commitment and --recipients go together', {
      hint: 'Give both, or none.',
    });
  }
  await refuseToOverwrite(options.output, [path, recordPath, options.keys, `${options.keys}.kek`]);
  const { openRecord, sealRecord, commitRelease, describeCapacity } = await import(
    '@yushu/watermark'
  );
  const { key, signingKey } = await openOwnerKeys(options.keys, options.key);
  const isNew = !(await exists(recordPath));
  const record = isNew
    ? await planTable(path, options, key)
    : openRecord(await readText(recordPath), key);
  if (isNew) await writeFileWhole(recordPath, sealRecord(record, key), 0o600);
  if (options.commitment !== undefined && options.recipients !== undefined) {
    const recipients = await readRecipients(options.recipients);
    const commitment = commitRelease({ record, key, recipients, signingKey });
    await writeFileWhole(options.commitment, `${JSON.stringify(commitment, null, 2)}\n`, 0o666);
  }
  const summary = (await isParquet(path))
    ? await markParquetFile(path, options, record, key)
    : await markTextFile(path, options, record, key);
  if (options.quiet !== true) {
    const { rows, marks, changedCells, cells, leftOut } = summary;
    process.stderr.write(
      `${options.output}: ${rows} rows, ${marks} marks, ${changedCells} cells changed (${((100 * changedCells) / Math.max(1, cells)).toFixed(2)} %), ${leftOut} marks left out\n`,
    );
    const { cases, words } = describeCapacity(record);
    if (cases[0]!.colluders === 0)
      process.stderr.write(
        `${options.output}: ${words[1]} \`yushu watermark capacity --for N\` tells for fewer recipients.\n`,
      );
    if (isNew)
      process.stderr.write(
        `${recordPath}: the release record. Keep it: without it and the key no leak can be traced.\n`,
      );
  }
  return exitCodes.clean;
}
