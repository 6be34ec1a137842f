import { inspect } from 'node:util';
import { createAead, createFieldCipher, createPrf, generateKeyset } from '@yushu/encrypt';
import {
  insecureReadKeyset,
  insecureReadKeysetBinary,
  insecureWriteKeyset,
} from '@yushu/encrypt/insecure';
import { parseKek } from '@yushu/encrypt/node';
import { createRecordCipher } from '@yushu/encrypt/records';
import { createMemoryRowStore, renewRows } from '@yushu/encrypt/rotation';
import { createBlindIndex } from '@yushu/encrypt/search';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const cipher = createFieldCipher(createAead(generateKeyset('AES256_GCM')));
const prf = createPrf(generateKeyset('HMAC_SHA256_PRF'));
const records = createRecordCipher({ cipher, table: 't', idColumn: 'id', columns: ['phone'] });

/** Everything that an error shows: as JSON, printed with all it has, with its stack. */
async function shownBy(call: () => unknown): Promise<string> {
  try {
    await call();
  } catch (error) {
    return `${JSON.stringify(error)}\n${inspect(error, { depth: 9, showHidden: true })}\n${(error as Error).stack}`;
  }
  return 'nothing was refused';
}

/** Digits that stand in no path, line number or message of ours. */
const secrets = fc.string({
  unit: fc.constantFrom(...'㐀㐁㐂㐃㐄㐅'),
  minLength: 8,
  maxLength: 20,
});

describe('errors', () => {
  it('hold no four characters of what they are about', async () => {
    await fc.assert(
      fc.asyncProperty(secrets, async (secret) => {
        const place = { table: 't', row: '1' };
        const store = createMemoryRowStore([{ id: '1', cells: { phone: secret } }]);
        const attempts: (() => unknown)[] = [
          () => cipher.seal({ a: [secret, undefined as unknown as string] }, place),
          () => cipher.seal(Symbol(secret) as unknown as string, place),
          () => cipher.seal(secret, { ...place, column: `${secret}\ud800` }),
          () => cipher.seal('x', place, { label: secret.repeat(40) }),
          () => cipher.open(secret, place),
          () => cipher.open(`ysk1.${secret}`, place),
          () => cipher.open(cipher.seal(secret, place), { ...place, column: secret }),
          () => cipher.openRow(cipher.seal(secret, place), place),
          () => insecureReadKeyset(secret),
          () => insecureReadKeyset(JSON.stringify({ [secret]: secret })),
          () =>
            insecureReadKeyset(
              JSON.stringify({ primaryKeyId: secret, key: [{ keyData: { value: secret } }] }),
            ),
          () => insecureReadKeysetBinary(new TextEncoder().encode(secret)),
          () => parseKek(secret),
          () => records.open({ id: 1, phone: secret }),
          () => records.refusePlain({ id: 1, phone: secret }),
          () => records.seal({ phone: secret }),
          () => renewRows(store, cipher, { contextOf: () => place }),
          () => createBlindIndex({ prf, name: 'x', bits: 8 }).tokensOf(`${secret}\ud800`),
          () => generateKeyset(secret as 'AES256_GCM'),
        ];
        for (const attempt of attempts) {
          const shown = await shownBy(attempt);
          expect(shown).toMatch(/ERR_ENCRYPT_/);
          for (let at = 0; at + 4 <= secret.length; at += 1) {
            expect(shown).not.toContain(secret.slice(at, at + 4));
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  it('hold no part of a key', async () => {
    const text = insecureWriteKeyset(generateKeyset('AES256_GCM'));
    const value = JSON.parse(text).key[0].keyData.value as string;
    const broken = [
      text.replace('"TINK"', '"NONE"'),
      text.replace('"ENABLED"', '7'),
      text.replace('{"primaryKeyId"', '{"primaryKeyId":1,"primaryKeyId"'),
      `${text},`,
      text.replace(value, `${value}!`),
      text.replace(value, value.slice(0, 20)),
    ];
    for (const each of broken) {
      const shown = await shownBy(() => createAead(insecureReadKeyset(each)));
      expect(shown).toMatch(/ERR_ENCRYPT_KEYSET/);
      for (let at = 4; at + 6 <= value.length - 2; at += 1) {
        expect(shown).not.toContain(value.slice(at, at + 6));
      }
    }
  });
});
