import { readWordPieces } from './read-word-pieces.ts';
import { brokenFile, type TextFile } from './text-file.ts';
import { ZipArchive } from './zip-archive.ts';

const textParts = /^word\/(?:document|header|footer|footnotes|endnotes|comments)\d*\.xml$/;

/**
 * Opens a Word document. Only parts that hold text are written again; every other part keeps its bytes and its place.
 *
 * @throws {DataSecurityError} `ERR_WATERMARK_INPUT` if it is no .docx, damaged, signed or encrypted.
 */
export function openDocx(bytes: Uint8Array): TextFile {
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) {
    throw brokenFile(
      'The document is encrypted, or of Word 97',
      'Save it as .docx without a password.',
    );
  }
  const archive = new ZipArchive(bytes);
  const names = archive.names.filter((name) => textParts.test(name));
  if (!names.some((name) => name.startsWith('word/document')))
    throw brokenFile('The archive holds no Word document', 'Give a .docx file.');
  if (archive.names.some((name) => name.startsWith('_xmlsignatures/')))
    throw brokenFile(
      'The document is signed, and a mark would break the signature',
      'Mark it first, then sign the copy.',
    );
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const sections = names.map((name) => {
    const part = archive.read(name);
    let xml: string;
    try {
      xml = decoder.decode(part);
    } catch {
      throw brokenFile(
        'A part of the document is not in UTF-8',
        'Save it again with a word processor.',
      );
    }
    return { name, xml, pieces: readWordPieces(xml) };
  });
  return {
    sections: sections.map(({ pieces }) => pieces),
    write(raws) {
      const encoder = new TextEncoder();
      const changed = new Map<string, Uint8Array>();
      for (const [index, { name, xml }] of sections.entries()) {
        const raw = raws[index] as string;
        if (raw !== xml) changed.set(name, encoder.encode(raw));
      }
      return archive.write(changed);
    },
  };
}
