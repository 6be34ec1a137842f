import { createCipherSweetOpener, createVaultTransitOpener } from '@yushu/encrypt/import';
import type { LedgerCount, LedgerSuite } from '@yushu/testkit';
import { javaScriptCases, knownAnswers } from '../import/cipher-sweet-cases.ts';
import { base64, concat, hex, readVectors, toHex } from '../vectors/read-vectors.ts';
import { countCases, refuses } from './count-cases.ts';

interface Group {
  readonly keySize: number;
  readonly ivSize: number;
  readonly tagSize: number;
  readonly tests: readonly Readonly<Record<string, string>>[];
}

/** Wycheproof's vectors in the form of Vault; those of other sizes than Vault's are skipped. */
function throughVault(file: 'aes_gcm' | 'chacha20_poly1305'): LedgerCount {
  const { files } = readVectors<{ files: Record<string, { testGroups: Group[] }> }>(
    'wycheproof-aead.json',
  );
  const cases = (files[file]?.testGroups ?? []).flatMap(({ tests, ...sizes }) =>
    tests.map((test) => ({ ...sizes, test })),
  );
  const fit = cases.filter(
    ({ keySize, ivSize, tagSize }) =>
      ivSize === 96 && tagSize === 128 && (keySize === 128 || keySize === 256),
  );
  const count = countCases(fit, ({ keySize, test }) => {
    const bytes = (name: string) => hex(test[name] ?? '');
    const opener = createVaultTransitOpener({
      keys: { 7: base64(bytes('key')) },
      type: file === 'chacha20_poly1305' ? 'chacha20-poly1305' : `aes${keySize as 128 | 256}-gcm96`,
    });
    const sealed = base64(concat(bytes('iv'), bytes('ct'), bytes('tag')));
    const open = () => opener.open(`vault:v7:${sealed}`, bytes('aad'));
    if (test['result'] !== 'valid') return refuses(open, 'ERR_ENCRYPT_OPEN');
    return toHex(open()) === test['msg'];
  });
  return { ...count, total: cases.length, skipped: cases.length - fit.length };
}

export const suites: readonly LedgerSuite[] = [
  {
    suite: 'encrypt/import-ciphersweet',
    source: 'paragonie/ciphersweet@06cbd57 tests/KnownAnswers',
    pinned: 24,
    run: () =>
      countCases(knownAnswers(), ({ backend, key, table, column, type, plaintext, ciphertext }) => {
        const opener = createCipherSweetOpener({ backend, keys: [key] });
        return opener.open(ciphertext, { table, column, type }) === plaintext;
      }),
  },
  {
    suite: 'encrypt/import-ciphersweet-js',
    source: 'ciphersweet-js 2.0.6, Backend.encrypt',
    pinned: 18,
    run: () =>
      countCases(
        javaScriptCases(),
        ({ backend, key, table, column, aad, plaintext, ciphertext }) => {
          const opener = createCipherSweetOpener({ backend, keys: [hex(key)] });
          const field = { table, column, type: 'bytes', associatedData: aad } as const;
          return toHex(opener.open(ciphertext, field)) === plaintext;
        },
      ),
  },
  {
    suite: 'encrypt/import-vault-aes-gcm',
    source: 'C2SP/wycheproof@dac1dd4 aes_gcm_test.json, in the form of vault:v<n>:',
    pinned: 133,
    run: () => throughVault('aes_gcm'),
  },
  {
    suite: 'encrypt/import-vault-chacha20-poly1305',
    source: 'C2SP/wycheproof@dac1dd4 chacha20_poly1305_test.json, in the form of vault:v<n>:',
    pinned: 232,
    run: () => throughVault('chacha20_poly1305'),
  },
];
