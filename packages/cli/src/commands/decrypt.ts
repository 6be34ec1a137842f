import { DataSecurityError, isDataSecurityError } from '@yushu/core';
import type { StreamingAead } from '@yushu/encrypt';
import { openEncryptedFile } from '@yushu/encrypt/node';
import { exitCodes } from '../exit-codes.ts';
import { keepSource, openByteSource, pipeBytes } from '../files/byte-source.ts';
import { type FileKey, openFileKeys } from '../files/file-keys.ts';
import { type Output, openOutput } from '../files/output-file.ts';
import { createProgress } from '../files/progress.ts';
import { refuseToOverwrite } from '../files/refuse-to-overwrite.ts';
import type { DecryptOptions } from '../options/file-cipher-options.ts';

/** What comes out is for its reader's eyes only; an existing file keeps its mode. */
const privateMode = 0o600;

/** The keyset that opens the end of the file; which of them it is stands nowhere. */
async function keyOf(path: string, keys: readonly FileKey[]): Promise<StreamingAead> {
  for (const { aead } of keys) {
    try {
      await (await openEncryptedFile(path, aead)).close();
      return aead;
    } catch (error) {
      if (!isDataSecurityError(error, 'ERR_ENCRYPT_OPEN')) throw error;
    }
  }
  // The same for everything that does not open, as `@yushu/encrypt` has it.
  throw new DataSecurityError('ERR_ENCRYPT_OPEN', 'Could not be opened', {
    hint: 'The key, the context or the ciphertext is not the one it was sealed with.',
  });
}

/** `yushu decrypt FILE -o OUT --keys K`. */
export async function runDecrypt(path: string, options: DecryptOptions): Promise<number> {
  const keys = await openFileKeys(options.keys, undefined);
  await refuseToOverwrite(options.output, [
    options.keys,
    `${options.keys}.kek`,
    process.env['YUSHU_KEK_FILE'],
  ]);
  const given = await openByteSource(path);
  try {
    const kept = await keepSource(path, given);
    try {
      const aead = await keyOf(kept.path, keys);
      const pass = async (output: Output | undefined): Promise<void> => {
        const source = await openByteSource(kept.path);
        const progress = createProgress(given.name, source.size, options.quiet === true);
        try {
          const opened = aead.openStream(new Uint8Array(0));
          await pipeBytes(source, opened, output, (count) => progress.advance(count));
        } finally {
          progress.end();
          await source.close();
        }
      };
      const output = await openOutput(options.output, { mode: privateMode });
      try {
        // What a pipe has taken cannot be taken back: first it is seen whether all of it opens.
        if (!output.isAtomic) await pass(undefined);
        await pass(output);
        await output.sync();
        await output.commit();
      } catch (error) {
        await output.discard();
        throw error;
      }
    } finally {
      kept.remove();
    }
  } finally {
    await given.close();
  }
  return exitCodes.clean;
}
