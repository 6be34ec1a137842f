import { exitCodes } from '../exit-codes.ts';
import { writeWholeText } from '../files/whole-text.ts';
import type { WatermarkCapacityOptions } from '../options/watermark-options.ts';
import { printable } from '../output/printable.ts';
import { describeDocument } from '../watermark/describe-document.ts';
import { documentKindOf } from '../watermark/document-kind.ts';
import { planTable } from '../watermark/plan-table.ts';
import { openOwnerKeys } from '../watermark/table-input.ts';

/** `yushu watermark capacity TABLE --keys K --key NAME`. */
export async function runWatermarkCapacity(
  path: string,
  options: WatermarkCapacityOptions,
): Promise<number> {
  const kind = await documentKindOf(path);
  if (kind !== undefined) return describeDocument(path, kind, options);
  const { describeCapacity } = await import('@yushu/watermark');
  const { key } = await openOwnerKeys(options.keys, options.key);
  const record = await planTable(path, options, key);
  const capacity = describeCapacity(record, {
    ...(options.for === undefined ? {} : { recipients: options.for }),
    ...(options.falseAccusation === undefined ? {} : { falseAccusation: options.falseAccusation }),
  });
  const columns = record.columns.map(({ name, carrier, reason }) => ({
    name,
    marked: carrier !== undefined,
    reason,
  }));
  if (options.format === 'json') {
    await writeWholeText('-', `${JSON.stringify({ ...capacity, columns }, null, 2)}\n`);
    return exitCodes.clean;
  }
  const lines = [
    ...capacity.words,
    '',
    ...columns.map(
      ({ name, marked, reason }) => `${marked ? '+' : '-'} ${printable(name)}: ${reason}`,
    ),
  ];
  await writeWholeText('-', `${lines.join('\n')}\n`);
  return exitCodes.clean;
}
