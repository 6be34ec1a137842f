import { findMailParts, type MailPart } from './mail-part.ts';
import { readHtmlPieces } from './read-html-pieces.ts';
import { brokenFile, type TextFile } from './text-file.ts';
import { openPiece } from './text-piece.ts';
import { decodeTransfer, encodeTransfer, fromBinary, toBinary } from './transfer-encoding.ts';

const isUnicode = (charset: string) => charset === 'utf-8' || charset === 'utf8';

function decodeText(bytes: Uint8Array, charset: string): string {
  // What says ASCII and holds more is UTF-8 nowadays.
  const label = charset === 'us-ascii' || charset === 'ascii' ? 'utf-8' : charset;
  try {
    return new TextDecoder(label, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw brokenFile(
      'A text part of the mail is not in the encoding that it names',
      'Save the mail again, in UTF-8.',
    );
  }
}

/** The header of a part whose body is now UTF-8 in this transfer encoding. */
function rewriteHeader(
  header: string,
  part: MailPart,
  encoding: string,
  newline: string,
  isTop: boolean,
): string {
  let result = header;
  const add = (field: string): void => {
    result = result === '' ? field : `${result}${newline}${field}`;
  };
  if (!isUnicode(part.charset)) {
    const field = /^Content-Type[ \t]*:(?:[^\r\n]|\r?\n[ \t])*/im;
    const found = field.exec(result)?.[0];
    if (found === undefined) {
      if (isTop && !/^MIME-Version[ \t]*:/im.test(result)) add('MIME-Version: 1.0');
      add(`Content-Type: ${part.type}; charset=utf-8`);
    } else {
      const charset = /(;\s*charset\s*=\s*)(?:"(?:[^"\\]|\\.)*"|[^\s;]+)/i;
      const changed = charset.test(found)
        ? found.replace(charset, '$1utf-8')
        : `${found}; charset=utf-8`;
      result = result.replace(found, () => changed);
    }
  }
  if (encoding !== part.encoding) {
    const field = /^(Content-Transfer-Encoding[ \t]*:)(?:[^\r\n]|\r?\n[ \t])*/im;
    if (field.test(result))
      result = result.replace(field, (_, name: string) => `${name} ${encoding}`);
    else add(`Content-Transfer-Encoding: ${encoding}`);
  }
  return result;
}

/**
 * Opens a mail: its text and HTML bodies, whatever their transfer encoding. Parts that are changed are written in UTF-8; header
 * fields, attachments and all other bytes stay as they are.
 *
 * @throws {DataSecurityError} `ERR_WATERMARK_INPUT` if it is no mail, cut off, signed or encrypted.
 */
export function openMail(bytes: Uint8Array): TextFile {
  const mail = toBinary(bytes);
  if (!/^[!-9;-~]+[ \t]*:/.test(mail) && !/^From /.test(mail))
    throw brokenFile('The file does not begin with a header of a mail', 'Save the mail as .eml.');
  const parts = findMailParts(mail);
  const texts = parts.map((part) => {
    const body = mail.slice(part.bodyStart, part.bodyEnd);
    return decodeText(decodeTransfer(body, part.encoding), part.charset);
  });
  return {
    sections: parts.map(({ type }, index) => {
      const text = texts[index] as string;
      return type === 'text/html' ? readHtmlPieces(text) : [openPiece(text)];
    }),
    write(sections) {
      const encoder = new TextEncoder();
      const pieces: string[] = [];
      let done = 0;
      for (const [index, part] of parts.entries()) {
        const text = sections[index] as string;
        if (text === texts[index]) continue;
        const old = mail.slice(part.bodyStart, part.bodyEnd);
        const newline = mail.includes('\r\n') ? '\r\n' : '\n';
        const encoding = part.encoding === '7bit' ? 'quoted-printable' : part.encoding;
        const written = encodeTransfer(encoder.encode(text), encoding, newline);
        const body = encoding === 'base64' && !old.endsWith('\n') ? written.trimEnd() : written;
        const header = mail.slice(part.headerStart, part.headerEnd);
        pieces.push(
          mail.slice(done, part.headerStart),
          rewriteHeader(header, part, encoding, newline, part.headerStart === 0),
          // A part without header fields begins with the empty line.
          header === '' ? newline : '',
          mail.slice(part.headerEnd, part.bodyStart),
          body,
        );
        done = part.bodyEnd;
      }
      pieces.push(mail.slice(done));
      return fromBinary(pieces.join(''));
    },
  };
}
