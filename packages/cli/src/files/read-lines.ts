import { open } from 'node:fs/promises';
import { cliError } from '../cli-error.ts';
import { readFileBytes, readStreamBytes } from '../input/read-bytes.ts';
import { systemReason } from './system-reason.ts';

/** A line longer than this is no line of findings. */
const maxLineLength = 16_777_216;

/**
 * The lines of a file in UTF-8, without their ends; `-` is standard input. Only line feeds end lines: JSON strings may hold the
 * other characters that end lines elsewhere.
 *
 * @throws {DataSecurityError} `ERR_CLI_INPUT` where it cannot be read.
 */
export async function readLines(path: string): Promise<string[]> {
  const handle =
    path === '-'
      ? undefined
      : await open(path).catch((error: unknown) => {
          throw unreadable(path, systemReason(error) ?? 'unknown reason');
        });
  const lines: string[] = [];
  const decoder = new TextDecoder();
  let rest = '';
  const take = (text: string): void => {
    const parts = (rest + text).split('\n');
    rest = parts.pop()!;
    for (const part of parts) lines.push(part);
    if (rest.length > maxLineLength) throw unreadable(path, `line ${lines.length + 1} is too long`);
  };
  try {
    const chunks = handle === undefined ? readStreamBytes(process.stdin) : readFileBytes(handle);
    for await (const chunk of chunks) take(decoder.decode(chunk, { stream: true }));
  } catch (error) {
    const reason = systemReason(error);
    throw reason === undefined ? error : unreadable(path, reason);
  } finally {
    await handle?.close();
  }
  take(decoder.decode());
  return [...lines, rest];
}

function unreadable(path: string, reason: string): Error {
  return cliError('ERR_CLI_INPUT', `${path} cannot be read: ${reason}`, {
    hint: 'Name a file of JSON lines.',
    details: { path },
  });
}
