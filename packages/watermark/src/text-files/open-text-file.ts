import { openDocx } from './open-docx.ts';
import { openMail } from './open-mail.ts';
import { openPlain } from './open-plain.ts';
import type { TextFile, TextFileFormat } from './text-file.ts';

/** Opens a document of a known format. */
export function openTextFile(
  bytes: Uint8Array,
  format: TextFileFormat,
  readOnly = false,
): TextFile {
  if (format === 'docx') return openDocx(bytes);
  if (format === 'mail') return openMail(bytes);
  return openPlain(bytes, format, readOnly);
}
