import { aessiv, cmac } from '@noble/ciphers/aes.js';
import { createAead, createDeterministicAead, createMac } from '@yushu/encrypt';
import { createInsecureAesXts, insecureDecryptPbes2 } from '@yushu/encrypt/insecure';
import { createAesCbcHmac } from '@yushu/encrypt/jose';
import { createKeyWrap } from '@yushu/encrypt/kms';
import type { LedgerCount, LedgerSuite } from '@yushu/testkit';
import { pbkdf2 } from '../../src/derivation/pbkdf2.ts';
import { eax } from '../../src/key-types/aes-eax.ts';
import { sivWithNonce } from '../../src/key-types/aes-siv-aead.ts';
import { curves as nobleCurves } from '../../src/platform/curves-default.ts';
import { curves as nodeCurves } from '../../src/platform/curves-node.ts';
import { platform as noble } from '../../src/platform/default.ts';
import { platform as node } from '../../src/platform/node.ts';
import type { HashName, Platform } from '../../src/platform/platform.ts';
import { hkdf } from '../../src/prf/hkdf.ts';
import { hex, readVectors, toHex } from '../vectors/read-vectors.ts';
import {
  aesSivKey,
  field,
  hmacKey,
  message,
  plainKey,
  type TestKey,
  tinkKeyset,
} from './tink-keys.ts';

type Test = Readonly<Record<string, string>> & {
  readonly flags?: readonly string[];
  readonly size?: number;
  readonly iterationCount?: number;
  readonly dkLen?: number;
};

interface Group {
  readonly keySize: number;
  readonly ivSize?: number;
  readonly tagSize: number;
  readonly tests: readonly Test[];
}

interface Wycheproof {
  readonly files: Readonly<Record<string, { readonly testGroups: readonly Group[] }>>;
}

type Outcome = boolean | 'skipped';
type Check = (test: Test, group: Group) => Outcome | Promise<Outcome>;

/**
 * A valid test passes if the check holds, an invalid one if it does not or throws. An acceptable one passes either way
 * unless it throws anything but a refusal.
 */
async function run(bundle: 'aead' | 'kdf', file: string, check: Check): Promise<LedgerCount> {
  const groups = readVectors<Wycheproof>(`wycheproof-${bundle}.json`).files[file]?.testGroups ?? [];
  let [passed, total, skipped] = [0, 0, 0];
  for (const group of groups) {
    for (const test of group.tests) {
      total += 1;
      let holds: Outcome;
      try {
        holds = await check(test, group);
      } catch {
        holds = false;
      }
      if (holds === 'skipped') skipped += 1;
      else if (test['result'] === 'acceptable' || holds === (test['result'] === 'valid'))
        passed += 1;
    }
  }
  return { passed, total, skipped };
}

const bytes = (test: Test, name: string) => hex(test[name] ?? '');
const replay = (random: Uint8Array) => (length: number) => {
  const out = new Uint8Array(length);
  out.set(random.subarray(0, length));
  return out;
};

/** Opens iv ‖ ct ‖ tag with a keyset, and seals it again with the same iv. */
function throughKeyset(key: TestKey, test: Test): boolean {
  const keyset = tinkKeyset([{ ...key, prefix: 'RAW' }]);
  const sealed = (test['iv'] ?? '') + test['ct'] + test['tag'];
  const aad = bytes(test, 'aad');
  const opened = createAead(keyset).open(hex(sealed), aad);
  const again = createAead(keyset, { random: replay(bytes(test, 'iv')) }).seal(opened, aad);
  return toHex(opened) === test['msg'] && toHex(again) === sealed;
}

function gcmOn(platform: Platform): Check {
  return (test, { ivSize = 0 }) => {
    // OpenSSL as Node builds it takes ivs of up to 1024 bits; fields here have 96.
    if (platform === node && ivSize > 1024) return 'skipped';
    // noble refuses ivs of less than 64 bits.
    if (platform === noble && ivSize > 0 && ivSize < 64) return 'skipped';
    const gcm = platform.createAesGcm(bytes(test, 'key'));
    const sealed = hex(`${test['ct']}${test['tag']}`);
    const opened = gcm.open(bytes(test, 'iv'), sealed, bytes(test, 'aad'));
    if (opened === undefined) return false;
    const out = new Uint8Array(sealed.length);
    gcm.seal(bytes(test, 'iv'), opened, bytes(test, 'aad'), out, 0);
    return toHex(opened) === test['msg'] && toHex(out) === toHex(sealed);
  };
}

