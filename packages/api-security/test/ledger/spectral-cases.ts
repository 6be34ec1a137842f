import { auditDescription, spectralRules } from '@yushu/api-security';
import { readVectors } from './read-vectors.ts';

/** A case of Spectral's OWASP ruleset. */
export interface SpectralCase {
  readonly rule: string;
  readonly name: string;
  readonly document: unknown;
  readonly expected: readonly { readonly path?: readonly string[]; readonly severity?: number }[];
  readonly agrees: boolean;
}

export const spectralCases = (): readonly SpectralCase[] =>
  readVectors<{ cases: readonly SpectralCase[] }>('spectral-owasp-cases').cases;

const severities = ['high', 'medium', 'info', 'info'];

/** What differs, or nothing. */
export function checkSpectral({ rule, document, expected }: SpectralCase): string | undefined {
  const rules = spectralRules.filter(({ id }) => id === rule);
  if (rules.length !== 1) return `no rule ${rule}`;
  const { findings } = auditDescription(document, { rules });
  const told = (pointers: readonly string[]) => [...pointers].sort().join(' ');
  const wanted = expected.map(({ path }) =>
    path === undefined
      ? '*'
      : path.map((key) => `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`).join(''),
  );
  if (wanted.length !== findings.length) {
    return `${findings.length} findings instead of ${wanted.length}: ${told(findings.map(({ pointer }) => pointer))}`;
  }
  const hasPlaces = !wanted.includes('*');
  if (hasPlaces && told(wanted) !== told(findings.map(({ pointer }) => pointer))) {
    return `${told(findings.map(({ pointer }) => pointer))} instead of ${told(wanted)}`;
  }
  const wrong = expected.some(
    ({ severity }) =>
      severity !== undefined && findings.some((one) => one.severity !== severities[severity]),
  );
  return wrong ? 'another severity' : undefined;
}
