import { createScanner } from '@yushu/detect';
import type { LedgerSuite } from '@yushu/testkit';
import { countCases, readVectors } from './count-cases.ts';

interface Case {
  readonly rule: string;
  readonly expect: boolean;
  readonly textBase64: string;
  readonly path?: string;
}

const scanner = createScanner({ categories: ['secret.*'] });

/** Rules that judge by the name of the file, which a scan of a text does not know. */
const byPath = new Set(['hashicorp-tf-password', 'nuget-config-password', 'freemius-secret-key']);

export const suites: readonly LedgerSuite[] = [
  {
    suite: 'detect/gitleaks-rules',
    source:
      'gitleaks/gitleaks cmd/generate/config/rules at b58d3f1, MIT; examples for and against each rule',
    pinned: 354,
    run: () =>
      countCases(
        readVectors<{ cases: Case[] }>('gitleaks-tpfp.json').cases,
        ({ rule, expect, textBase64 }) => {
          if (byPath.has(rule)) return undefined;
          const text = new TextDecoder().decode(
            Uint8Array.from(atob(textBase64), (unit) => unit.charCodeAt(0)),
          );
          return scanner.scan(text).length > 0 === expect;
        },
      ),
  },
];
