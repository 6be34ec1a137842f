import type { ExtractedPiece } from './extracted-text.ts';
import type { OfficeArchive } from './office-archive.ts';
import { readXml } from './read-xml.ts';

/** The parts that hold text, the body first. */
const textParts = /^word\/(?:header\d*|footer\d*|footnotes|endnotes|comments)\.xml$/;

/** Text that stands in the document: `w:t`, and `w:delText` of tracked deletions, which a reader can bring back. */
const textElements: ReadonlySet<string> = new Set(['t', 'delText', 'instrText']);

const breaks: Readonly<Record<string, string>> = { p: '\n', tab: '\t', br: '\n', cr: '\n' };

/** The text of a Word document (ECMA-376 part 1, section 17): one line a paragraph, the body first. */
export async function* readDocx(archive: OfficeArchive): AsyncGenerator<ExtractedPiece[]> {
  const others = archive.names.filter((name) => textParts.test(name));
  for (const name of ['word/document.xml', ...others]) {
    let text = '';
    let isText = false;
    const xml = readXml(archive.read(name), {
      open: (element) => {
        isText = textElements.has(element);
      },
      text: (part) => {
        if (isText) text += part;
      },
      close: (element) => {
        isText = false;
        text += breaks[element] ?? '';
      },
    });
    for await (const _ of xml) {
      if (text !== '') yield [{ kind: 'text', text }];
      text = '';
    }
  }
}
