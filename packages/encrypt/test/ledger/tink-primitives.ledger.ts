import {
  createAead,
  createDeterministicAead,
  createMac,
  createStreamingAead,
} from '@yushu/encrypt';
import type { LedgerSuite } from '@yushu/testkit';
import { hex, readVectors, toHex } from '../vectors/read-vectors.ts';
import { countCases, refuses } from './count-cases.ts';
import { through } from './through.ts';
import {
  aesCtrHmacKey,
  aesSivKey,
  hmacKey,
  streamingKey,
  tinkKeyset,
  variantPrefixes,
  xAesGcmKey,
} from './tink-keys.ts';

interface StreamingVector {
  readonly params: Readonly<Record<string, number | string>>;
  readonly ikm: string;
  readonly plaintext: string;
  readonly aad: string;
  readonly ciphertext: string;
}

interface TinkPrimitives {
  readonly streaming_aes_gcm_hkdf: { readonly vectors: readonly StreamingVector[] };
  readonly streaming_aes_ctr_hmac: { readonly vectors: readonly StreamingVector[] };
  readonly hmac: {
    readonly vectors: readonly { readonly section: string; readonly args: readonly string[] }[];
  };
  readonly x_aes_gcm: { readonly vectors: readonly Readonly<Record<string, string | number>>[] };
  readonly aes_ctr_hmac: { readonly vectors: readonly Readonly<Record<string, string | number>>[] };
  readonly aes_siv: {
    readonly vectors: readonly {
      readonly key: string;
      readonly msg: string;
      readonly aad: string;
      readonly ct: string;
      readonly variants: Readonly<Record<string, string>>;
    }[];
  };
}

const tink = () => readVectors<TinkPrimitives>('tink.json');

/** A source of randomness that gives these bytes, so that sealing can be compared byte for byte. */
function replay(bytes: Uint8Array) {
  return (length: number) => {
    const out = new Uint8Array(length);
    out.set(bytes.subarray(0, length));
    return out;
  };
}

async function streamingCase(vector: StreamingVector): Promise<boolean> {
  const aad = hex(vector.aad);
  const sealed = hex(vector.ciphertext);
  const headerBytes = sealed[0] as number;
  const keyset = tinkKeyset([{ ...streamingKey(vector.params, hex(vector.ikm)), prefix: 'RAW' }]);
  const aead = createStreamingAead(keyset, { random: replay(sealed.subarray(1, headerBytes)) });
  for (const chunkBytes of [1, 7, sealed.length]) {
    if (toHex(await through(aead.openStream(aad), sealed, chunkBytes)) !== vector.plaintext)
      return false;
    const again = createStreamingAead(keyset, { random: replay(sealed.subarray(1, headerBytes)) });
    const resealed = await through(again.sealStream(aad), hex(vector.plaintext), chunkBytes);
    if (toHex(resealed) !== vector.ciphertext) return false;
  }
  const reader = await aead.openSource(
    { size: sealed.length, read: async (at, length) => sealed.subarray(at, at + length) },
    aad,
  );
  if (toHex(await reader.read(0, reader.size)) !== vector.plaintext) return false;
  for (let at = 0; at <= reader.size; at += 1) {
    const expected = vector.plaintext.slice(at * 2, at * 2 + 10);
    if (toHex(await reader.read(at, 5)) !== expected) return false;
  }
  return true;
}

async function countStreaming(vectors: readonly StreamingVector[]) {
  let passed = 0;
  for (const vector of vectors) if (await streamingCase(vector).catch(() => false)) passed += 1;
  return { passed, total: vectors.length, skipped: 0 };
}

function hmacCase(section: string, args: readonly string[]): boolean {
  const [variant = '', id = '', hash = '', key = '', message = '', tagBytes = '', tag = ''] = args;
  const keyset = tinkKeyset([
    { ...hmacKey(hash, Number(tagBytes), hex(key)), prefix: variant, id: Number(id) || 1 },
  ]);
  const mac = createMac(keyset);
  if (section.includes('FAILS'))
    return refuses(() => mac.verify(hex(tag), hex(message)), 'ERR_ENCRYPT_OPEN');
  mac.verify(hex(tag), hex(message));
  return toHex(mac.compute(hex(message))) === tag;
}

