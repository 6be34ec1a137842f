import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { type Baseline, type BaselineDocument, readBaseline } from '@yushu/detect/baseline';
import { cliError } from '../cli-error.ts';
import { openOutput } from './output-file.ts';
import { systemReason } from './system-reason.ts';

/** The file beside a baseline that holds its key. */
const keyPathOf = (path: string): string => `${path}.key`;

/** The key of `YUSHU_BASELINE_KEY`, or of the file beside the baseline; `undefined` where there is neither. */
export async function readBaselineKey(path: string): Promise<Uint8Array | undefined> {
  const inline = process.env['YUSHU_BASELINE_KEY'];
  if (inline !== undefined && inline !== '') return Buffer.from(inline.trim(), 'utf8');
  try {
    return Buffer.from((await readFile(keyPathOf(path), 'utf8')).trim(), 'utf8');
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ENOENT') return undefined;
    throw cliError(
      'ERR_CLI_INPUT',
      `${keyPathOf(path)}: ${systemReason(error) ?? 'cannot be read'}`,
      {
        hint: 'Check its permissions, or set YUSHU_BASELINE_KEY.',
      },
    );
  }
}

/** The key to write a baseline with, and the path of its file where it was made just now. */
export async function makeBaselineKey(
  path: string,
): Promise<{ key: Uint8Array; newKeyPath?: string }> {
  const known = await readBaselineKey(path);
  if (known !== undefined) return { key: known };
  const text = randomBytes(32).toString('base64url');
  const newKeyPath = keyPathOf(path);
  try {
    await writeFile(newKeyPath, `${text}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    throw cliError(
      'ERR_CLI_OUTPUT',
      `${newKeyPath} cannot be written: ${systemReason(error) ?? 'unknown reason'}`,
      {
        hint: 'Set YUSHU_BASELINE_KEY instead.',
      },
    );
  }
  return { key: Buffer.from(text, 'utf8'), newKeyPath };
}

/**
 * Reads the baseline of `--baseline`.
 *
 * @throws {DataSecurityError} `ERR_CLI_INPUT` where there is none; `ERR_DETECT_BASELINE` where the file is none.
 */
export async function readBaselineFile(path: string): Promise<Baseline> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    throw cliError('ERR_CLI_INPUT', `${path}: ${systemReason(error) ?? 'cannot be read'}`, {
      hint: 'Make it with --write-baseline FILE.',
    });
  }
  const key = await readBaselineKey(path);
  return readBaseline(text, { key });
}

/** Writes a baseline, whole or not at all. */
export async function writeBaselineFile(path: string, document: BaselineDocument): Promise<void> {
  const output = await openOutput(path, { mode: 0o644 });
  try {
    await output.write(Buffer.from(`${JSON.stringify(document, undefined, 1)}\n`));
    await output.sync();
    await output.commit();
  } catch (error) {
    await output.discard();
    throw error;
  }
}
