import { encryptStringSync, generateKey } from '@47ng/cloak';
import { createAead, createFieldCipher, generateKeyset, isSealedText } from '@yushu/encrypt';
import {
  createCipherSweetOpener,
  createCloakOpener,
  createImportingCipher,
} from '@yushu/encrypt/import';
import { createMemoryRowStore, renewRows } from '@yushu/encrypt/rotation';
import { describe, expect, it } from 'vitest';
import { knownAnswers } from './cipher-sweet-cases.ts';
import { opaque, shownBy } from './opaque-failure.ts';

const contextOf = (row: { id: string }, column: string) => ({
  table: 'users',
  column,
  row: row.id,
});
const place = contextOf({ id: '1' }, 'phone');
const key = generateKey();
const cloak = createCloakOpener({ keys: [key] });
const cipher = createFieldCipher(createAead(generateKeyset('AES256_GCM')));
const importing = createImportingCipher(cipher, (text) => cloak.open(text));

describe('createImportingCipher', () => {
  it('moves a column, once, and goes on where it stopped', async () => {
    const rows = Array.from({ length: 25 }, (_, i) => ({
      id: String(i + 100),
      cells: { phone: i % 7 === 3 ? null : encryptStringSync(`1380013${i}`, key) },
    }));
    const store = createMemoryRowStore(rows);
    const stop = new AbortController();
    await renewRows(store, importing, {
      contextOf,
      batchRows: 10,
      signal: stop.signal,
      onProgress: () => stop.abort(),
    });
    const half = await store.read(undefined, 100);
    const sealed = half.filter(({ cells }) => isSealedText(cells['phone'] ?? ''));
    expect(sealed).toHaveLength(9);
    for (const [i, row] of half.entries()) {
      const { phone } = row.cells as { phone: string | null };
      if (phone !== null)
        expect(importing.open(phone, contextOf(row, 'phone'))).toBe(`1380013${i}`);
    }
    expect((await renewRows(store, importing, { contextOf, batchRows: 10 })).changed).toBe(12);
    for (const [i, row] of (await store.read(undefined, 100)).entries()) {
      const { phone } = row.cells as { phone: string | null };
      if (i % 7 === 3) expect(phone).toBeNull();
      else expect(cipher.open(phone!, contextOf(row, 'phone'))).toBe(`1380013${i}`);
    }
  });

  it('keeps types and hands the place to the reader', () => {
    const cell = knownAnswers().find(({ type }) => type === 'int')!;
    const sweet = createCipherSweetOpener({ backend: cell.backend, keys: [cell.key] });
    const numbers = createImportingCipher(cipher, (text, { table = '', column = '' }) =>
      sweet.open(text, { table, column, type: 'int' }),
    );
    const context = { table: cell.table, column: cell.column, row: '1' };
    const value = numbers.open(cell.ciphertext, context);
    expect(value).toBe(cell.plaintext);
    expect(cipher.open(numbers.seal(value, context), context)).toBe(cell.plaintext);
  });

  it('takes nothing for plain text, and changes nothing that it cannot open', async () => {
    for (const text of [
      '13800138000',
      '',
      'ysk1.',
      'ysk1.AAAA',
      encryptStringSync('x', generateKey()),
    ]) {
      expect(shownBy(() => importing.open(text, place))).toBe(opaque);
      const store = createMemoryRowStore([{ id: '1', cells: { phone: text } }]);
      const work = renewRows(store, importing, { contextOf });
      await expect(work).rejects.toMatchObject({ code: 'ERR_ENCRYPT_ROTATION' });
      expect((await store.read(undefined, 1))[0]?.cells['phone']).toBe(text);
    }
  });

  it('gives the one error for what is no text', () => {
    for (const cell of [null, undefined, 7]) {
      expect(shownBy(() => importing.open(cell as unknown as string, place))).toBe(opaque);
    }
  });

  it('is the cipher in everything else', () => {
    const elsewhere = { ...place, row: '2' };
    const sealed = importing.seal(7n, place, { label: 'count' });
    expect(importing.keyId).toBe(cipher.keyId);
    expect(cipher.openLabelled(sealed, place)).toEqual({ value: 7n, label: 'count' });
    expect(importing.openLabelled(sealed, place)).toEqual({ value: 7n, label: 'count' });
    expect(shownBy(() => importing.open(sealed, elsewhere))).toBe(opaque);
    expect(cipher.openBytes(importing.sealBytes(true, place), place)).toBe(true);
    expect(importing.openBytes(cipher.sealBytes(true, place), place)).toBe(true);
    expect(cipher.openRow(importing.sealRow({ a: 1 }, place), place)).toEqual({ a: 1 });
    expect(importing.openRow(cipher.sealRow({ a: 1 }, place), place)).toEqual({ a: 1 });
  });
});
