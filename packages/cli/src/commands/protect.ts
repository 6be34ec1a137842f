import { basename } from 'node:path';
import { isDataSecurityError, type KeyProvider, type Policy } from '@yushu/core';
import { createPipeline, type DocumentSummary, type Pipeline } from '@yushu/protect';
import { cliError } from '../cli-error.ts';
import { exitCodes } from '../exit-codes.ts';
import { type AuditFile, openAuditFile } from '../files/audit-file.ts';
import { GzipOutput } from '../files/gzip-output.ts';
import { type InputText, openInput } from '../files/input-text.ts';
import { writeManifest } from '../files/manifest.ts';
import { manifestPathOf } from '../files/manifest-path.ts';
import { openKeys } from '../files/open-keys.ts';
import { type Output, openOutput } from '../files/output-file.ts';
import { printSummary } from '../files/print-summary.ts';
import { createProgress } from '../files/progress.ts';
import { readPolicyFile } from '../files/read-policy-file.ts';
import { refuseToOverwrite } from '../files/refuse-to-overwrite.ts';
import { rewriteDocument } from '../files/rewrite-document.ts';
import type { ProtectOptions } from '../options/protect-options.ts';

/** Mode of a new file, before the umask. */
const publicMode = 0o666;

/** The table's name where none is given: that of the file, without what is behind the first dot. */
function tableOf(path: string): string | undefined {
  const stem = basename(path).replace(/(?<=.)\..*$/, '');
  return path === '-' || stem === '' ? undefined : stem;
}

async function createPolicyPipeline(
  policy: Policy,
  keys: KeyProvider | undefined,
  table: string | undefined,
  options: ProtectOptions,
  source: string,
  audit: AuditFile | undefined,
): Promise<Pipeline> {
  try {
    return await createPipeline({ policy, keys, table, tenant: options.tenant, audit, source });
  } catch (error) {
    if (isDataSecurityError(error, 'ERR_PROTECT_OPTIONS') && keys === undefined) {
      throw cliError('ERR_CLI_USAGE', 'The policy needs keys', {
        hint: 'Give --keys FILE. yushu keys new --policy POLICY -o FILE makes them.',
      });
    }
    throw error;
  }
}

/** One piece of JSON that cannot be read leaves the rest without an end: then nothing is written. */
function refuseBrokenJson(input: InputText, summary: DocumentSummary): void {
  if (input.storage.type !== 'json') return;
  const broken = summary.withheld.find(({ code }) => code !== 'sealed' && code !== 'value');
  if (broken === undefined) return;
  const { line, column, message } = broken;
  const place = `${input.name}:${line}${column === undefined ? '' : `:${column}`}`;
  throw cliError('ERR_CLI_INPUT', `${place}: ${message}`, {
    hint: 'A JSON document is protected as a whole: nothing was written.',
    details: { line, reason: broken.code },
  });
}

async function protectInto(
  output: Output,
  manifestPath: string | undefined,
  input: InputText,
  pipeline: Pipeline,
  options: ProtectOptions,
  makeManifest: (summary: DocumentSummary) => Promise<string>,
): Promise<DocumentSummary> {
  let manifest: Output | undefined;
  try {
    const stream = pipeline.stream(input.storage.type, {
      delimiter: input.storage.delimiter,
      escapeFormulas: options.escapeFormulas,
      isDamaged: () => input.isDamaged(),
    });
    await rewriteDocument(input, stream, output);
    const summary = stream.summary();
    refuseBrokenJson(input, summary);
    await output.sync();
    if (manifestPath !== undefined) {
      manifest = await openOutput(manifestPath, { mode: publicMode });
      await manifest.write(Buffer.from(await makeManifest(summary)));
      await manifest.sync();
      // First the manifest: without its document it does no harm, but a document without its manifest is hard to reveal.
      await manifest.commit();
    }
    await output.commit();
    return summary;
  } catch (error) {
    await manifest?.discard();
    await output.discard();
    throw error;
  }
}

/** `yushu protect IN -o OUT --policy P [--keys K]`. */
export async function runProtect(path: string, options: ProtectOptions): Promise<number> {
  const { policy, text: policyText } = await readPolicyFile(options.policy);
  await refuseToOverwrite(options.output, [
    options.policy,
    options.keys,
    options.keys && `${options.keys}.kek`,
  ]);
  const keys = await openKeys(options.keys);
  const audit = options.audit === undefined ? undefined : await openAuditFile(options.audit);
  const table = options.table ?? tableOf(path);
  const source = path === '-' ? 'standard input' : path;
  let input: InputText | undefined;
  let summary: DocumentSummary;
  try {
    const pipeline = await createPolicyPipeline(policy, keys, table, options, source, audit);
    const progress = createProgress(source, undefined, options.quiet === true);
    input = await openInput(path, { ...options, onBytes: (count) => progress.advance(count) });
    const opened = input;
    const file = await openOutput(options.output, { mode: publicMode });
    const output = input.storage.isGzip ? new GzipOutput(file) : file;
    try {
      summary = await protectInto(
        output,
        file.isAtomic ? manifestPathOf(options.output) : undefined,
        input,
        pipeline,
        options,
        (done) =>
          writeManifest(
            {
              format: 'yushu-manifest',
              version: 1,
              created: new Date().toISOString(),
              policy: policyText,
              ...(table === undefined ? {} : { table }),
              ...(options.tenant === undefined ? {} : { tenant: options.tenant }),
              document: { ...opened.storage, encoding: opened.encoding() },
              records: done.records,
              actions: done.actions,
              withheld: done.withheldCount,
            },
            policy,
            keys,
          ),
      );
    } finally {
      progress.end();
    }
  } finally {
    await input?.close();
    await audit?.close();
  }
  const isGuess = input.isGuess();
  if (options.quiet !== true) {
    process.stderr.write(printSummary('protect', source, options.output, summary));
  }
  if (isGuess) {
    process.stderr.write(
      `yushu: ${source}: the encoding is not certain, read as ${input.encoding()}\n  Say it: --encoding NAME.\n`,
    );
  }
  return summary.withheldCount > 0 || isGuess ? exitCodes.unreadable : exitCodes.clean;
}
