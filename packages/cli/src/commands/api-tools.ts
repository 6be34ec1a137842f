import {
  type ApiAudit,
  apiSeverities,
  auditSource,
  compareDescriptions,
  compareTraffic,
  createDataMap,
  type Drift,
  fixDescription,
  readTraffic,
  renderDriftTable,
  renderMapHtml,
  renderMapTable,
} from '@yushu/api-security';
import { cliError } from '../cli-error.ts';
import { exitCodes } from '../exit-codes.ts';
import { readDescriptionSource } from '../files/read-description-source.ts';
import { readWholeText, writeWholeText } from '../files/whole-text.ts';
import type {
  ApiDriftCommandOptions,
  ApiFixCommandOptions,
  ApiMapCommandOptions,
} from '../options/api-options.ts';

const json = (value: unknown): string => `${JSON.stringify(value, undefined, 1)}\n`;

/** Refuses what could not be read, with the first reason. */
function demandModel(audit: ApiAudit, name: string): void {
  if (audit.model !== undefined) return;
  const first = audit.diagnostics[0];
  const place = first?.line === undefined ? '' : `:${first.line}:${first.column}`;
  throw cliError('ERR_CLI_INPUT', `${name}${place}: ${first?.message ?? 'cannot be read'}`, {
    hint: 'Give a description in OpenAPI 3, Swagger 2 or AsyncAPI, as JSON or YAML.',
  });
}

/**
 * `yushu api map`: writes the data map of an API.
 *
 * @returns the exit code, 0.
 * @throws {DataSecurityError} `ERR_CLI_INPUT` where the description cannot be read.
 */
export async function runApiMap(spec: string, options: ApiMapCommandOptions): Promise<number> {
  const source = await readDescriptionSource(spec, await readWholeText(spec), options.refs);
  const audit = auditSource(source, { rules: [] });
  demandModel(audit, spec);
  const map = createDataMap(audit);
  const text =
    options.format === 'json'
      ? json(map)
      : options.format === 'html'
        ? renderMapHtml(map, spec)
        : renderMapTable(map);
  await writeWholeText(options.output, text);
  return exitCodes.clean;
}

/**
 * `yushu api fix`: writes the mended description, or the changes as JSON Patch or OpenAPI Overlay.
 *
 * @returns the exit code, 0.
 * @throws {DataSecurityError} `ERR_CLI_INPUT` where the description cannot be read.
 */
export async function runApiFix(spec: string, options: ApiFixCommandOptions): Promise<number> {
  const fixed = fixDescription(await readWholeText(spec), {
    includeReview: options.review === true,
  });
  demandModel(fixed.before, spec);
  const { fixes, open, patch, overlay, before, after } = fixed;
  const text =
    options.format === 'patch'
      ? json(patch)
      : options.format === 'overlay'
        ? json(overlay)
        : options.format === 'json'
          ? json({ fixes, open })
          : (fixed.text ?? '');
  await writeWholeText(options.output, text);
  const waiting = open.length === 0 ? '' : `; ${open.length} more with --review`;
  process.stderr.write(
    `${fixes.length} changes, ${before.findings.length - after.findings.length} of ${before.findings.length} findings mended${waiting}\n`,
  );
  return exitCodes.clean;
}

/** What a value in traffic holds is looked at by the scanner. */
async function compareWithTraffic(audit: ApiAudit, text: string): Promise<readonly Drift[]> {
  const exchanges = readTraffic(text);
  const { createScanner } = await import('@yushu/detect');
  const scanner = createScanner({ minLikelihood: 'very_likely' });
  return compareTraffic(audit, exchanges, {
    classifyValue: (value, place) => scanner.scanField(value, place),
  });
}

/**
 * `yushu api drift`: compares two versions of a description, or a description with recorded traffic.
 *
 * @returns the exit code: 0 done, 1 differences at or above `--fail-on`.
 * @throws {DataSecurityError} `ERR_CLI_INPUT` where a description cannot be read; `ERR_API_SECURITY_TRAFFIC` where the other file is neither
 * description nor traffic.
 */
export async function runApiDrift(
  before: string,
  after: string,
  options: ApiDriftCommandOptions,
): Promise<number> {
  const older = auditSource(
    await readDescriptionSource(before, await readWholeText(before), options.refs),
  );
  demandModel(older, before);
  const text = await readWholeText(after);
  const newer = auditSource(await readDescriptionSource(after, text, options.refs));
  const drift =
    newer.model === undefined
      ? await compareWithTraffic(older, text)
      : compareDescriptions(older, newer);
  await writeWholeText(
    options.output,
    options.format === 'json' ? json(drift) : renderDriftTable(drift),
  );
  const { failOn } = options;
  const fails =
    failOn !== undefined &&
    drift.some(({ severity }) => apiSeverities.indexOf(severity) <= apiSeverities.indexOf(failOn));
  return fails ? exitCodes.findings : exitCodes.clean;
}
