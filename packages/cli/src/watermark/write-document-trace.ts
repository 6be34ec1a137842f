import { cliError } from '../cli-error.ts';
import { exitCodes } from '../exit-codes.ts';
import { writeWholeText } from '../files/whole-text.ts';
import { printable } from '../output/printable.ts';
import type { DocumentTrace } from './document-mark.ts';

/** Writes what a trace of a document gave. Code 1 where somebody is named. */
export async function writeDocumentTrace(
  trace: DocumentTrace,
  { format, output }: { readonly format: 'text' | 'json' | 'html'; readonly output: string },
): Promise<number> {
  if (format === 'html') {
    throw cliError('ERR_CLI_USAGE', 'A report in HTML is made of tables only', {
      hint: 'Take --format text or json.',
    });
  }
  const { verdict, named, reason, falsePositive } = trace;
  const lines = [
    verdict === 'named' ? `named: ${named.map(printable).join(', ')}` : 'no one is named',
    `  ${reason}`,
    ...(falsePositive === undefined
      ? []
      : [
          `  a file without this mark gives this answer with probability at most ${falsePositive.toExponential(1)}`,
        ]),
  ];
  await writeWholeText(
    output,
    format === 'json' ? `${JSON.stringify(trace, null, 2)}\n` : `${lines.join('\n')}\n`,
  );
  return verdict === 'named' ? exitCodes.findings : exitCodes.clean;
}
