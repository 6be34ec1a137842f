import { describe, expect, it } from 'vitest';
import { checkKics, kicsCases } from '../ledger/kics-cases.ts';
import { checkSpectral, spectralCases } from '../ledger/spectral-cases.ts';
import { checkVacuum, vacuumCases } from '../ledger/vacuum-cases.ts';

describe("Spectral's OWASP ruleset", () => {
  const cases = spectralCases().filter(({ agrees }) => agrees);

  it('has 120 valid cases', () => {
    expect(cases).toHaveLength(120);
  });

  it.each(cases.map((one, index) => [`${one.rule} ${index}: ${one.name}`, one] as const))(
    '%s',
    (_, one) => {
      expect(checkSpectral(one)).toBeUndefined();
    },
  );
});

describe("vacuum's OWASP rules", () => {
  it('have 63 cases', () => {
    expect(vacuumCases()).toHaveLength(63);
  });

  it.each(vacuumCases().map((one, index) => [`${index} ${one.test}`, one] as const))(
    '%s',
    (_, one) => {
      expect(checkVacuum(one)).toBeUndefined();
    },
  );
});

describe("KICS' security rules", () => {
  it('have 351 documents', () => {
    expect(kicsCases()).toHaveLength(351);
  });

  it.each(kicsCases().map((one) => [`${one.key} ${one.file}`, one] as const))('%s', (_, one) => {
    expect(checkKics(one)).toBeUndefined();
  });
});
