import { brokenFile } from './text-file.ts';

/** A text part of a mail; offsets are of bytes. */
export interface MailPart {
  readonly headerStart: number;
  /** Behind the last header line, before the empty line. */
  readonly headerEnd: number;
  readonly bodyStart: number;
  readonly bodyEnd: number;
  readonly type: 'text/plain' | 'text/html';
  /** In small letters. */
  readonly charset: string;
  readonly encoding: string;
}

const maxDepth = 16;
const maxParts = 1000;

/** The value of a header field, unfolded; `undefined` if there is none. */
function readField(header: string, name: string): string | undefined {
  const pattern = new RegExp(`^${name}[ \\t]*:((?:[^\\r\\n]|\\r?\\n[ \\t])*)`, 'im');
  return pattern.exec(header)?.[1]?.replace(/\r?\n/g, '').trim();
}

function readParameter(value: string, name: string): string | undefined {
  const found = new RegExp(`;\\s*${name}\\s*=\\s*(?:"((?:[^"\\\\]|\\\\.)*)"|([^\\s;]+))`, 'i').exec(
    value,
  );
  return found?.[1]?.replace(/\\(.)/g, '$1') ?? found?.[2];
}

/** Where the parts of a multipart begin and end. Source: RFC 2046, section 5.1.1. */
function* splitParts(
  mail: string,
  start: number,
  end: number,
  boundary: string,
): Generator<[number, number]> {
  const mark = `--${boundary}`;
  let from = -1;
  for (let at = mail.indexOf(mark, start); at >= 0 && at < end; at = mail.indexOf(mark, at + 1)) {
    if (at !== start && mail.charAt(at - 1) !== '\n') continue;
    const rest = /(--)?[ \t]*(?:\r?\n|$)/y;
    rest.lastIndex = at + mark.length;
    const line = rest.exec(mail);
    if (line === null) continue;
    // The line break before a boundary belongs to it.
    if (from >= 0) yield [from, Math.max(from, mail.charAt(at - 2) === '\r' ? at - 2 : at - 1)];
    from = rest.lastIndex;
    if (line[1] !== undefined) return;
  }
  if (from >= 0)
    throw brokenFile('The mail is cut off: its last boundary is missing', 'Save it again.');
}

/**
 * Finds the text parts of a mail that are its body: no attachments, and no mails in it.
 *
 * Source: RFC 5322, section 2.2; RFC 2045, section 5; RFC 2046, sections 4.1 and 5.1; RFC 2183.
 *
 * @throws {DataSecurityError} `ERR_WATERMARK_INPUT` if it is signed or encrypted, cut off, or nested too deeply.
 */
export function findMailParts(mail: string): MailPart[] {
  const parts: MailPart[] = [];
  const visit = (start: number, end: number, depth: number): void => {
    if (depth > maxDepth || parts.length > maxParts)
      throw brokenFile(
        `The mail has more than ${maxParts} parts, or ${maxDepth} levels of them`,
        'Divide it.',
      );
    const empty = /\r?\n(?=\r?\n)/g;
    empty.lastIndex = start;
    const startsEmpty = /^\r?\n/.test(mail.slice(start, start + 2));
    const headerEnd = startsEmpty ? start : (empty.exec(mail)?.index ?? end);
    if (headerEnd > end) return;
    const header = mail.slice(start, headerEnd);
    const gap = startsEmpty ? /\r?\n/y : /\r?\n\r?\n/y;
    gap.lastIndex = headerEnd;
    const bodyStart = gap.test(mail) ? Math.min(gap.lastIndex, end) : end;
    const contentType = readField(header, 'Content-Type') ?? 'text/plain';
    const type = contentType.split(';')[0]?.trim().toLowerCase() ?? '';
    const disposition = readField(header, 'Content-Disposition')?.toLowerCase() ?? '';
    if (
      type === 'multipart/signed' ||
      type === 'multipart/encrypted' ||
      /^application\/(?:x-)?pkcs7/.test(type)
    ) {
      throw brokenFile(
        'The mail is signed or encrypted, and a mark would break that',
        'Mark it first, then sign or encrypt the copy.',
      );
    }
    if (type.startsWith('multipart/')) {
      const boundary = readParameter(contentType, 'boundary');
      if (boundary === undefined || boundary === '')
        throw brokenFile(
          'A part of the mail has parts, and does not say where they end',
          'Save it again.',
        );
      for (const [from, to] of splitParts(mail, bodyStart, end, boundary))
        visit(from, to, depth + 1);
    } else if (
      (type === 'text/plain' || type === 'text/html') &&
      !disposition.startsWith('attachment')
    ) {
      parts.push({
        headerStart: start,
        headerEnd,
        bodyStart,
        bodyEnd: end,
        type,
        charset: (readParameter(contentType, 'charset') ?? 'us-ascii').toLowerCase(),
        encoding: readField(header, 'Content-Transfer-Encoding')?.toLowerCase() ?? '7bit',
      });
    }
  };
  visit(0, mail.length, 0);
  return parts;
}
