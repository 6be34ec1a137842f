import { auditDescription, kicsRules } from '@yushu/api-security';
import { readVectors } from './read-vectors.ts';

/** A document of KICS' own tests, with the lines that it reports. */
export interface KicsCase {
  readonly key: string;
  readonly file: string;
  readonly text: string;
  readonly lines: readonly number[];
}

export function kicsCases(): readonly KicsCase[] {
  const { rules } = readVectors<{
    rules: readonly {
      key: string;
      cases: readonly { file: string; text: string; expect: readonly { line: number }[] }[];
    }[];
  }>('kics-security-cases');
  return rules.flatMap(({ key, cases }) =>
    cases.map(({ file, text, expect }) => ({
      key,
      file,
      text,
      lines: expect.map(({ line }) => line),
    })),
  );
}

const told = (lines: readonly (number | undefined)[]): string =>
  [...new Set(lines)].sort((a, b) => (a ?? 0) - (b ?? 0)).join(' ');

/** What differs in lines, or nothing. KICS tells a line once for each path to it; a line is counted once here. */
export function checkKics({ key, text, lines }: KicsCase): string | undefined {
  const rules = kicsRules.filter(({ id }) => id === key);
  if (rules.length !== 1) return `no rule ${key}`;
  const audit = auditDescription(text, { rules });
  const places = audit.locate(audit.findings.map(({ pointer }) => pointer));
  const found = told(places.map((place) => place?.line));
  return found === told(lines)
    ? undefined
    : `lines ${found || 'none'} instead of ${told(lines) || 'none'}`;
}
