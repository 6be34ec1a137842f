import { cliError } from '../cli-error.ts';
import { exitCodes } from '../exit-codes.ts';
import { openByteSource, pipeBytes } from '../files/byte-source.ts';
import { type FileKey, openFileKeys } from '../files/file-keys.ts';
import { openOutput } from '../files/output-file.ts';
import { createProgress } from '../files/progress.ts';
import { refuseToOverwrite } from '../files/refuse-to-overwrite.ts';
import type { EncryptOptions } from '../options/file-cipher-options.ts';

/** Mode of a new file, before the umask. */
const publicMode = 0o666;

function onlyKey(keys: readonly FileKey[], path: string): FileKey {
  const [key, ...others] = keys;
  if (key !== undefined && others.length === 0) return key;
  throw cliError('ERR_CLI_USAGE', `${path} holds several keys for files`, {
    hint: `Say which: --key ${keys.map(({ name }) => name).join(' or --key ')}.`,
  });
}

/** `yushu encrypt FILE -o OUT --keys K [--key NAME]`. */
export async function runEncrypt(path: string, options: EncryptOptions): Promise<number> {
  if (options.output === '-' && process.stdout.isTTY === true) {
    throw cliError('ERR_CLI_USAGE', 'What is encrypted is not for a terminal', {
      hint: 'Give a file to --output, or send standard output to a file or pipe.',
    });
  }
  const { aead } = onlyKey(await openFileKeys(options.keys, options.key), options.keys);
  await refuseToOverwrite(options.output, [
    options.keys,
    `${options.keys}.kek`,
    process.env['YUSHU_KEK_FILE'],
  ]);
  const source = await openByteSource(path);
  const progress = createProgress(source.name, source.size, options.quiet === true);
  try {
    const output = await openOutput(options.output, { mode: publicMode });
    try {
      const seal = aead.sealStream(new Uint8Array(0));
      await pipeBytes(source, seal, output, (count) => progress.advance(count));
      await output.sync();
      await output.commit();
    } catch (error) {
      await output.discard();
      throw error;
    }
  } finally {
    progress.end();
    await source.close();
  }
  return exitCodes.clean;
}