const siv: Check = (test) => {
  const key = bytes(test, 'key');
  if (key.length !== 64) {
    const cipher = aessiv(key, bytes(test, 'aad'));
    return (
      toHex(cipher.decrypt(bytes(test, 'ct'))) === test['msg'] &&
      toHex(cipher.encrypt(bytes(test, 'msg'))) === test['ct']
    );
  }
  const daead = createDeterministicAead(tinkKeyset([{ ...aesSivKey(key), prefix: 'RAW' }]));
  const opened = daead.open(bytes(test, 'ct'), bytes(test, 'aad'));
  return (
    toHex(opened) === test['msg'] && toHex(daead.seal(opened, bytes(test, 'aad'))) === test['ct']
  );
};

const cmacCheck: Check = (test, { tagSize }) => {
  const key = bytes(test, 'key');
  if (key.length !== 16 && key.length !== 32) {
    return toHex(cmac(bytes(test, 'msg'), key).subarray(0, tagSize / 8)) === test['tag'];
  }
  const value = message(field(2, key), field(3, field(1, tagSize / 8)));
  const mac = createMac(tinkKeyset([{ type: 'AesCmacKey', value, prefix: 'RAW' }]));
  mac.verify(bytes(test, 'tag'), bytes(test, 'msg'));
  return toHex(mac.compute(bytes(test, 'msg'))) === test['tag'];
};

const hmacCheck =
  (hash: string): Check =>
  (test, { tagSize }) => {
    const key = hmacKey(hash, tagSize / 8, bytes(test, 'key'));
    const mac = createMac(tinkKeyset([{ ...key, prefix: 'RAW' }]));
    mac.verify(bytes(test, 'tag'), bytes(test, 'msg'));
    return toHex(mac.compute(bytes(test, 'msg'))) === test['tag'];
  };

const hkdfCheck =
  (hash: HashName): Check =>
  (test) =>
    toHex(
      hkdf(hash, bytes(test, 'ikm'), bytes(test, 'salt'), bytes(test, 'info'), test.size ?? 0),
    ) === test['okm'];

const eaxCheck: Check = (test) => {
  const cipher = eax(bytes(test, 'key'), bytes(test, 'iv'), bytes(test, 'aad'));
  const sealed = `${test['ct']}${test['tag']}`;
  return (
    toHex(cipher.decrypt(hex(sealed))) === test['msg'] &&
    toHex(cipher.encrypt(bytes(test, 'msg'))) === sealed
  );
};

const sivAeadCheck: Check = (test) => {
  const cipher = sivWithNonce(bytes(test, 'key'), bytes(test, 'iv'), bytes(test, 'aad'));
  const sealed = `${test['tag']}${test['ct']}`;
  return (
    toHex(cipher.decrypt(hex(sealed))) === test['msg'] &&
    toHex(cipher.encrypt(bytes(test, 'msg'))) === sealed
  );
};

const keyWrapCheck =
  (form: 'padded' | 'plain'): Check =>
  (test) => {
    const keyWrap = createKeyWrap(bytes(test, 'key'), { form });
    return (
      toHex(keyWrap.unwrap(bytes(test, 'ct'))) === test['msg'] &&
      toHex(keyWrap.wrap(bytes(test, 'msg'))) === test['ct']
    );
  };

const cbcHmacCheck: Check = (test) => {
  const [iv, aad] = [bytes(test, 'iv'), bytes(test, 'aad')];
  const cipher = createAesCbcHmac('A256CBC-HS512', bytes(test, 'key'), { random: () => iv });
  const opened = cipher.open({ iv, ciphertext: bytes(test, 'ct'), tag: bytes(test, 'tag') }, aad);
  const again = cipher.seal(opened, aad);
  return (
    toHex(opened) === test['msg'] &&
    toHex(again.ciphertext) === test['ct'] &&
    toHex(again.tag) === test['tag']
  );
};

