import { isDataSecurityError } from '@yushu/core';
import { createStreamingAead, generateKeyset, rotateKeyset } from '@yushu/encrypt';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { through } from '../ledger/through.ts';
import { streamingKey, tinkKeyset } from '../ledger/tink-keys.ts';

const data = Uint8Array.of(1, 2, 3);
const gcm = {
  CiphertextSegmentSizeBytes: 64,
  DerivedAesGcmKeySizeBytes: 16,
  HkdfHashType: 'SHA256',
};
const ctr = {
  CiphertextSegmentSizeBytes: 70,
  DerivedKeySizeBytes: 16,
  HkdfHashType: 'SHA256',
  HmacHashType: 'SHA256',
  HmacTagSizeBytes: 16,
};
const keysetOf = (params: typeof gcm | typeof ctr, id: number) =>
  tinkKeyset([{ ...streamingKey(params, new Uint8Array(32).fill(id)), prefix: 'RAW', id }]);
const tagBytes = 16;
const headerBytes = 1 + 16 + 7;

function pieces(bytes: Uint8Array, cuts: readonly number[]): Uint8Array[] {
  const sorted = [
    0,
    ...cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b),
    bytes.length,
  ];
  return sorted.slice(1).map((end, index) => bytes.subarray(sorted[index], end));
}

async function run(
  transform: TransformStream<Uint8Array, Uint8Array>,
  chunks: readonly Uint8Array[],
) {
  const source = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk.slice());
      controller.close();
    },
  });
  return new Uint8Array(await new Response(source.pipeThrough(transform)).arrayBuffer());
}

async function opens(
  aead: ReturnType<typeof createStreamingAead>,
  sealed: Uint8Array,
): Promise<boolean> {
  const source = {
    size: sealed.length,
    read: async (at: number, length: number) => sealed.slice(at, at + length),
  };
  const byStream = through(aead.openStream(data), sealed, 50).then(
    () => true,
    (error: unknown) => {
      if (!isDataSecurityError(error, 'ERR_ENCRYPT_OPEN')) throw error;
      return false;
    },
  );
  const byAccess = aead
    .openSource(source, data)
    .then((reader) => reader.read(0, reader.size))
    .then(
      () => true,
      (error: unknown) => {
        if (!isDataSecurityError(error, 'ERR_ENCRYPT_OPEN')) throw error;
        return false;
      },
    );
  expect(await byAccess).toBe(await byStream);
  return byStream;
}

describe.each([
  ['AES-GCM-HKDF', gcm],
  ['AES-CTR-HMAC', ctr],
] as const)('%s streaming', (_, params) => {
  const aead = createStreamingAead(keysetOf(params, 7));
  const segmentBytes = params.CiphertextSegmentSizeBytes;

  it('gives the same for any chunking', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 400 }),
        fc.array(fc.nat(500)),
        fc.array(fc.nat(900)),
        async (plaintext, cuts, sealedCuts) => {
          const sealed = await run(aead.sealStream(data), pieces(plaintext, cuts));
          const first = segmentBytes - headerBytes - tagBytes;
          const segments =
            1 + Math.max(0, Math.ceil((plaintext.length - first) / (segmentBytes - tagBytes)));
          expect(sealed.length).toBe(plaintext.length + headerBytes + segments * tagBytes);
          expect(await run(aead.openStream(data), pieces(sealed, sealedCuts))).toEqual(plaintext);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('reads anywhere', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 300 }),
        fc.nat(320),
        fc.nat(320),
        async (plaintext, offset, length) => {
          const sealed = await run(aead.sealStream(data), [plaintext]);
          const reader = await aead.openSource(
            { size: sealed.length, read: async (at, count) => sealed.slice(at, at + count) },
            data,
          );
          expect(reader.size).toBe(plaintext.length);
          expect(await reader.read(offset, length)).toEqual(
            plaintext.slice(offset, offset + length),
          );
        },
      ),
      { numRuns: 60 },
    );
  });

  it('opens nothing that was cut, changed, moved, doubled or left out', async () => {
    const plaintext = Uint8Array.from(
      { length: 3 * segmentBytes - headerBytes - 3 * tagBytes + 10 },
      (__, index) => index,
    );
    const sealed = await run(aead.sealStream(data), [plaintext]);
    expect(await opens(aead, sealed)).toBe(true);
    for (let length = 0; length < sealed.length; length += 1) {
      expect(await opens(aead, sealed.slice(0, length))).toBe(false);
    }
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = sealed.slice();
      changed[at] = (changed[at] as number) ^ (1 << (at & 7));
      expect(await opens(aead, changed)).toBe(false);
    }
    const segments = Array.from({ length: Math.ceil(sealed.length / segmentBytes) }, (__, index) =>
      sealed.subarray(index * segmentBytes, (index + 1) * segmentBytes),
    );
    const orders = [
      [0, 2, 1, 3],
      [0, 1, 1, 2, 3],
      [0, 2, 3],
      [0, 1, 2],
      [1, 0, 2, 3],
    ];
    expect(segments.length).toBe(4);
    for (const order of orders) {
      const moved = Buffer.concat(order.map((index) => segments[index] as Uint8Array));
      expect(await opens(aead, Uint8Array.from(moved))).toBe(false);
    }
    const other = createStreamingAead(keysetOf(params, 8));
    expect(await opens(other, sealed)).toBe(false);
  });
});

describe('keysets of streaming keys', () => {
  it('open with every enabled key, whatever its segments', async () => {
    const first = generateKeyset('AES256_GCM_HKDF_4KB');
    const second = rotateKeyset(first, 'AES256_GCM_HKDF_1MB');
    const third = rotateKeyset(second, 'AES256_CTR_HMAC_SHA256_4KB');
    for (const length of [0, 1, 4000, 5000, 1_100_000]) {
      const plaintext = new Uint8Array(length).fill(length);
      for (const keyset of [first, second, third]) {
        const sealed = await through(
          createStreamingAead(keyset).sealStream(data),
          plaintext,
          60_000,
        );
        const opened = await through(createStreamingAead(third).openStream(data), sealed, 60_000);
        expect(Buffer.compare(opened, plaintext)).toBe(0);
      }
    }
  });
});
