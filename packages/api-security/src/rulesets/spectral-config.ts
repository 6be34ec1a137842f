import { parse } from 'yaml';
import { isObject } from '../model/json-object.ts';
import type { ApiSeverity } from '../rules/rule.ts';
import { spectralSeverities } from './spectral-rules.ts';

/**
 * Takes the severities out of a `.spectral.yaml`: of rules that are named with a severity, turned off, or given anew with one. They
 * hold for rules by their ids and by their aliases. Its own rules are left alone: see `createCustomRules`.
 *
 * @example
 * ```ts
 * import { readSpectralConfig } from '@yushu/api-security';
 *
 * console.log(readSpectralConfig('rules:\n  owasp:api4:2023-string-limit: off\n')); // { 'owasp:api4:2023-string-limit': 'off' }
 * ```
 */
export function readSpectralConfig(text: string): Readonly<Record<string, ApiSeverity | 'off'>> {
  let value: unknown;
  try {
    value = parse(text, { logLevel: 'silent', uniqueKeys: false });
  } catch {
    return {};
  }
  const rules = isObject(value) ? value['rules'] : undefined;
  if (!isObject(rules)) return {};
  const severities: [string, ApiSeverity | 'off'][] = [];
  for (const [id, given] of Object.entries(rules)) {
    const word = isObject(given) ? given['severity'] : given;
    if (word === false) severities.push([id, 'off']);
    const severity =
      typeof word === 'string' || typeof word === 'number'
        ? spectralSeverities[String(word).toLowerCase()]
        : undefined;
    if (severity !== undefined) severities.push([id, severity]);
  }
  return Object.fromEntries(severities);
}
