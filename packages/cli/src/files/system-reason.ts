/** What the system's errors mean, in words. */
const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'no such file or folder',
  EACCES: 'permission denied',
  EPERM: 'operation not permitted',
  EISDIR: 'is a folder',
  ENOTDIR: 'a part of the path is no folder',
  ELOOP: 'symbolic links lead in a circle',
  ENOSPC: 'no space left on the device',
  EDQUOT: 'disk quota exceeded',
  EFBIG: 'the file would be too large',
  EROFS: 'the file system is read-only',
  EPIPE: 'the reader closed the pipe',
  EIO: 'input/output error',
  EMFILE: 'too many open files',
  ENAMETOOLONG: 'the name is too long',
};

/** Why a call of the system failed, in words and with the system's own code; `undefined` where it is no error of the system. */
export function systemReason(error: unknown): string | undefined {
  const { code, syscall } = Object(error) as { code?: string; syscall?: string };
  if (code === undefined) return undefined;
  const reason = reasons[code];
  if (reason !== undefined) return `${reason} (${code})`;
  return syscall === undefined ? undefined : `${syscall} failed (${code})`;
}
