/** Tink's serialised keys, written here apart from the package: the tests are no mirror of what they test. */
import type { Keyset } from '@yushu/encrypt';
import { insecureReadKeyset } from '@yushu/encrypt/insecure';
import { base64, concat, hex } from '../vectors/read-vectors.ts';

const hashes: Readonly<Record<string, number>> = {
  SHA1: 1,
  SHA384: 2,
  SHA256: 3,
  SHA512: 4,
  SHA224: 5,
};

/** A field of a message: a number, or bytes. */
export function field(number: number, value: number | Uint8Array): Uint8Array {
  const varint = (rest: number): number[] =>
    rest < 128 ? [rest] : [(rest % 128) + 128, ...varint(Math.floor(rest / 128))];
  return typeof value === 'number'
    ? Uint8Array.from([...varint(number * 8), ...varint(value)])
    : Uint8Array.from([...varint(number * 8 + 2), ...varint(value.length), ...value]);
}

export function message(...fields: Uint8Array[]): Uint8Array {
  return concat(...fields);
}

export interface TestKey {
  /** Of Tink, or with its whole type URL. */
  readonly type: string;
  readonly value: Uint8Array;
  readonly prefix?: string;
  readonly id?: number;
  readonly material?: string;
}

/** The keyset of these keys, the first of them primary. */
export function tinkKeyset(keys: readonly TestKey[]): Keyset {
  const id = (key: TestKey | undefined) => key?.id ?? 0x11223344;
  return insecureReadKeyset(
    JSON.stringify({
      primaryKeyId: id(keys[0]),
      key: keys.map((key) => ({
        keyData: {
          typeUrl: key.type.includes('/')
            ? key.type
            : `type.googleapis.com/google.crypto.tink.${key.type}`,
          value: base64(key.value),
          keyMaterialType: key.material ?? 'SYMMETRIC',
        },
        status: 'ENABLED',
        keyId: id(key),
        outputPrefixType: key.prefix === 'NO_PREFIX' ? 'RAW' : (key.prefix ?? 'TINK'),
      })),
    }),
  );
}

/** The prefixes of key 0x11223344, as hexadecimal digits. */
export const variantPrefixes: Readonly<Record<string, string>> = {
  RAW: '',
  TINK: '0111223344',
  CRUNCHY: '0011223344',
};

export const plainKey = (type: string, number: number, key: Uint8Array): TestKey => ({
  type,
  value: field(number, key),
});

export const aesSivKey = (key: Uint8Array): TestKey => plainKey('AesSivKey', 2, key);

export const xAesGcmKey = (saltBytes: number, key: Uint8Array): TestKey => ({
  type: 'XAesGcmKey',
  value: message(field(2, field(1, saltBytes)), field(3, key)),
});

const hmacParams = (hash: string, tagBytes: number) =>
  message(field(1, hashes[hash] as number), field(2, tagBytes));

const hmacValue = (hash: string, tagBytes: number, key: Uint8Array) =>
  message(field(2, hmacParams(hash, tagBytes)), field(3, key));

export const hmacKey = (hash: string, tagBytes: number, key: Uint8Array): TestKey => ({
  type: 'HmacKey',
  value: hmacValue(hash, tagBytes, key),
});

export function aesCtrHmacKey(vector: Readonly<Record<string, string | number>>): TestKey {
  const ctr = message(
    field(2, field(1, Number(vector['ivSize']))),
    field(3, hex(String(vector['encKey']))),
  );
  const mac = hmacValue(
    String(vector['hash']),
    Number(vector['tagSize']),
    hex(String(vector['macKey'])),
  );
  return { type: 'AesCtrHmacAeadKey', value: message(field(2, ctr), field(3, mac)) };
}

export function streamingKey(
  params: Readonly<Record<string, number | string>>,
  ikm: Uint8Array,
): TestKey {
  const gcm = params['DerivedAesGcmKeySizeBytes'];
  const fields = [
    field(1, Number(params['CiphertextSegmentSizeBytes'])),
    field(2, Number(gcm ?? params['DerivedKeySizeBytes'])),
    field(3, hashes[String(params['HkdfHashType'])] as number),
  ];
  if (gcm === undefined) {
    fields.push(
      field(4, hmacParams(String(params['HmacHashType']), Number(params['HmacTagSizeBytes']))),
    );
  }
  return {
    type: gcm === undefined ? 'AesCtrHmacStreamingKey' : 'AesGcmHkdfStreamingKey',
    value: message(field(2, message(...fields)), field(3, ikm)),
  };
}
