import type { ReportProblem } from '../report/report-data.ts';

/** Stable codes of what can be wrong with an input. */
export type InputProblemCode =
  | 'ERR_CLI_NOT_FOUND'
  | 'ERR_CLI_UNREADABLE'
  | 'ERR_CLI_LINK_LOOP'
  | 'ERR_CLI_LINK_SKIPPED'
  | 'ERR_CLI_SPECIAL_FILE'
  | 'ERR_CLI_EMPTY'
  | 'ERR_CLI_BINARY'
  | 'ERR_CLI_ENCODING'
  | 'ERR_CLI_ARCHIVE'
  | 'ERR_CLI_EXPANSION'
  | 'ERR_CLI_LONG_LINE'
  | 'ERR_CLI_RECORD';

/** Something that is wrong with an input, or worth a note. It never holds text of the input. */
export interface InputProblem extends ReportProblem {
  readonly code: InputProblemCode;
  /** Nothing is missing from the result: the exit code does not change. */
  readonly isNote?: true;
}

const systemReasons: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'operation not permitted',
  EIO: 'input/output error',
  EMFILE: 'too many open files',
  ENAMETOOLONG: 'the name is too long',
  EISDIR: 'is a folder',
};

/** What an error of the file system means for the file at `path`. */
export function describeSystemError(path: string, error: unknown): InputProblem {
  const { code } = Object(error) as { code?: string };
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return { path, code: 'ERR_CLI_NOT_FOUND', message: 'no such file or folder' };
  }
  if (code === 'ELOOP') {
    return { path, code: 'ERR_CLI_LINK_LOOP', message: 'symbolic links lead in a circle' };
  }
  const reason = systemReasons[code ?? ''] ?? `cannot be read (${code ?? 'unknown error'})`;
  return { path, code: 'ERR_CLI_UNREADABLE', message: reason };
}
