import { readHtmlPieces } from './read-html-pieces.ts';
import { readMarkdownPieces } from './read-markdown-pieces.ts';
import { brokenFile, type TextFile } from './text-file.ts';
import { openPiece, type TextPiece } from './text-piece.ts';

/** The most bytes of a text that is opened. */
const maxBytes = 1 << 26;

const readers: Readonly<Record<'text' | 'markdown' | 'html', (text: string) => TextPiece[]>> = {
  text: (text) => [openPiece(text)],
  markdown: readMarkdownPieces,
  html: readHtmlPieces,
};

/** What no text has: NUL, and control characters other than tabs, line and page breaks and escape. */
const control = /[\x00-\x07\x0e-\x1a\x1c-\x1f]/;

/** The name of a Unicode encoding that the bytes begin with. */
function detectUnicode(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
}

function encodeUtf16(text: string, isLittleEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(2 * text.length);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at += 1)
    view.setUint16(2 * at, text.charCodeAt(at), isLittleEndian);
  return bytes;
}

/**
 * Opens text, Markdown or HTML in UTF-8 or UTF-16.
 *
 * @param readOnly - Whether GBK will do, too: it is read, and cannot be written.
 * @throws {DataSecurityError} `ERR_WATERMARK_INPUT` if it is no text, too large, or in another encoding.
 */
export function openPlain(
  bytes: Uint8Array,
  format: 'text' | 'markdown' | 'html',
  readOnly: boolean,
): TextFile {
  if (bytes.length > maxBytes)
    throw brokenFile(`The file has more than ${maxBytes} bytes`, 'Divide it.');
  const unicode = detectUnicode(bytes);
  let text: string | undefined;
  for (const label of readOnly ? [unicode, 'gb18030'] : [unicode]) {
    try {
      text ??= new TextDecoder(label, { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch {
      // The next one may fit.
    }
  }
  if (text === undefined)
    throw brokenFile('The file is not in UTF-8', 'Save it in UTF-8, or is it no text?');
  if (control.test(text)) throw brokenFile('The file is no text', 'Give text, Markdown or HTML.');
  return {
    sections: [readers[format](text)],
    write: ([raw = '']) =>
      unicode === 'utf-8'
        ? new TextEncoder().encode(raw)
        : encodeUtf16(raw, unicode === 'utf-16le'),
  };
}
