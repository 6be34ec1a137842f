/**
 * `HpkePublicKey{1 version, 2 HpkeParams{1 kem, 2 kdf, 3 aead}, 3 public_key}` and `HpkePrivateKey{1 version, 2
 * HpkePublicKey, 3 private_key}`.
 *
 * @module
 */
import type { RandomBytes } from '@yushu/core';
import { checkVersion } from '../key-types/check-key.ts';
import type { KeyType } from '../key-types/key-type.ts';
import { tinkTypeUrl } from '../key-types/type-url.ts';
import { keysetError } from '../keyset/keyset.ts';
import {
  bytesField,
  messageField,
  type ProtoFields,
  readProto,
  uint32Field,
  writeProto,
} from '../keyset/proto-wire.ts';
import { createHpkeSuite, type HpkeAlgorithms, type HpkeKdf } from './hpke/create-hpke-suite.ts';
import type { HpkeAead } from './hpke/hpke-aead.ts';
import type { HpkeKem } from './hpke/kem.ts';

/** Tink's numbers are not those of the IANA registry. 5 to 7 are X-Wing and ML-KEM, which will stand here. */
const kemNumbers: Readonly<Record<number, HpkeKem>> = {
  1: 'DHKEM_X25519_HKDF_SHA256',
  2: 'DHKEM_P256_HKDF_SHA256',
  3: 'DHKEM_P384_HKDF_SHA384',
  4: 'DHKEM_P521_HKDF_SHA512',
};
const kdfNumbers: Readonly<Record<number, HpkeKdf>> = {
  1: 'HKDF_SHA256',
  2: 'HKDF_SHA384',
  3: 'HKDF_SHA512',
};
const aeadNumbers: Readonly<Record<number, Exclude<HpkeAead, 'EXPORT_ONLY'>>> = {
  1: 'AES_128_GCM',
  2: 'AES_256_GCM',
  3: 'CHACHA20_POLY1305',
};

function numberOf(names: Readonly<Record<number, string>>, name: string): number {
  const found = Object.entries(names).find(([, value]) => value === name);
  if (found === undefined) throw keysetError('Tink has no key type for this suite');
  return Number(found[0]);
}

/** A serialised `HpkeParams`. */
export function writeHpkeParams({ kem, kdf, aead }: HpkeAlgorithms): Uint8Array {
  return writeProto([
    [1, numberOf(kemNumbers, kem)],
    [2, numberOf(kdfNumbers, kdf)],
    [3, numberOf(aeadNumbers, aead)],
  ]);
}

function readHpkeParams(params: ProtoFields): HpkeAlgorithms {
  const kem = kemNumbers[uint32Field(params, 1)];
  const kdf = kdfNumbers[uint32Field(params, 2)];
  const aead = aeadNumbers[uint32Field(params, 3)];
  if (kem === undefined || kdf === undefined || aead === undefined) {
    throw keysetError('a key has an unknown algorithm');
  }
  return { kem, kdf, aead };
}

/** A public key with its algorithms. */
export interface HpkePublicKeyValue {
  readonly algorithms: HpkeAlgorithms;
  readonly publicKey: Uint8Array;
}

function readPublic(fields: ProtoFields): HpkePublicKeyValue {
  checkVersion(fields);
  return { algorithms: readHpkeParams(messageField(fields, 2)), publicKey: bytesField(fields, 3) };
}

/** Reads a serialised `HpkePublicKey`. */
export function readHpkePublicKey(value: Uint8Array): HpkePublicKeyValue {
  return readPublic(readProto(value));
}

/** Reads a serialised `HpkePrivateKey`; its two halves must belong together. */
export function readHpkePrivateKey(
  value: Uint8Array,
): HpkePublicKeyValue & { readonly privateKey: Uint8Array } {
  const fields = readProto(value);
  checkVersion(fields);
  return { ...readPublic(messageField(fields, 2)), privateKey: bytesField(fields, 3) };
}

/** The serialised public half of a serialised private key. */
export function publicHalf(value: Uint8Array): Uint8Array {
  const { algorithms, publicKey } = readHpkePrivateKey(value);
  return writePublic(writeHpkeParams(algorithms), publicKey);
}

function writePublic(params: Uint8Array, publicKey: Uint8Array): Uint8Array {
  return writeProto([
    [2, [params]],
    [3, publicKey],
  ]);
}

/** HPKE private keys. Format: `{1 params}`. */
export const hpkePrivateKeyType: KeyType = {
  typeUrl: tinkTypeUrl('HpkePrivateKey'),
  purpose: 'hybrid',
  material: 'private',
  create(format: Uint8Array, random: RandomBytes) {
    const params = bytesField(readProto(format), 1);
    const suite = createHpkeSuite(readHpkeParams(readProto(params)));
    const { publicKey, privateKey } = suite.generateKeyPair(random);
    return writeProto([
      [2, [writePublic(params, publicKey)]],
      [3, privateKey],
    ]);
  },
};

/** The type of the public halves. */
export const hpkePublicKeyTypeUrl: string = tinkTypeUrl('HpkePublicKey');
