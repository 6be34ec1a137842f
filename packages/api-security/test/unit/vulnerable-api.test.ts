import { auditDescription } from '@yushu/api-security';
import { describe, expect, it } from 'vitest';
import { readVectors } from '../ledger/read-vectors.ts';

interface Labelled {
  readonly apis: readonly {
    readonly spec: unknown;
    readonly labels: readonly { op: string; path: string; owasp2023: string; flaw: string }[];
  }[];
}

/** Rules that would find something nearly everywhere: they count for nothing here. */
const boilerplate =
  /^(?:string-|integer-|array-limit|no-\d|rate-limit-headers|numeric-id|cors|server-|unlimited-map|no-security)/;

describe('a deliberately vulnerable API', () => {
  const { spec, labels } = readVectors<Labelled>('vulnerable-specs').apis[0]!;
  const audit = auditDescription(spec);
  const located = labels.filter(({ op }) => op !== '*');
  const finds = ({ op, path, owasp2023 }: (typeof labels)[number]): boolean =>
    audit.causes.some(
      ({ rule, findings }) =>
        !boilerplate.test(rule.id) &&
        rule.owasp.startsWith(`${owasp2023}:`) &&
        findings.some(({ node }) =>
          audit.model
            ?.operationsOf(node.unit)
            .some((one) => one.method === op && one.path === path),
        ),
    );

  it('shows at least three quarters of its located flaws', () => {
    const found = located.filter(finds);
    expect(located).toHaveLength(8);
    // An injection cannot be seen in a description.
    expect(located.filter((one) => !finds(one)).map(({ flaw }) => flaw)).toEqual(['SQL injection']);
    expect(found.length / located.length).toBeGreaterThanOrEqual(0.75);
  });

  it('is not drowned in findings', () => {
    expect(audit.causes.length).toBeLessThan(2 * (audit.model?.operations.length ?? 0));
  });
});
