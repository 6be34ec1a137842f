import { exitCodes } from '../exit-codes.ts';
import { writeWholeText } from '../files/whole-text.ts';
import type { DocumentKind } from './document-kind.ts';
import { readDocument } from './document-mark.ts';

const changes: Readonly<Record<string, string>> = {
  copy: 'as it is',
  nfkc: 'brought to NFKC',
  gbk: 'written in GBK, with ? for what it lacks',
  stripped: 'written in GBK without what it lacks, or stripped',
  cleaned: 'cleaned of hidden characters',
};

/** Says what a document or picture can carry. */
export async function describeDocument(
  path: string,
  kind: DocumentKind,
  { format, quiet }: { readonly format: 'text' | 'json'; readonly quiet?: true },
): Promise<number> {
  const bytes = await readDocument(path, quiet === true);
  if (kind === 'picture') {
    const { detectImageFormat, javascriptCodec } = await import('@yushu/watermark/image-files');
    const { width, height } = await javascriptCodec.decode(bytes, detectImageFormat(bytes));
    const fits = width >= 256 && height >= 256;
    const words = fits
      ? `${width} × ${height} pixels carry an id of 64 bits, if they are not full of texture: embed tries it before it writes`
      : `${width} × ${height} pixels are too few: 256 × 256 carry an id of 64 bits`;
    const told = format === 'json' ? JSON.stringify({ width, height, fits }, null, 2) : words;
    await writeWholeText('-', `${told}\n`);
    return exitCodes.clean;
  }
  const { measureTextFile } = await import('@yushu/watermark/text-files');
  const capacity = measureTextFile(bytes, { format: kind });
  const lines = [
    `${capacity.characters} characters of text; an id of 32 bits is read from 72 bits, and with a list of n recipients from about 25 + log2 n`,
    ...Object.entries(capacity.bits).map(([channel, bits]) => `  ${channel}: ${bits} bits`),
    'What is left when a quotation comes',
    ...Object.entries(capacity.left).map(([change, bits]) => {
      const share = capacity.share[change as keyof typeof capacity.share];
      const enough =
        share === undefined ? 'needs a list' : `any ${Math.ceil(100 * share)} % of it is enough`;
      return `  ${changes[change]}: ${bits} bits, ${enough}`;
    }),
  ];
  const told = format === 'json' ? JSON.stringify(capacity, null, 2) : lines.join('\n');
  await writeWholeText('-', `${told}\n`);
  return exitCodes.clean;
}
