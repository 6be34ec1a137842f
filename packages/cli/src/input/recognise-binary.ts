import { isUtf8 } from 'node:buffer';
import { wholeUtf8Length } from './choose-encoding.ts';

/** First bytes of formats that hold no plain text, as Latin-1. */
const signatures: readonly (readonly [bytes: string, name: string])[] = [
  ['\x89PNG\r\n\x1A\n', 'a PNG image'],
  ['\xFF\xD8\xFF', 'a JPEG image'],
  ['GIF8', 'a GIF image'],
  ['%PDF-', 'a PDF document'],
  ['\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1', 'an old Office document'],
  ['\x7FELF', 'a program'],
  ['MZ\x90\x00', 'a program'],
  ['\xCF\xFA\xED\xFE', 'a program'],
  ['\xCA\xFE\xBA\xBE', 'a program'],
  ['\0asm', 'a WebAssembly module'],
  ['7z\xBC\xAF\x27\x1C', 'a 7-Zip archive'],
  ['Rar!\x1A\x07', 'a RAR archive'],
  ['\xFD7zXZ\0', 'an xz archive'],
  ['BZh', 'a bzip2 archive'],
  ['\x28\xB5\x2F\xFD', 'a Zstandard archive'],
  ['SQLite format 3\0', 'an SQLite database'],
  ['PAR1', 'a Parquet file'],
  ['Obj\x01', 'an Avro file'],
  ['OggS', 'an Ogg file'],
  ['ID3', 'an MP3 file'],
  ['RIFF', 'a RIFF file'],
];

/** The share of control characters beyond which bytes are no text. */
const maxControlShare = 0.05;

/** What kind of compressed file the bytes begin. */
export function recogniseArchive(head: Uint8Array): 'gzip' | 'zip' | undefined {
  if (head[0] === 0x1f && head[1] === 0x8b && head[2] === 8) return 'gzip';
  const isZip = head[0] === 0x50 && head[1] === 0x4b && (head[2] === 3 || head[2] === 5);
  return isZip && (head[3] === 4 || head[3] === 6) ? 'zip' : undefined;
}

/**
 * What the bytes at the beginning of a file are, where they are no text: a name such as `a PNG image`.
 *
 * @param isUtf16 - whether they read as UTF-16, in which zero bytes are ordinary.
 */
export function recogniseBinary(head: Uint8Array, isUtf16: boolean): string | undefined {
  const start = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, 512)).toString(
    'latin1',
  );
  const signature = signatures.find(([bytes]) => start.startsWith(bytes));
  const { controls, zeros } = countControls(head);
  // A text may begin with the letters of a signature: then it has no control characters.
  if (signature !== undefined && (controls > 0 || signature[1] === 'a PDF document')) {
    return signature[1];
  }
  if (start.startsWith('ustar', 257)) return 'a tar archive';
  if (isUtf16) return undefined;
  // Zero bytes alone do not make a file binary: a crash can leave some in a log, which still has to be scanned.
  const isText = controls <= head.length * maxControlShare && (zeros === 0 || isWholeUtf8(head));
  return isText ? undefined : 'a binary file';
}

function isWholeUtf8(head: Uint8Array): boolean {
  return isUtf8(head.subarray(0, wholeUtf8Length(head)));
}

/** Control characters, without those that are met in logs: tab, line feed, form feed, carriage return, backspace, escape. */
function countControls(head: Uint8Array): { controls: number; zeros: number } {
  let controls = 0;
  let zeros = 0;
  for (const byte of head) {
    if (byte >= 32 || byte === 27 || (byte >= 8 && byte <= 13)) continue;
    controls += 1;
    if (byte === 0) zeros += 1;
  }
  return { controls, zeros };
}
