import { randomBytes } from 'node:crypto';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { KeyProvider } from '@yushu/core';
import { createRevealer, type DocumentSummary, type Revealer, readPolicy } from '@yushu/protect';
import { cliError } from '../cli-error.ts';
import { exitCodes } from '../exit-codes.ts';
import { openAuditFile } from '../files/audit-file.ts';
import { removeAtExit } from '../files/clean-up.ts';
import { GzipOutput } from '../files/gzip-output.ts';
import { openInput } from '../files/input-text.ts';
import { type Manifest, readManifest, verifyManifest } from '../files/manifest.ts';
import { manifestPathOf } from '../files/manifest-path.ts';
import { openKeys } from '../files/open-keys.ts';
import { openOutput } from '../files/output-file.ts';
import { printSummary } from '../files/print-summary.ts';
import { createProgress } from '../files/progress.ts';
import { readPolicyFile } from '../files/read-policy-file.ts';
import { refuseToOverwrite } from '../files/refuse-to-overwrite.ts';
import { rewriteDocument } from '../files/rewrite-document.ts';
import type { RevealOptions } from '../options/reveal-options.ts';

/** What comes out is for its reader's eyes only; an existing file keeps its mode. */
const privateMode = 0o600;

/** The manifest, unless the options say all that it does. */
async function findManifest(
  path: string,
  options: RevealOptions,
  keys: KeyProvider,
): Promise<Manifest | undefined> {
  const { policy, table, manifest } = options;
  if (manifest === undefined && policy !== undefined && (table !== undefined || path === '-')) {
    return undefined;
  }
  if (manifest === undefined && path === '-') {
    throw cliError('ERR_CLI_USAGE', 'Standard input has no manifest beside it', {
      hint: 'Give --manifest FILE, or --policy and --table as for protect.',
    });
  }
  return verifyManifest(await readManifest(manifest ?? manifestPathOf(path)), keys);
}

/** Standard input is read twice, so it is kept: as it came, with all that is sealed still sealed. */
async function keepStandardInput(): Promise<{ path: string; remove: () => void }> {
  const path = join(tmpdir(), `yushu-${randomBytes(8).toString('hex')}.tmp`);
  const handle = await open(path, 'wx', 0o600);
  const cleanUp = removeAtExit(path);
  try {
    for await (const chunk of process.stdin) await handle.writeFile(chunk as Uint8Array);
  } finally {
    await handle.close();
  }
  return { path, remove: () => cleanUp.remove() };
}

interface Reading {
  readonly path: string;
  /** How it is named in messages. */
  readonly name: string;
  readonly options: RevealOptions;
  readonly manifest: Manifest | undefined;
}

/** Reads the document once, and writes it to `target` where one is given. */
async function revealOnce(
  { path, name, options, manifest }: Reading,
  revealer: Revealer,
  target: string | undefined,
): Promise<DocumentSummary> {
  const progress = createProgress(name, undefined, options.quiet === true);
  const stored = manifest?.document;
  const input = await openInput(path, {
    name,
    type: options.type ?? stored?.type,
    delimiter: stored?.delimiter,
    encoding: options.encoding ?? stored?.encoding,
    onBytes: (count) => progress.advance(count),
  });
  try {
    const file = target === undefined ? undefined : await openOutput(target, { mode: privateMode });
    const output = file !== undefined && input.storage.isGzip ? new GzipOutput(file) : file;
    try {
      const { type, delimiter } = input.storage;
      const stream = revealer.stream(type, { delimiter });
      await rewriteDocument(input, stream, output);
      if (input.isDamaged()) {
        throw cliError('ERR_CLI_INPUT', `${name}: holds bytes that are not ${input.encoding()}`, {
          hint: 'What protect writes has none: the document has been changed since.',
        });
      }
      await output?.sync();
      await output?.commit();
      return stream.summary();
    } catch (error) {
      await output?.discard();
      throw error;
    }
  } finally {
    progress.end();
    await input.close();
  }
}

/** `yushu reveal IN -o OUT --keys K --role R --purpose P`. */
export async function runReveal(path: string, options: RevealOptions): Promise<number> {
  if (options.keys === undefined) {
    throw cliError('ERR_CLI_USAGE', 'Revealing needs keys', { hint: 'Give --keys FILE.' });
  }
  const keyFile = options.keys;
  const given = options.policy === undefined ? undefined : await readPolicyFile(options.policy);
  await refuseToOverwrite(options.output, [
    options.policy,
    keyFile,
    `${keyFile}.kek`,
    options.manifest ?? (path === '-' ? undefined : manifestPathOf(path)),
  ]);
  const keys = await openKeys(keyFile);
  const manifest = await findManifest(path, options, keys);
  const audit = options.audit === undefined ? undefined : await openAuditFile(options.audit);
  const name = path === '-' ? 'standard input' : path;
  const { role, purpose } = options;
  const revealerOf = (isRecorded: boolean) =>
    createRevealer({
      policy: given?.policy ?? readPolicy(manifest!.policy),
      keys,
      table: options.table ?? manifest?.table,
      tenant: options.tenant ?? manifest?.tenant,
      role,
      purpose,
      source: name,
      audit: isRecorded ? audit : undefined,
    });
  let summary: DocumentSummary;
  try {
    const kept = path === '-' ? await keepStandardInput() : undefined;
    const reading: Reading = { path: kept?.path ?? path, name, options, manifest };
    try {
      // What was written to standard output cannot be taken back: first it is seen whether all of it opens.
      if (options.output === '-') await revealOnce(reading, await revealerOf(false), undefined);
      summary = await revealOnce(reading, await revealerOf(true), options.output);
    } finally {
      kept?.remove();
    }
  } finally {
    await audit?.close();
  }
  if (options.quiet !== true) {
    process.stderr.write(printSummary('reveal', name, options.output, summary));
  }
  return exitCodes.clean;
}
