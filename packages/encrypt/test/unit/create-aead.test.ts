import {
  addKey,
  createAead,
  createPrf,
  destroyKey,
  generateKeyset,
  rotateKeyset,
  setKeyStatus,
  setPrimaryKey,
} from '@yushu/encrypt';
import { insecureReadKeyset, insecureWriteKeyset } from '@yushu/encrypt/insecure';
import { describe, expect, it, vi } from 'vitest';

const text = (value: string) => new TextEncoder().encode(value);
const data = text('place');
const failure = (code: string) => expect.objectContaining({ code });

describe('createAead', () => {
  it('writes 01, the key id, nonce, ciphertext and tag', () => {
    const keyset = generateKeyset('AES256_GCM');
    const aead = createAead(keyset);
    const sealed = aead.seal(text('abc'), data);
    expect(sealed.length).toBe(5 + 12 + 3 + 16);
    expect(sealed[0]).toBe(1);
    expect(new DataView(sealed.buffer).getUint32(1)).toBe(keyset.primaryId);
    expect(aead.keyId).toBe(String(keyset.primaryId));
    expect(aead.overhead).toBe(33);
  });

  it('opens what any enabled key has sealed, and seals with the primary', () => {
    const first = generateKeyset('AES256_GCM');
    const second = rotateKeyset(first, 'AES128_GCM');
    const third = rotateKeyset(second, 'AES256_GCM_RAW');
    const sealed = [first, second, third].map((keyset) => createAead(keyset).seal(text('x'), data));
    for (const bytes of sealed) expect(createAead(third).open(bytes, data)).toEqual(text('x'));
    expect(() => createAead(first).open(sealed[1] as Uint8Array, data)).toThrow(
      failure('ERR_ENCRYPT_OPEN'),
    );
    const retired = [
      setKeyStatus(third, first.primaryId, 'disabled'),
      destroyKey(third, first.primaryId),
    ];
    for (const keyset of retired) {
      expect(() => createAead(keyset).open(sealed[0] as Uint8Array, data)).toThrow(
        failure('ERR_ENCRYPT_OPEN'),
      );
      expect(createAead(keyset).open(sealed[1] as Uint8Array, data)).toEqual(text('x'));
    }
    const again = setKeyStatus(retired[0] as typeof first, first.primaryId, 'enabled');
    expect(createAead(again).open(sealed[0] as Uint8Array, data)).toEqual(text('x'));
  });

  it('never gives a nonce twice, across refills of its stock', () => {
    const aead = createAead(generateKeyset('AES256_GCM'));
    const seen = new Set<string>();
    for (let i = 0; i < 2000; i += 1) {
      seen.add(Buffer.from(aead.seal(data, data).subarray(5, 17)).toString('hex'));
    }
    expect(seen.size).toBe(2000);
  });

  it('takes nonces from the injected source, 8 KiB at a time', () => {
    let next = 0;
    const random = vi.fn((length: number) => Uint8Array.from({ length }, () => (next++ % 251) + 1));
    const aead = createAead(generateKeyset('AES256_GCM'), { random });
    expect([...aead.seal(data, data).subarray(5, 17)]).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12,
    ]);
    for (let i = 0; i < 600; i += 1) aead.seal(data, data);
    expect(random).toHaveBeenCalledTimes(1);
    for (let i = 0; i < 100; i += 1) aead.seal(data, data);
    expect(random.mock.calls).toEqual([[8192], [8192]]);
  });

  it('warns at half of what the key allows and refuses beyond it', () => {
    const onUsageWarning = vi.fn();
    const keyset = generateKeyset('AES256_GCM');
    const half = createAead(keyset, { usesSoFar: 2 ** 31 - 2, onUsageWarning });
    half.seal(data, data);
    expect(onUsageWarning).not.toHaveBeenCalled();
    half.seal(data, data);
    half.seal(data, data);
    expect(onUsageWarning.mock.calls).toEqual([
      [{ keyId: String(keyset.primaryId), uses: 2 ** 31, maxUses: 2 ** 32 }],
    ]);
    expect(half.uses).toBe(2 ** 31 + 1);
    const full = createAead(keyset, { usesSoFar: 2 ** 32 - 1 });
    full.seal(data, data);
    expect(() => full.seal(data, data)).toThrow(failure('ERR_ENCRYPT_KEY_EXHAUSTED'));
    expect(full.uses).toBe(2 ** 32);
    expect(() => createAead(keyset, { usesSoFar: -1 })).toThrow(failure('ERR_ENCRYPT_OPTIONS'));
  });

  it('refuses keysets of another purpose, and unknown templates', () => {
    expect(() => createAead(generateKeyset('HMAC_SHA256_PRF'))).toThrow(
      failure('ERR_ENCRYPT_KEY_TYPE'),
    );
    expect(() => createPrf(generateKeyset('AES256_GCM'))).toThrow(failure('ERR_ENCRYPT_KEY_TYPE'));
    expect(() => generateKeyset('toString' as 'AES256_GCM')).toThrow(
      failure('ERR_ENCRYPT_TEMPLATE'),
    );
  });
});

describe('keysets', () => {
  it('keep their rules', () => {
    const keyset = generateKeyset('AES256_GCM');
    const { primaryId } = keyset;
    expect(() => destroyKey(keyset, primaryId)).toThrow(failure('ERR_ENCRYPT_KEYSET'));
    expect(() => setKeyStatus(keyset, primaryId, 'disabled')).toThrow(
      failure('ERR_ENCRYPT_KEYSET'),
    );
    expect(() => setPrimaryKey(keyset, 12)).toThrow(failure('ERR_ENCRYPT_KEYSET'));
    const grown = addKey(keyset, 'AES256_GCM');
    const gone = destroyKey(grown, grown.keys[1]?.id ?? 0);
    expect(() => setKeyStatus(gone, grown.keys[1]?.id ?? 0, 'enabled')).toThrow(
      failure('ERR_ENCRYPT_KEYSET'),
    );
    expect(() => createAead({ ...keyset })).toThrow(failure('ERR_ENCRYPT_KEYSET'));
  });

  it('show no key when they are printed', async () => {
    const { inspect } = await import('node:util');
    const keyset = generateKeyset('AES256_GCM');
    const secret = JSON.parse(insecureWriteKeyset(keyset)).key[0].keyData.value as string;
    for (const shown of [JSON.stringify(keyset), inspect(keyset, { depth: 9 }), String(keyset)]) {
      expect(shown).not.toContain(secret.slice(4, 12));
    }
    expect(insecureReadKeyset(insecureWriteKeyset(keyset))).toStrictEqual(keyset);
  });
});
