import { readFile } from 'node:fs/promises';
import { cliError } from '../cli-error.ts';
import { collectBytes, readStreamBytes } from '../input/read-bytes.ts';
import { openOutput } from './output-file.ts';
import { systemReason } from './system-reason.ts';

/** Larger texts are not read whole. */
const maxBytes = 512 * 2 ** 20;

/**
 * Reads a UTF-8 text whole; `-` is standard input.
 *
 * @throws {DataSecurityError} `ERR_CLI_INPUT` where it cannot be read or is too large.
 */
export async function readWholeText(path: string): Promise<string> {
  let bytes: Buffer | undefined;
  try {
    bytes =
      path === '-'
        ? await collectBytes(readStreamBytes(process.stdin), maxBytes)
        : await readFile(path);
  } catch (error) {
    throw cliError('ERR_CLI_INPUT', `${path}: ${systemReason(error) ?? 'cannot be read'}`, {
      hint: 'Give the path of a file that can be read, or - for standard input.',
    });
  }
  if (bytes === undefined || bytes.length > maxBytes) {
    throw cliError('ERR_CLI_INPUT', `${path}: larger than ${maxBytes} bytes`);
  }
  return bytes.toString('utf8');
}

/** Writes a text whole or not at all; to standard output unless a path is given. */
export async function writeWholeText(path: string | undefined, text: string): Promise<void> {
  const output = await openOutput(path ?? '-', { mode: 0o644 });
  try {
    await output.write(Buffer.from(text));
    await output.sync();
    await output.commit();
  } catch (error) {
    await output.discard();
    if ((error as { code?: unknown }).code === 'ERR_CLI_PIPE') return;
    throw error;
  }
}
