import type { ReportProblem } from '../report/report-data.ts';

/** Stable codes of what can be wrong with an input. */
export type InputProblemCode =
  /** There is no such file or folder. */
  | 'ERR_CLI_NOT_FOUND'
  /** The file cannot be read; the reason is named. */
  | 'ERR_CLI_UNREADABLE'
  /** Symbolic links lead in a circle. */
  | 'ERR_CLI_LINK_LOOP'
  /** A symbolic link leads out of the folder: it is not followed. */
  | 'ERR_CLI_LINK_SKIPPED'
  /** A device, pipe or socket is not read. */
  | 'ERR_CLI_SPECIAL_FILE'
  /** The file is empty. */
  | 'ERR_CLI_EMPTY'
  /** The file is no text and no document that is known. */
  | 'ERR_CLI_BINARY'
  /** Bytes are not of the encoding. */
  | 'ERR_CLI_ENCODING'
  /** A compressed file or document is damaged, or too large to be read from a stream. */
  | 'ERR_CLI_ARCHIVE'
  /** A compressed file grows beyond all measure: reading was stopped. */
  | 'ERR_CLI_EXPANSION'
  /** A line or record is too long to be read as one: it is scanned as plain text. */
  | 'ERR_CLI_LONG_LINE'
  /** The file holds text and no table: there is nothing to classify. */
  | 'ERR_CLI_NO_TABLE'
  /** A record is broken; what was expected is named. */
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
