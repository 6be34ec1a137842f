import { createStreamingAead, type Keyset } from '@yushu/encrypt';
import type { LedgerSuite } from '@yushu/testkit';
import { hex, readVectors, toHex } from '../vectors/read-vectors.ts';
import { through } from './through.ts';
import { field, message, tinkKeyset } from './tink-keys.ts';

interface ChunkedTest {
  readonly key: string;
  /** The associated data. */
  readonly ctx: string;
  /** In zlib's format, since its plaintexts are of one byte and its length. */
  readonly ct: string;
  readonly msgLength?: number;
  readonly msgSha512?: string;
  readonly result: 'valid' | 'invalid';
  readonly flags: readonly string[];
}

interface Chunked {
  readonly files: Readonly<
    Record<string, { readonly testGroups: readonly { readonly tests: readonly ChunkedTest[] }[] }>
  >;
}

async function inflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

const sha512 = async (bytes: Uint8Array) =>
  toHex(new Uint8Array(await crypto.subtle.digest('SHA-512', bytes.slice())));

const keysetOf = (key: string): Keyset =>
  tinkKeyset([
    {
      type: 'type.yushu/yushu.encrypt.C2spChunkedAesGcmKey',
      value: message(field(3, hex(key))),
      prefix: 'RAW',
    },
  ]);

const replay = (random: Uint8Array) => (length: number) => {
  const out = new Uint8Array(length);
  out.set(random.subarray(0, length));
  return out;
};

/** What comes out before the end or an error, and whether it came to its end. */
async function openAll(
  transform: TransformStream<Uint8Array, Uint8Array>,
  sealed: Uint8Array,
): Promise<{ readonly opened: Uint8Array; readonly ends: boolean }> {
  const pieces: Uint8Array[] = [];
  const reader = new Blob([sealed.slice()]).stream().pipeThrough(transform).getReader();
  const gather = async (): Promise<boolean> => {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return true;
      pieces.push(value);
    }
  };
  const ends = await gather().catch((error: { code?: unknown }) => {
    if (error.code !== 'ERR_ENCRYPT_OPEN') throw error;
    return false;
  });
  return {
    opened: new Uint8Array(await new Blob(pieces.map((one) => one.slice())).arrayBuffer()),
    ends,
  };
}

async function check(test: ChunkedTest, keyBytes: number): Promise<boolean> {
  if (test.key.length !== 2 * keyBytes) {
    // A key of another length makes no keyset of this type.
    try {
      createStreamingAead(keysetOf(test.key));
      return false;
    } catch (error) {
      return (error as { code?: unknown }).code === 'ERR_ENCRYPT_KEYSET';
    }
  }
  const sealed = await inflate(hex(test.ct) as Uint8Array<ArrayBuffer>);
  const context = hex(test.ctx);
  const aead = createStreamingAead(keysetOf(test.key), { random: replay(sealed.subarray(0, 24)) });
  const { opened, ends } = await openAll(aead.openStream(context), sealed);
  const source = {
    size: sealed.length,
    read: async (at: number, length: number) => sealed.slice(at, at + length),
  };
  const reader = await aead.openSource(source, context).catch(() => undefined);
  if (test.result === 'invalid') {
    // What came out before the error is authentic: never more than the longest valid prefix.
    const isPrefix =
      opened.length === 0 ||
      (opened.length === test.msgLength && (await sha512(opened)) === test.msgSha512);
    const mayOpenEnd = test.flags.includes('ValidFinalChunk');
    const isRead = await reader?.read(0, reader.size).then(
      () => true,
      () => false,
    );
    return !ends && isPrefix && isRead !== true && (reader === undefined || mayOpenEnd);
  }
  if (!ends || opened.length !== test.msgLength || (await sha512(opened)) !== test.msgSha512)
    return false;
  if (reader === undefined || (await sha512(await reader.read(0, reader.size))) !== test.msgSha512)
    return false;
  return toHex(await through(aead.sealStream(context), opened, 10_000)) === toHex(sealed);
}

const suite = (name: string, keyBytes: number): LedgerSuite => ({
  suite: `encrypt/wycheproof-${name.replaceAll('_', '-')}`,
  source: `C2SP/wycheproof testvectors_v1/${name}_test.json`,
  pinned: 35,
  async run() {
    const { files } = readVectors<Chunked>('wycheproof-chunked.json');
    const tests = (files[name]?.testGroups ?? []).flatMap((group) => group.tests);
    let passed = 0;
    for (const test of tests) {
      if (await check(test, keyBytes).catch(() => false)) passed += 1;
    }
    return { passed, total: tests.length, skipped: 0 };
  },
});

export const suites: readonly LedgerSuite[] = [
  suite('c2sp_chunked_encryption_aes_128_gcm', 16),
  suite('c2sp_chunked_encryption_aes_256_gcm', 32),
];
