import {
  insecureReadKeyset,
  insecureReadKeysetBinary,
  insecureWriteKeyset,
  insecureWriteKeysetBinary,
} from '@yushu/encrypt/insecure';
import type { LedgerSuite } from '@yushu/testkit';
import { readVectors } from '../vectors/read-vectors.ts';
import { countCases, refuses } from './count-cases.ts';

interface ParsingCase {
  readonly name: string;
  readonly valid: boolean;
  readonly json_keyset: string;
}

interface TinkKeysets {
  readonly json_keyset_parsing: { readonly cases: readonly ParsingCase[] };
  readonly example_keysets: { readonly keysets: Readonly<Record<string, unknown>> };
}

const tink = () => readVectors<TinkKeysets>('tink.json');

/** Both formats hold everything: text → keyset → bytes → keyset → text gives the text again. */
function survives(document: unknown): boolean {
  const keyset = insecureReadKeyset(JSON.stringify(document));
  const again = insecureReadKeysetBinary(insecureWriteKeysetBinary(keyset));
  const written = JSON.parse(insecureWriteKeyset(again)) as unknown;
  return JSON.stringify(sorted(written)) === JSON.stringify(sorted(document));
}

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(sorted);
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, member]) => [name, sorted(member)]),
  );
}

export const suites: readonly LedgerSuite[] = [
  {
    suite: 'encrypt/tink-json-keyset-parsing',
    source: 'tink-cross-lang-tests json_keyset/json_keyset_parsing_test.py',
    pinned: 18,
    run: () =>
      countCases(tink().json_keyset_parsing.cases, ({ valid, json_keyset: text }) =>
        valid
          ? insecureReadKeyset(text).primaryId === 42
          : refuses(() => insecureReadKeyset(text), 'ERR_ENCRYPT_KEYSET'),
      ),
  },
  {
    suite: 'encrypt/tink-example-keysets',
    source: 'tink-java examples/*_test_keyset.json',
    pinned: 8,
    run: () => countCases(Object.values(tink().example_keysets.keysets), survives),
  },
];
