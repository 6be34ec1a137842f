import {
  createHpkeSuite,
  createHybridDecrypt,
  createHybridEncrypt,
  type HpkeAlgorithms,
  type HpkeSender,
} from '@yushu/encrypt/hybrid';
import type { LedgerSuite } from '@yushu/testkit';
import { hex, readVectors, toHex } from '../vectors/read-vectors.ts';
import { countCases } from './count-cases.ts';
import { field, message, tinkKeyset } from './tink-keys.ts';

interface RfcVector {
  readonly mode: number;
  readonly kem_id: number;
  readonly kdf_id: number;
  readonly aead_id: number;
  readonly [name: string]: unknown;
  readonly encryptions: readonly {
    seq: number;
    aad: string;
    ct: string;
    nonce: string;
    pt: string;
  }[];
  readonly exports: readonly { exporter_context: string; L: number; exported_value: string }[];
}

const kemNames: Readonly<Record<number, HpkeAlgorithms['kem']>> = {
  16: 'DHKEM_P256_HKDF_SHA256',
  18: 'DHKEM_P521_HKDF_SHA512',
  32: 'DHKEM_X25519_HKDF_SHA256',
  33: 'DHKEM_X448_HKDF_SHA512',
};
const kdfNames: Readonly<Record<number, HpkeAlgorithms['kdf']>> = {
  1: 'HKDF_SHA256',
  2: 'HKDF_SHA384',
  3: 'HKDF_SHA512',
};
const aeadNames: Readonly<Record<number, HpkeAlgorithms['aead']>> = {
  1: 'AES_128_GCM',
  2: 'AES_256_GCM',
  3: 'CHACHA20_POLY1305',
  65535: 'EXPORT_ONLY',
};

function exportsMatch(side: Pick<HpkeSender, 'exportSecret'>, vector: RfcVector): boolean {
  return vector.exports.every(
    ({ exporter_context: context, L, exported_value: value }) =>
      toHex(side.exportSecret(hex(context), L)) === value,
  );
}

function rfcCase(vector: RfcVector): boolean {
  const bytes = (name: string) => hex(String(vector[name] ?? ''));
  const suite = createHpkeSuite({
    kem: kemNames[vector.kem_id] as HpkeAlgorithms['kem'],
    kdf: kdfNames[vector.kdf_id] as HpkeAlgorithms['kdf'],
    aead: aeadNames[vector.aead_id] as HpkeAlgorithms['aead'],
  });
  for (const [ikm, pk, sk] of [
    ['ikmR', 'pkRm', 'skRm'],
    ['ikmE', 'pkEm', 'skEm'],
  ] as const) {
    const pair = suite.deriveKeyPair(bytes(ikm));
    if (toHex(pair.publicKey) !== vector[pk] || toHex(pair.privateKey) !== vector[sk]) return false;
  }
  const shared = {
    info: bytes('info'),
    ...((vector.mode & 1) === 1 && { psk: bytes('psk'), pskId: bytes('psk_id') }),
  };
  const authenticated = (vector.mode & 2) === 2;
  const sender = suite.setupSender({
    ...shared,
    recipientPublicKey: bytes('pkRm'),
    random: () => bytes('ikmE'),
    ...(authenticated && { senderPrivateKey: bytes('skSm') }),
  });
  const recipient = suite.setupRecipient({
    ...shared,
    recipientPrivateKey: bytes('skRm'),
    encapsulatedKey: bytes('enc'),
    ...(authenticated && { senderPublicKey: bytes('pkSm') }),
  });
  if (toHex(sender.encapsulatedKey) !== vector['enc']) return false;
  if (!exportsMatch(sender, vector) || !exportsMatch(recipient, vector)) return false;
  let sequence = 0;
  for (const { seq, aad, ct, pt } of vector.encryptions) {
    // The vectors leave messages out; both sides count them.
    for (; sequence < seq; sequence += 1) recipient.open(sender.seal(new Uint8Array(1)));
    if (toHex(sender.seal(hex(pt), hex(aad))) !== ct) return false;
    if (toHex(recipient.open(hex(ct), hex(aad))) !== pt) return false;
    sequence += 1;
  }
  return true;
}

interface TinkVector {
  readonly Variant: string;
  readonly KemId: string;
  readonly KdfId: string;
  readonly AeadId: string;
  readonly idRequirement: string;
  readonly publicKey: string;
  readonly privateKey: string;
  readonly plaintext: string;
  readonly contextInfo: string;
  readonly ciphertext: string;
}

const tinkKems = [
  'DHKEM_X25519_HKDF_SHA256',
  'DHKEM_P256_HKDF_SHA256',
  'DHKEM_P384_HKDF_SHA384',
  'DHKEM_P521_HKDF_SHA512',
];
const tinkKdfs = ['HKDF_SHA256', 'HKDF_SHA384', 'HKDF_SHA512'];
const tinkAeads = ['AES_128_GCM', 'AES_256_GCM', 'CHACHA20_POLY1305'];

function tinkCase(vector: TinkVector): boolean {
  const id = /^\d+|0x[0-9a-f]+/i.exec(vector.idRequirement)?.[0];
  const params = message(
    field(1, tinkKems.indexOf(vector.KemId) + 1),
    field(2, tinkKdfs.indexOf(vector.KdfId) + 1),
    field(3, tinkAeads.indexOf(vector.AeadId) + 1),
  );
  const publicValue = message(field(2, params), field(3, hex(vector.publicKey)));
  const key = { prefix: vector.Variant, id: id === undefined ? 1 : Number(id) };
  const privateKeyset = tinkKeyset([
    {
      ...key,
      type: 'HpkePrivateKey',
      material: 'ASYMMETRIC_PRIVATE',
      value: message(field(2, publicValue), field(3, hex(vector.privateKey))),
    },
  ]);
  const publicKeyset = tinkKeyset([
    { ...key, type: 'HpkePublicKey', material: 'ASYMMETRIC_PUBLIC', value: publicValue },
  ]);
  const context = hex(vector.contextInfo);
  const decrypt = createHybridDecrypt(privateKeyset);
  const sealed = createHybridEncrypt(publicKeyset).seal(hex(vector.plaintext), context);
  return (
    toHex(decrypt.open(hex(vector.ciphertext), context)) === vector.plaintext &&
    toHex(decrypt.open(sealed, context)) === vector.plaintext &&
    sealed.length === vector.ciphertext.length / 2
  );
}

export const suites: readonly LedgerSuite[] = [
  {
    suite: 'encrypt/hpke-rfc9180',
    source: 'RFC 9180 appendix A, cfrg/draft-irtf-cfrg-hpke@5f503c5 test-vectors.json',
    pinned: 128,
    run: () =>
      countCases(readVectors<{ vectors: RfcVector[] }>('hpke-rfc9180.json').vectors, rfcCase),
  },
  {
    suite: 'encrypt/tink-hpke',
    source: 'tink-java hybrid/internal/testing/HpkeTestUtil.java',
    pinned: 12,
    run() {
      const { vectors } = readVectors<{ hpke: { vectors: TinkVector[] } }>('tink.json').hpke;
      // X-Wing is for the hybrid post-quantum key types, which are not here yet.
      const classical = vectors.filter(({ KemId }) => KemId.startsWith('DHKEM_'));
      const skipped = vectors.length - classical.length;
      return { ...countCases(classical, tinkCase), total: vectors.length, skipped };
    },
  },
];
