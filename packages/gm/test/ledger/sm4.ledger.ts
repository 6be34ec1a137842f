import { isDataSecurityError } from '@yushu/core';
import { createInsecureSm4Ecb } from '@yushu/gm/insecure';
import {
  createSm4Cbc,
  createSm4Ccm,
  createSm4Ctr,
  createSm4Gcm,
  createSm4GcmSiv,
  createSm4Xts,
  type Sm4Aead,
} from '@yushu/gm/sm4';
import type { LedgerSuite } from '@yushu/testkit';
import { countCases } from './count-cases.ts';
import {
  hex,
  readGmVectors,
  readOpensslVectors,
  readWycheproof,
  toHex,
  type WycheproofGroup,
} from './read-vectors.ts';

const gmsm = 'emmansun/gmsm cipher tests, MIT';

/** Both directions give exactly what the vector says. */
function sealsAndOpens(
  aead: Sm4Aead,
  {
    nonce,
    plaintext,
    aad,
    result,
  }: Readonly<Record<'nonce' | 'plaintext' | 'aad' | 'result', string>>,
): boolean {
  const sealed = aead.sealWithNonce(hex(nonce), hex(plaintext), hex(aad));
  const opened = aead.openWithNonce(hex(nonce), hex(result), hex(aad));
  return toHex(sealed) === result && toHex(opened) === plaintext;
}

const refuses = (code: string, act: () => unknown): boolean => {
  try {
    act();
    return false;
  } catch (error) {
    return isDataSecurityError(error, code);
  }
};

type CreateAead = (nonceLength: number, tagLength: number, key: Uint8Array) => Sm4Aead;

/** Valid cases in both directions; invalid ones are refused, by the sizes alone or when they are opened. */
function runWycheproof(name: string, create: CreateAead) {
  const cases = readWycheproof(name).flatMap((group: WycheproofGroup) =>
    group.tests.map((test) => ({ group, test })),
  );
  return countCases(cases, ({ group, test }) => {
    const { key, iv, aad, msg, ct, tag, result } = test as Readonly<Record<string, string>>;
    const sizes = [group.ivSize! / 8, group.tagSize / 8] as const;
    const vector = { nonce: iv!, plaintext: msg!, aad: aad!, result: ct! + tag! };
    if (result === 'valid') return sealsAndOpens(create(...sizes, hex(key!)), vector);
    let aead: Sm4Aead;
    try {
      aead = create(...sizes, hex(key!));
    } catch (error) {
      return isDataSecurityError(error, 'ERR_GM_INPUT');
    }
    return refuses('ERR_GM_OPEN', () =>
      aead.openWithNonce(hex(vector.nonce), hex(vector.result), hex(vector.aad)),
    );
  });
}

