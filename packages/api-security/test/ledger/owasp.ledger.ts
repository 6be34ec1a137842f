import type { LedgerSuite } from '@yushu/testkit';
import { checkKics, kicsCases } from './kics-cases.ts';
import { checkSpectral, spectralCases } from './spectral-cases.ts';
import { checkVacuum, vacuumCases } from './vacuum-cases.ts';

export const suites: readonly LedgerSuite[] = [
  {
    suite: 'api-security/spectral-owasp',
    source:
      'stoplightio/spectral-owasp-ruleset 624d67f __tests__; one of the 121 expects what its own rule does not report',
    pinned: 120,
    run: () => {
      const cases = spectralCases();
      const passed = cases.filter((one) => one.agrees && checkSpectral(one) === undefined).length;
      return { passed, total: cases.length, skipped: cases.filter(({ agrees }) => !agrees).length };
    },
  },
  {
    suite: 'api-security/vacuum-owasp',
    source: 'daveshanley/vacuum 75c9453 functions/owasp/*_test.go',
    pinned: 63,
    run: () => {
      const cases = vacuumCases();
      const passed = cases.filter((one) => checkVacuum(one) === undefined).length;
      return { passed, total: cases.length, skipped: 0 };
    },
  },
  {
    suite: 'api-security/kics-openapi',
    source:
      'Checkmarx KICS OpenAPI queries, from protektiq/driftbuddy 96da890; lines counted once a document',
    pinned: 351,
    run: () => {
      const cases = kicsCases();
      const passed = cases.filter((one) => checkKics(one) === undefined).length;
      return { passed, total: cases.length, skipped: 0 };
    },
  },
];
