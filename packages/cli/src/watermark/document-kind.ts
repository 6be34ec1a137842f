import { extname } from 'node:path';
import type { TextFileFormat } from '@yushu/watermark/text-files';
import { cliError } from '../cli-error.ts';

const pictures: ReadonlySet<string> = new Set(['.png', '.jpg', '.jpeg', '.webp']);

/** What a file is that is marked as a whole; `undefined` for tables. */
export type DocumentKind = TextFileFormat | 'picture';

/** Tells by the ending of its name what a file is. */
export async function documentKindOf(path: string): Promise<DocumentKind | undefined> {
  if (pictures.has(extname(path).toLowerCase())) return 'picture';
  const { detectTextFormat } = await import('@yushu/watermark/text-files');
  return detectTextFormat(path);
}

/** An option that this kind of file cannot do without. */
export function needOption(value: string | undefined, name: string, what: string): string {
  if (value !== undefined) return value;
  throw cliError('ERR_CLI_USAGE', `${what} needs ${name}`, {
    hint: 'See yushu watermark --help for tables, documents and pictures.',
  });
}
