import { closedPiece, openPiece, type TextPiece } from './text-piece.ts';

/** Names that are common in running text; others read as nothing. Source: HTML Living Standard, section 13.5. */
const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  shy: '\u00ad',
  ensp: '\u2002',
  emsp: '\u2003',
  thinsp: '\u2009',
  zwnj: '\u200c',
  zwj: '\u200d',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  hellip: '…',
  middot: '·',
  bull: '•',
  agrave: 'à',
  aacute: 'á',
  acirc: 'â',
  auml: 'ä',
  ccedil: 'ç',
  egrave: 'è',
  eacute: 'é',
  ecirc: 'ê',
  iacute: 'í',
  ntilde: 'ñ',
  oacute: 'ó',
  ocirc: 'ô',
  ouml: 'ö',
  uacute: 'ú',
  uuml: 'ü',
  szlig: 'ß',
};

const reference = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z][a-z0-9]{1,31}));?/gi;

function readReference(decimal: string | undefined, hex: string | undefined, name = ''): string {
  if (decimal === undefined && hex === undefined) return named[name] ?? '';
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  const isCharacter = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return isCharacter ? String.fromCodePoint(code) : '\ufffd';
}

/** Running text with character references: these stay, and read as what they stand for. */
export function* readReferences(raw: string, isOpen: boolean): Generator<TextPiece> {
  const piece = isOpen ? openPiece : (text: string) => closedPiece(text, text);
  let done = 0;
  for (const match of raw.matchAll(reference)) {
    if (match.index > done) yield piece(raw.slice(done, match.index));
    yield closedPiece(match[0], readReference(match[1], match[2], match[3]));
    done = match.index + match[0].length;
  }
  if (done < raw.length) yield piece(raw.slice(done));
}
