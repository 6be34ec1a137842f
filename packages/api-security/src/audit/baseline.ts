import { DataSecurityError } from '@yushu/core';
import type { ApiAudit } from './api-audit.ts';

/**
 * Writes the fingerprints of all findings down, so that a later audit tells only what is new. They hold no text of the document.
 *
 * @example
 * ```ts
 * import { auditDescription, readBaseline, writeBaseline } from '@yushu/api-security';
 *
 * const document = { openapi: '3.1.0', servers: [{ url: 'http://api.example.com' }] };
 * const baseline = readBaseline(writeBaseline(auditDescription(document)));
 * console.log(auditDescription(document, { baseline }).findings.length); // 0
 * ```
 */
export function writeBaseline(
  audit: ApiAudit | { readonly fingerprints: readonly string[] },
): string {
  const all =
    'fingerprints' in audit
      ? audit.fingerprints
      : [...audit.findings, ...audit.ignored].map(({ fingerprint }) => fingerprint);
  const fingerprints = [...new Set(all)].sort();
  return `${JSON.stringify({ version: 1, fingerprints }, undefined, 1)}\n`;
}

/**
 * Reads what {@link writeBaseline} wrote.
 *
 * @throws {DataSecurityError} `ERR_API_SECURITY_BASELINE` where the text is something else.
 *
 * @example
 * ```ts
 * import { readBaseline } from '@yushu/api-security';
 *
 * console.log(readBaseline('{ "version": 1, "fingerprints": ["0123456789abcdef"] }').length); // 1
 * ```
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
  throw new DataSecurityError('ERR_API_SECURITY_BASELINE', 'This is no baseline of an API audit', {
    hint: 'Write one with --write-baseline.',
  });
}