export const suites: readonly LedgerSuite[] = [
  {
    suite: 'gm/sm4-block',
    source: `GB/T 32907-2016 appendix A: ${gmsm}`,
    pinned: 3,
    run: () =>
      countCases(readGmVectors('sm4_block'), ({ key, in: input, out, iterations }) => {
        const cipher = createInsecureSm4Ecb(hex(key!), { padding: 'none' });
        let block = hex(input!);
        for (let i = 0; i < Number(iterations); i++) block = cipher.encrypt(block);
        let back = cipher.decrypt(hex(out!));
        for (let i = 1; i < Math.min(1000, Number(iterations)); i++) back = cipher.decrypt(back);
        return toHex(block) === out && (Number(iterations) > 1000 || toHex(back) === input);
      }),
  },
  {
    suite: 'gm/sm4-gcm',
    source: `GB/T 36624-2018, GB/T 15852.3-2019, RFC 8998: ${gmsm}`,
    pinned: 32,
    run: () =>
      countCases(readGmVectors('sm4_gcm'), (vector) => {
        const { key, nonce, plaintext, aad, result } = vector;
        const tagLength = (result!.length - plaintext!.length) / 2;
        const create = () => createSm4Gcm(hex(key!), { nonceLength: nonce!.length / 2, tagLength });
        // The one vector with an empty nonce stands there to be refused, as its origin does.
        if (nonce === '') return refuses('ERR_GM_INPUT', create);
        return sealsAndOpens(create(), {
          nonce: nonce!,
          plaintext: plaintext!,
          aad: aad!,
          result: result!,
        });
      }),
  },
  {
    suite: 'gm/sm4-ccm',
    source: `RFC 8998 A.2: ${gmsm}`,
    pinned: 1,
    run: () =>
      countCases(readGmVectors('sm4_ccm'), ({ key, nonce, plaintext, aad, result }) =>
        sealsAndOpens(createSm4Ccm(hex(key!)), {
          nonce: nonce!,
          plaintext: plaintext!,
          aad: aad!,
          result: result!,
        }),
      ),
  },
  {
    suite: 'gm/sm4-gcm-siv',
    source: `RFC 8452 with SM4: ${gmsm}`,
    pinned: 25,
    run: () =>
      countCases(readGmVectors('sm4_gcm_siv'), ({ key, nonce, aad, plain, out }) =>
        sealsAndOpens(createSm4GcmSiv(hex(key!)), {
          nonce: nonce!,
          plaintext: plain!,
          aad: aad!,
          result: out!,
        }),
      ),
  },
  {
    suite: 'gm/sm4-xts',
    source: `IEEE 1619: ${gmsm}`,
    pinned: 8,
    run: () =>
      countCases(readGmVectors('sm4_xts'), ({ key, sector, plaintext, ciphertext }) => {
        const xts = createSm4Xts(hex(key!), { standard: 'IEEE 1619' });
        const encrypted = xts.encryptUnit(BigInt(sector!), hex(plaintext!));
        const decrypted = xts.decryptUnit(Number(sector), hex(ciphertext!));
        return toHex(encrypted) === ciphertext && toHex(decrypted) === plaintext;
      }),
  },
  {
    suite: 'gm/openssl-sm4',
    source: 'openssl/openssl evpciph_sm4.txt: ECB, CBC, CTR, XTS of both standards; Apache-2.0',
    pinned: 7,
    run: () =>
      countCases(readOpensslVectors(), ({ cipher, standard, key, iv, plaintext, ciphertext }) => {
        const bytes = hex(key);
        if (cipher === 'SM4-ECB') {
          const ecb = createInsecureSm4Ecb(bytes, { padding: 'none' });
          return toHex(ecb.encrypt(hex(plaintext))) === ciphertext;
        }
        if (cipher === 'SM4-XTS') {
          const xts = createSm4Xts(bytes, { standard: standard! });
          return (
            toHex(xts.encryptUnit(hex(iv), hex(plaintext))) === ciphertext &&
            toHex(xts.decryptUnit(hex(iv), hex(ciphertext))) === plaintext
          );
        }
        const mode =
          cipher === 'SM4-CBC' ? createSm4Cbc(bytes, { padding: 'none' }) : createSm4Ctr(bytes);
        return (
          toHex(mode.encryptWithIv(hex(iv), hex(plaintext))) === ciphertext &&
          toHex(mode.decryptWithIv(hex(iv), hex(ciphertext))) === plaintext
        );
      }),
  },
  {
    suite: 'gm/wycheproof-sm4-gcm',
    source: 'C2SP/wycheproof testvectors_v1/sm4_gcm_test.json, Apache-2.0',
    pinned: 104,
    run: () =>
      runWycheproof('sm4-gcm', (nonceLength, tagLength, key) =>
        createSm4Gcm(key, { nonceLength, tagLength }),
      ),
  },
  {
    suite: 'gm/wycheproof-sm4-ccm',
    source: 'C2SP/wycheproof testvectors_v1/sm4_ccm_test.json, Apache-2.0',
    pinned: 184,
    run: () =>
      runWycheproof('sm4-ccm', (nonceLength, tagLength, key) =>
        createSm4Ccm(key, { nonceLength, tagLength }),
      ),
  },
];
