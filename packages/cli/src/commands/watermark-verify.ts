import type { ReleaseDisclosure } from '@yushu/watermark';
import { exitCodes } from '../exit-codes.ts';
import type { WatermarkVerifyOptions } from '../options/watermark-options.ts';
import { readJson } from '../watermark/table-input.ts';
import { traceTable, writeTrace } from '../watermark/trace-table.ts';

/** `yushu watermark verify TABLE --disclosure D --public-key HEX`. Code 1 where somebody is named. */
export async function runWatermarkVerify(
  path: string,
  options: WatermarkVerifyOptions,
): Promise<number> {
  const { verifyDisclosure } = await import('@yushu/watermark');
  const disclosure = Object((await readJson(options.disclosure)) ?? {}) as ReleaseDisclosure;
  const { record, releaseKey, recipients, created } = verifyDisclosure(disclosure, {
    publicKey: options.publicKey,
  });
  const result = await traceTable(path, { record, key: { releaseKey } }, recipients, options);
  await writeTrace(result, options, path, { created, publicKey: options.publicKey });
  return result.verdict === 'named' ? exitCodes.findings : exitCodes.clean;
}
