import { type FileHandle, open } from 'node:fs/promises';
import type { AuditSink } from '@yushu/core';
import { cliError } from '../cli-error.ts';
import { systemReason } from './system-reason.ts';

/** A file that events are appended to, one a line. */
export interface AuditFile extends AuditSink {
  /** Makes all safe on the disk. */
  close(): Promise<void>;
}

function auditError(path: string, error: unknown): Error {
  return cliError(
    'ERR_CLI_OUTPUT',
    `${path} cannot be written: ${systemReason(error) ?? 'unknown reason'}`,
    {
      hint: 'Nothing is given out unrecorded: give another file to --audit, or leave it out.',
      details: { path },
    },
  );
}

/** Opens the file of `--audit`. Events name category, action, key and place, never values. */
export async function openAuditFile(path: string): Promise<AuditFile> {
  let handle: FileHandle;
  try {
    handle = await open(path, 'a', 0o600);
  } catch (error) {
    throw auditError(path, error);
  }
  return {
    async write(events) {
      const lines = events.map((event) => `${JSON.stringify(event)}\n`).join('');
      await handle.writeFile(lines).catch((error: unknown) => {
        throw auditError(path, error);
      });
    },
    async close() {
      await handle.sync().catch(() => {});
      await handle.close();
    },
  };
}
