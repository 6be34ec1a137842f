import { cliError } from '../cli-error.ts';
import { exitCodes } from '../exit-codes.ts';
import { refuseToOverwrite } from '../files/refuse-to-overwrite.ts';
import { writeWholeText } from '../files/whole-text.ts';
import { collectBytes, readStreamBytes } from '../input/read-bytes.ts';
import type { WatermarkCleanOptions } from '../options/watermark-options.ts';
import { documentKindOf } from '../watermark/document-kind.ts';
import { readDocument, writeDocument } from '../watermark/document-mark.ts';

const maxBytes = 64 * 2 ** 20;
/** So many places are shown of each kind. */
const shown = 5;

const titles = {
  invisible: 'invisible characters',
  space: 'spaces of unusual width',
  'look-alike': 'letters in disguise',
  punctuation: 'half-width punctuation',
  spacing: 'spaces that could be left out',
  word: 'words with a more usual form',
} as const;

async function readInput(path: string, quiet: boolean): Promise<Uint8Array> {
  if (path !== '-') return readDocument(path, quiet);
  const bytes = await collectBytes(readStreamBytes(process.stdin), maxBytes);
  if (bytes === undefined)
    throw cliError('ERR_CLI_INPUT', `standard input: over ${maxBytes} bytes`);
  return bytes;
}

/** `yushu watermark clean FILE [-o COPY] [--wording]`. Code 1 where something was hidden. */
export async function runWatermarkClean(
  path: string,
  options: WatermarkCleanOptions,
): Promise<number> {
  const kind = (await documentKindOf(path)) ?? 'text';
  if (kind === 'picture') {
    throw cliError('ERR_CLI_USAGE', 'Pictures have no hidden characters', {
      hint: 'Give text, Markdown, HTML, a mail or a Word document.',
    });
  }
  if (options.output !== undefined) await refuseToOverwrite(options.output, [path]);
  const { cleanTextFile } = await import('@yushu/watermark/text-files');
  const { bytes, hidden } = cleanTextFile(await readInput(path, options.quiet === true), {
    format: kind,
    wording: options.wording === true,
  });
  if (options.output !== undefined) await writeDocument(options.output, bytes);
  // What people write both ways is no finding.
  const isHidden = hidden.some((found) => !['punctuation', 'spacing', 'word'].includes(found.kind));
  const places = hidden.map((found) => ({
    kind: found.kind,
    offset: found.offset,
    codePoint: `U+${found.codePoint.toString(16).toUpperCase().padStart(4, '0')}`,
  }));
  const lines = Object.entries(titles).flatMap(([name, title]) => {
    const found = places.filter((place) => place.kind === name);
    if (found.length === 0) return [];
    const some = found.slice(0, shown).map(({ codePoint, offset }) => `${codePoint} at ${offset}`);
    const more = found.length > shown ? ', …' : '';
    return [`${found.length} ${title}: ${some.join(', ')}${more}`];
  });
  const words = lines.length === 0 ? 'nothing is hidden' : lines.join('\n');
  const told = options.format === 'json' ? JSON.stringify({ hidden: places }, null, 2) : words;
  // Data goes to standard output: there, nothing is told.
  if (options.output === '-') {
    if (options.quiet !== true) process.stderr.write(`${words}\n`);
  } else if (options.quiet !== true || options.format === 'json')
    await writeWholeText('-', `${told}\n`);
  return isHidden ? exitCodes.findings : exitCodes.clean;
}
