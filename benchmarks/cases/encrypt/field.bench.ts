import { createCipheriv, createDecipheriv, createSecretKey, randomBytes } from 'node:crypto';
import { gcm } from '@noble/ciphers/aes.js';
import { createAead, createFieldCipher, fieldAssociatedData, generateKeyset } from '@yushu/encrypt';
import { insecureReadKeyset } from '@yushu/encrypt/insecure';
import type { Bench } from '../../src/bench.ts';

const calls = 16;
const value = '13800138000,zhejiang,hangzhou,07';
const places = Array.from({ length: calls }, (_, index) => ({
  table: 'customers',
  column: 'phone',
  row: String(1_000_000 + index),
}));

/** The same key for all engines: an AES-256 key as Tink's keyset. */
function makeEngines() {
  const key = randomBytes(32);
  const keyset = insecureReadKeyset(
    JSON.stringify({
      primaryKeyId: 7,
      key: [
        {
          keyData: {
            typeUrl: 'type.googleapis.com/google.crypto.tink.AesGcmKey',
            value: Buffer.concat([Buffer.of(0x1a, 32), key]).toString('base64'),
            keyMaterialType: 'SYMMETRIC',
          },
          status: 'ENABLED',
          keyId: 7,
          outputPrefixType: 'TINK',
        },
      ],
    }),
  );
  return { key, cipher: createFieldCipher(createAead(keyset)) };
}

/** The least that can be done with node:crypto: nonces in stock, associated data ready, one buffer out. */
function rawSealer(key: Uint8Array) {
  const secret = createSecretKey(key);
  let pool = randomBytes(12_000);
  let at = 0;
  return (plaintext: Uint8Array, data: Uint8Array): Buffer => {
    if (at + 12 > pool.length) {
      pool = randomBytes(12_000);
      at = 0;
    }
    const nonce = pool.subarray(at, at + 12);
    at += 12;
    const cipher = createCipheriv('aes-256-gcm', secret, nonce);
    cipher.setAAD(data);
    return Buffer.concat([nonce, cipher.update(plaintext), cipher.final(), cipher.getAuthTag()]);
  };
}

function rawOpener(key: Uint8Array) {
  const secret = createSecretKey(key);
  return (sealed: Uint8Array, data: Uint8Array): Buffer => {
    const decipher = createDecipheriv('aes-256-gcm', secret, sealed.subarray(0, 12));
    decipher.setAAD(data);
    decipher.setAuthTag(sealed.subarray(-16));
    return Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()]);
  };
}

const bytesOf = (sealed: string) => Buffer.from(sealed.slice('ysk1.'.length), 'base64url');

export const benches: readonly Bench[] = [
  {
    name: 'encrypt.field-seal',
    about:
      'A text of 32 bytes to ysk1.…, bound to table, column and row, against bare AES-256-GCM.',
    prepare() {
      const { key, cipher } = makeEngines();
      const seal = rawSealer(key);
      const open = rawOpener(key);
      const plaintext = Buffer.from(value);
      const data = places.map((place) => Buffer.from(fieldAssociatedData(place)));
      const noble = (index: number) =>
        gcm(key, randomBytes(12), data[index]).encrypt(Uint8Array.from(plaintext));
      return {
        work: { unit: 'value', amount: calls },
        check() {
          places.forEach((place, index) => {
            const opened = open(bytesOf(cipher.seal(value, place)).subarray(5), data[index]!);
            if (opened.subarray(1).toString() !== value) throw new Error('another plaintext');
            const raw = open(seal(plaintext, data[index]!), data[index]!);
            if (raw.toString() !== value) throw new Error('another plaintext of node:crypto');
          });
        },
        subjects: {
          yushu: () => places.map((place) => cipher.seal(value, place)),
          'node:crypto': () => data.map((each) => seal(plaintext, each)),
          noble: () => places.map((_, index) => noble(index)),
        },
      };
    },
  },
  {
    name: 'encrypt.field-open',
    about: 'The same, opened.',
    prepare() {
      const { key, cipher } = makeEngines();
      const open = rawOpener(key);
      const data = places.map((place) => Buffer.from(fieldAssociatedData(place)));
      const sealed = places.map((place) => cipher.seal(value, place));
      const bytes = sealed.map((text) => bytesOf(text).subarray(5));
      return {
        work: { unit: 'value', amount: calls },
        check() {
          places.forEach((place, index) => {
            const opened = cipher.open(sealed[index]!, place);
            const raw = open(bytes[index]!, data[index]!).subarray(1).toString();
            if (opened !== value || raw !== value) throw new Error('another plaintext');
          });
        },
        subjects: {
          yushu: () => places.map((place, index) => cipher.open(sealed[index]!, place)),
          'node:crypto': () => bytes.map((each, index) => open(each, data[index]!)),
        },
      };
    },
  },
  {
    name: 'encrypt.row-seal',
    about: 'Ten fields of a row under one seal, against ten seals.',
    prepare() {
      const cipher = createFieldCipher(createAead(generateKeyset('AES256_GCM')));
      const place = { table: 'customers', row: '42' };
      const row = Object.fromEntries(
        Array.from({ length: 10 }, (_, index) => [`field${index}`, `${value}${index}`]),
      );
      const entries = Object.entries(row);
      const one = () =>
        entries.map(([column, text]) =>
          cipher.seal(text, { table: 'customers', row: '42', column }),
        );
      return {
        work: { unit: 'value', amount: 10 },
        check() {
          const opened = cipher.openRow(cipher.sealRow(row, place), place);
          if (JSON.stringify(opened) !== JSON.stringify(row)) throw new Error('another row');
        },
        subjects: { 'one seal a row': () => cipher.sealRow(row, place), 'one seal a field': one },
      };
    },
  },
];
