import type { TextFileFormat } from './text-file.ts';

const formats: Readonly<Record<string, TextFileFormat>> = {
  txt: 'text',
  text: 'text',
  log: 'text',
  md: 'markdown',
  markdown: 'markdown',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  eml: 'mail',
  docx: 'docx',
  docm: 'docx',
  dotx: 'docx',
};

/**
 * Tells the format of a document by the ending of its name: .txt, .md, .html, .eml, .docx and the like.
 *
 * @returns `undefined` where it is none of these.
 *
 * @example
 * ```ts
 * import { detectTextFormat } from '@yushu/watermark/text-files';
 *
 * console.log(detectTextFormat('minutes.docx'), detectTextFormat('figures.csv')); // docx undefined
 * ```
 */
export function detectTextFormat(name: string): TextFileFormat | undefined {
  const ending = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase();
  return ending === undefined ? undefined : formats[ending];
}