const xtsCheck: Check = (test) => {
  const disk = createInsecureAesXts(bytes(test, 'key'));
  // Some ivs are short: they are the number of the unit in fewer bytes, the lowest first.
  const tweak = new Uint8Array(16);
  tweak.set(bytes(test, 'iv'));
  return (
    toHex(disk.decryptUnit(tweak, bytes(test, 'ct'))) === test['msg'] &&
    toHex(disk.encryptUnit(tweak, bytes(test, 'msg'))) === test['ct']
  );
};

const pbes2Check: Check = async (test) => {
  const { iterationCount: iterations = 0 } = test;
  const parameters = { salt: bytes(test, 'salt'), iterations, iv: bytes(test, 'iv') };
  const opened = await insecureDecryptPbes2(bytes(test, 'ct'), bytes(test, 'password'), parameters);
  return toHex(opened) === test['msg'];
};

const pbkdf2Check: Check = async (test) => {
  const [password, salt] = [bytes(test, 'password'), bytes(test, 'salt')];
  const { iterationCount = 0, dkLen = 0 } = test;
  return toHex(await pbkdf2('SHA-256', password, salt, iterationCount, dkLen)) === test['dk'];
};

const x25519Check =
  (curves: typeof nodeCurves): Check =>
  (test) => {
    const [secret, point] = [bytes(test, 'private'), bytes(test, 'public')];
    return toHex(curves.sharedSecret('x25519', secret, point)) === test['shared'];
  };

const suite = (
  bundle: 'aead' | 'kdf',
  file: string,
  pinned: number,
  check: Check,
  variant = '',
): LedgerSuite => ({
  suite: `encrypt/wycheproof-${file.replaceAll('_', '-')}${variant}`,
  source: `C2SP/wycheproof testvectors_v1/${file}_test.json`,
  pinned,
  run: () => run(bundle, file, check),
});

export const suites: readonly LedgerSuite[] = [
  suite('aead', 'aes_gcm', 313, gcmOn(node), '-node'),
  suite('aead', 'aes_gcm', 292, gcmOn(noble), '-noble'),
  suite('aead', 'aes_gcm_siv', 202, (test) =>
    throughKeyset(plainKey('AesGcmSivKey', 3, bytes(test, 'key')), test),
  ),
  suite('aead', 'xchacha20_poly1305', 315, (test) =>
    throughKeyset(plainKey('XChaCha20Poly1305Key', 3, bytes(test, 'key')), test),
  ),
  suite('aead', 'chacha20_poly1305', 241, (test) =>
    throughKeyset(plainKey('ChaCha20Poly1305Key', 2, bytes(test, 'key')), test),
  ),
  suite('aead', 'aes_siv_cmac', 442, siv),
  suite('aead', 'aes_cmac', 311, cmacCheck),
  suite('aead', 'aes_eax', 240, eaxCheck),
  suite('aead', 'aead_aes_siv_cmac', 612, sivAeadCheck),
  suite('aead', 'aes_wrap', 165, keyWrapCheck('plain')),
  suite('aead', 'aes_kwp', 254, keyWrapCheck('padded')),
  suite('aead', 'a256cbc_hs512', 94, cbcHmacCheck),
  suite('aead', 'aes_xts', 123, xtsCheck),
  suite('kdf', 'hkdf_sha1', 87, hkdfCheck('sha1')),
  suite('kdf', 'hkdf_sha256', 86, hkdfCheck('sha256')),
  suite('kdf', 'hkdf_sha384', 83, hkdfCheck('sha384')),
  suite('kdf', 'hkdf_sha512', 83, hkdfCheck('sha512')),
  suite('kdf', 'hmac_sha256', 174, hmacCheck('SHA256')),
  suite('kdf', 'hmac_sha512', 174, hmacCheck('SHA512')),
  suite('kdf', 'pbkdf2_hmacsha256', 60, pbkdf2Check),
  suite('kdf', 'pbes2_hmacsha256_aes_256', 84, pbes2Check),
  suite('kdf', 'x25519', 518, x25519Check(nodeCurves), '-node'),
  suite('kdf', 'x25519', 518, x25519Check(nobleCurves), '-noble'),
];
