import { readReferences } from './character-reference.ts';
import { endOfTag } from './end-of-tag.ts';
import { brokenFile } from './text-file.ts';
import { closedPiece, type TextPiece } from './text-piece.ts';

const namespaces = [
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'http://purl.oclc.org/ooxml/wordprocessingml/main',
];
const saveAgain = 'Save it again with a word processor.';
/** Styles of code, whose text is copied to be used. */
const codeStyle = /code|source|verbatim|preformat|html|代码/i;

/** The prefix of the names of Word's elements, with its colon. */
function prefixOf(xml: string): string {
  for (const namespace of namespaces) {
    const end = xml.indexOf(`="${namespace}"`);
    const name =
      end < 0
        ? undefined
        : /xmlns(?::([\w.-]{1,64}))?\s*$/.exec(xml.slice(Math.max(0, end - 80), end));
    if (name) return name[1] === undefined ? '' : `${name[1]}:`;
  }
  return 'w:';
}

/**
 * Cuts a part of a Word document into markup and text. Open is the text of runs (`w:t`) outside of fields, which Word writes anew, and
 * of styles for code.
 *
 * Source: ECMA-376 part 1, section 17.3.3.31 (t), 17.16.18 (fldChar), 17.3.1.27 (pStyle).
 *
 * @throws {DataSecurityError} `ERR_WATERMARK_INPUT` if it declares entities, or is cut off.
 */
export function readWordPieces(xml: string): TextPiece[] {
  const w = prefixOf(xml);
  const pieces: TextPiece[] = [];
  let isText = false;
  let fields = 0;
  let isCodeParagraph = false;
  let isCodeRun = false;
  const breaks: Readonly<Record<string, string>> = {
    [`/${w}p`]: '\n',
    [`${w}br`]: '\n',
    [`${w}cr`]: '\n',
    [`${w}tab`]: '\t',
  };
  for (let at = 0; at < xml.length; ) {
    const next = xml.indexOf('<', at);
    const end = next < 0 ? xml.length : next;
    if (end > at) {
      const raw = xml.slice(at, end);
      const isOpen = fields === 0 && !isCodeParagraph && !isCodeRun;
      if (isText) pieces.push(...readReferences(raw, isOpen));
      else pieces.push(closedPiece(raw));
    }
    if (next < 0) break;
    const closing = xml.startsWith('<!--', next)
      ? '-->'
      : xml.startsWith('<![CDATA[', next)
        ? ']]>'
        : xml.startsWith('<?', next)
          ? '?>'
          : '>';
    if (xml.startsWith('<!DOCTYPE', next))
      throw brokenFile('The document declares a document type, as none of Word does', saveAgain);
    const to = closing === '>' ? endOfTag(xml, next) : xml.indexOf(closing, next) + closing.length;
    if (to < next + closing.length || !xml.startsWith(closing, to - closing.length)) {
      throw brokenFile('A part of the document is cut off', saveAgain);
    }
    const tag = xml.slice(next, to);
    const name = /^<(\/?[^\s/>]+)/.exec(tag)?.[1] ?? '';
    pieces.push(
      closedPiece(tag, closing === ']]>' && isText ? tag.slice(9, -3) : (breaks[name] ?? '')),
    );
    const isEmpty = tag.endsWith('/>');
    if (name === `${w}t`) isText = !isEmpty;
    else if (name === `/${w}t`) isText = false;
    else if (name === `${w}fldChar`) {
      if (/fldCharType\s*=\s*["']begin/.test(tag)) fields += 1;
      if (/fldCharType\s*=\s*["']end/.test(tag)) fields = Math.max(0, fields - 1);
    } else if (name === `${w}fldSimple` && !isEmpty) fields += 1;
    else if (name === `/${w}fldSimple`) fields = Math.max(0, fields - 1);
    else if (name === `${w}pStyle`) isCodeParagraph = codeStyle.test(tag.replace(/^\S+/, ''));
    else if (name === `${w}rStyle`) isCodeRun = codeStyle.test(tag.replace(/^\S+/, ''));
    else if (name === `/${w}p`) isCodeParagraph = false;
    else if (name === `/${w}r`) isCodeRun = false;
    at = to;
  }
  return pieces;
}
