import { deriveKeyset } from '@yushu/encrypt/derivation';
import { insecureWriteKeyset } from '@yushu/encrypt/insecure';
import type { LedgerSuite } from '@yushu/testkit';
import { hex, readVectors, toHex } from '../vectors/read-vectors.ts';
import { countCases } from './count-cases.ts';
import { field, message, tinkKeyset } from './tink-keys.ts';

interface DerivationVector {
  readonly derived: string;
  readonly salt: string;
  readonly keyHex: readonly string[];
}

const url = (type: string) =>
  new TextEncoder().encode(`type.googleapis.com/google.crypto.tink.${type}`);
const sha256 = 3;
const hmacFormat = (tagBytes: number, keyBytes: number) =>
  message(field(1, message(field(1, sha256), field(2, tagBytes))), field(2, keyBytes));

/** Type, serialised format and output prefix of each derived key, by the name in the file. */
const templates: Readonly<Record<string, readonly [string, Uint8Array, number]>> = {
  AES128_GCM: ['AesGcmKey', field(2, 16), 1],
  AES256_GCM: ['AesGcmKey', field(2, 32), 1],
  AES128_CTR_HMAC_SHA256: [
    'AesCtrHmacAeadKey',
    message(field(1, message(field(1, field(1, 16)), field(2, 16))), field(2, hmacFormat(16, 32))),
    1,
  ],
  // The file cut this name: it is XChaCha20-Poly1305, variant TINK.
  'TINK)': ['XChaCha20Poly1305Key', new Uint8Array(0), 1],
  AES256_SIV: ['AesSivKey', field(1, 64), 1],
  HMAC_SHA256_256BITTAG: ['HmacKey', hmacFormat(32, 32), 1],
  HMAC_SHA256_PRF: ['HmacPrfKey', message(field(1, field(1, sha256)), field(2, 32)), 3],
  ED25519: ['Ed25519PrivateKey', new Uint8Array(0), 1],
  // Cut too: Ed25519 without prefix.
  'NO_PREFIX)': ['Ed25519PrivateKey', new Uint8Array(0), 3],
  AES256_GCM_HKDF_1MB: [
    'AesGcmHkdfStreamingKey',
    message(field(1, message(field(1, 1 << 20), field(2, 32), field(3, sha256))), field(2, 32)),
    3,
  ],
  'AesGcmSivParameters.builder() .setKeySizeBytes(16) .setVariant(AesGcmSivParameters.Variant.NO_PREFIX) .build()':
    ['AesGcmSivKey', field(2, 16), 3],
};

function derivationCase({ derived, salt, keyHex }: DerivationVector): boolean {
  const [type, format, prefix] = templates[derived] as readonly [string, Uint8Array, number];
  const master = hex('0102030405060708091011121314151617181920212123242526272829303132');
  const prfKey = message(
    field(1, url('HkdfPrfKey')),
    field(2, message(field(2, field(1, sha256)), field(3, master))),
    field(3, 1),
  );
  const template = message(field(1, url(type)), field(2, format), field(3, prefix));
  const deriver = tinkKeyset([
    {
      type: 'PrfBasedDeriverKey',
      value: message(field(2, prfKey), field(3, field(1, template))),
      id: 77,
    },
  ]);
  const [key] = JSON.parse(insecureWriteKeyset(deriveKeyset(deriver, hex(salt)))).key;
  const value = toHex(Uint8Array.from(atob(key.keyData.value), (letter) => letter.charCodeAt(0)));
  return (
    key.keyId === 77 &&
    key.outputPrefixType === ['', 'TINK', '', 'RAW'][prefix] &&
    key.keyData.typeUrl.endsWith(`.${type}`) &&
    keyHex.every((part) =>
      value.includes(`${(part.length / 2).toString(16).padStart(2, '0')}${part}`),
    )
  );
}

export const suites: readonly LedgerSuite[] = [
  {
    suite: 'encrypt/tink-prf-based-key-derivation',
    source: 'tink-java keyderivation/internal/test/PrfBasedKeyDeriverTestVectors.java',
    pinned: 12,
    run: () =>
      countCases(
        readVectors<{ prf_based_key_derivation: { vectors: DerivationVector[] } }>('tink.json')
          .prf_based_key_derivation.vectors,
        derivationCase,
      ),
  },
];
