import { strToU8, zipSync } from 'fflate';

const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** A paragraph of runs; each word in bold in every fourth run, so that words are cut by markup. */
function paragraph(text: string, style?: string): string {
  const pieces = text.match(/.{1,17}/gs) ?? [];
  const runs = pieces.map(
    (piece, index) =>
      `<w:r>${index % 4 === 3 ? '<w:rPr><w:b/></w:rPr>' : ''}<w:t xml:space="preserve">${piece.replaceAll('&', '&amp;')}</w:t></w:r>`,
  );
  const properties = style === undefined ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`;
  return `<w:p>${properties}${runs.join('')}</w:p>`;
}

/** The XML of a document's body. */
export function makeBody(texts: readonly string[], more = ''): string {
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<w:document xmlns:w="${main}"><w:body>` +
    `${texts.map((text) => paragraph(text)).join('')}${more}<w:sectPr/></w:body></w:document>`
  );
}

/** Code in a style of its own, and a field. */
export const codeAndField = `${paragraph('const launch = "autumn"; // keep', 'SourceCode')}<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>seven of these pages here</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`;

/** A Word document of these parts, and what every document has. */
export function makeDocx(parts: Readonly<Record<string, string>>): Uint8Array {
  const types =
    '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="png" ContentType="image/png"/>' +
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
  const relations =
    '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
    '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>';
  const all: Record<string, Uint8Array> = {
    '[Content_Types].xml': strToU8(types),
    '_rels/.rels': strToU8(relations),
    'word/media/image1.png': Uint8Array.from({ length: 300 }, (_, index) => (index * 37) % 251),
  };
  for (const [name, text] of Object.entries(parts)) all[name] = strToU8(text);
  return zipSync(all, { level: 6, mtime: new Date(2026, 1, 3) });
}