export const suites: readonly LedgerSuite[] = [
  {
    suite: 'encrypt/tink-aes-gcm-hkdf-streaming',
    source: 'tink-java streamingaead/internal/testing/AesGcmHkdfStreamingTestUtil.java',
    pinned: 8,
    run: () => countStreaming(tink().streaming_aes_gcm_hkdf.vectors),
  },
  {
    suite: 'encrypt/tink-aes-ctr-hmac-streaming',
    source: 'tink-java streamingaead/internal/testing/AesCtrHmacStreamingTestUtil.java',
    pinned: 6,
    run: () => countStreaming(tink().streaming_aes_ctr_hmac.vectors),
  },
  {
    suite: 'encrypt/tink-hmac',
    source: 'tink-java mac/internal/HmacTestUtil.java',
    pinned: 11,
    run: () => countCases(tink().hmac.vectors, ({ section, args }) => hmacCase(section, args)),
  },
  {
    suite: 'encrypt/tink-x-aes-gcm',
    source: 'tink-go aead/xaesgcm/aead_test.go',
    pinned: 16,
    run: () =>
      countCases(
        tink().x_aes_gcm.vectors.flatMap((vector) => [
          { vector, variant: 'RAW' },
          { vector, variant: 'TINK' },
        ]),
        ({ vector, variant }) => {
          const text = (name: string) => String(vector[name]);
          const keyset = tinkKeyset([
            { ...xAesGcmKey(Number(vector['saltSize']), hex(text('keyBytes'))), prefix: variant },
          ]);
          // With an 8-byte salt the nonce of the file runs 4 bytes into the ciphertext.
          const sealed = hex(variantPrefixes[variant] + text('nonce') + text('ciphertext'));
          const aad = hex(text('associatedData'));
          const opened = createAead(keyset).open(sealed, aad);
          const random = replay(hex(text('nonce')));
          const resealed = createAead(keyset, { random }).seal(opened, aad);
          return toHex(opened) === text('plaintext') && toHex(resealed) === toHex(sealed);
        },
      ),
  },
  {
    suite: 'encrypt/tink-aes-ctr-hmac',
    source: 'tink-go aead/aesctrhmac/aead_test.go',
    pinned: 6,
    run: () =>
      countCases(
        tink().aes_ctr_hmac.vectors.flatMap((vector) =>
          ['RAW', 'TINK', 'CRUNCHY'].map((variant) => ({ vector, variant })),
        ),
        ({ vector, variant }) => {
          const text = (name: string) => String(vector[name]);
          const keyset = tinkKeyset([{ ...aesCtrHmacKey(vector), prefix: variant }]);
          const sealed = hex(variantPrefixes[variant] + text('ciphertext'));
          const aad = hex(text('aad'));
          const opened = createAead(keyset).open(sealed, aad);
          const random = replay(hex(text('ciphertext')));
          const resealed = createAead(keyset, { random }).seal(opened, aad);
          return opened.length > 0 && toHex(resealed) === toHex(sealed);
        },
      ),
  },
  {
    suite: 'encrypt/tink-aes-siv',
    source: 'tink-go daead/aessiv/daead_test.go',
    pinned: 3,
    run: () =>
      countCases(
        tink().aes_siv.vectors.flatMap((vector) =>
          Object.entries(vector.variants).map(([variant, prefix]) => ({
            vector,
            variant,
            prefix,
          })),
        ),
        ({ vector, variant, prefix }) => {
          const [name = ''] = variant.split('(');
          const keyset = tinkKeyset([
            { ...aesSivKey(hex(vector.key)), prefix: name, id: 0x01020304 },
          ]);
          const daead = createDeterministicAead(keyset);
          const [msg, aad] = [hex(vector.msg), hex(vector.aad)];
          const sealed = prefix + vector.ct;
          return (
            toHex(daead.seal(msg, aad)) === sealed &&
            toHex(daead.open(hex(sealed), aad)) === toHex(msg)
          );
        },
      ),
  },
];
