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

interface PluginCase {
  readonly plugin: string;
  readonly expect: boolean;
  readonly textBase64: string;
}

const decode = (text: string): string =>
  new TextDecoder().decode(Uint8Array.from(atob(text), (unit) => unit.charCodeAt(0)));

/** Public addresses are no secret here: they are found as what they are. */
const addresses = createScanner({ categories: ['network.ipv4'] });

export const suites: readonly LedgerSuite[] = [
  {
    suite: 'detect/detect-secrets-plugins',
    source:
      'Yelp/detect-secrets tests/plugins at 5e14193, Apache-2.0; secrets found, and nothing in what is none',
    pinned: 125,
    run: () =>
      countCases(
        readVectors<{ cases: PluginCase[] }>('detect-secrets.json').cases,
        ({ plugin, expect, textBase64 }) => {
          const text = decode(textBase64);
          if (plugin !== 'ip_public') return scanner.scan(text).length > 0 === expect;
          // The plugin asks whether an address is public, which is not ours to say.
          if (!expect && /^(?:10|172\.(?:1[6-9]|2\d|3[01])|192\.168)\./.test(text))
            return undefined;
          return addresses.scan(text).length > 0 === expect;
        },
      ),
  },
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
          return scanner.scan(decode(textBase64)).length > 0 === expect;
        },
      ),
  },
];
