import { DataSecurityError } from '@yushu/core';
import type { ApiAudit } from './api-audit.ts';

/** Writes the fingerprints of all findings down, so that a later audit tells only what is new. They hold no text of the document. */
export function writeBaseline(audit: ApiAudit): string {
  const all = [...audit.findings, ...audit.ignored].map(({ fingerprint }) => fingerprint);
  const fingerprints = [...new Set(all)].sort();
  return `${JSON.stringify({ version: 1, fingerprints }, undefined, 1)}\n`;
}

/**
 * Reads what {@link writeBaseline} wrote.
 *
 * @throws {DataSecurityError} `ERR_API_BASELINE` where the text is something else.
 */
export function readBaseline(text: string): readonly string[] {
  try {
    const { version, fingerprints } = JSON.parse(text) as {
      version: unknown;
      fingerprints: unknown;
    };
    if (version === 1 && Array.isArray(fingerprints)) {
      return fingerprints.filter((one): one is string => typeof one === 'string');
    }
  } catch {
    // Told below.
  }
  throw new DataSecurityError('ERR_API_BASELINE', 'This is no baseline of an API audit', {
    hint: 'Write one with --write-baseline.',
  });
}
