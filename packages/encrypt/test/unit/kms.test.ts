import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAead, generateKeyset, rotateKeyset } from '@yushu/encrypt';
import {
  createEnvelopeAead,
  createLocalKms,
  createVaultKms,
  type Kms,
  readKmsKeyset,
  rewrapKmsKeyset,
  writeKmsKeyset,
} from '@yushu/encrypt/kms';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const bytes = (text: string) => new TextEncoder().encode(text);
const failure = (code: string) => expect.objectContaining({ code });
const data = bytes('place');
const none = new Uint8Array(0);

function countingKms() {
  const inner = createLocalKms(createAead(generateKeyset('AES256_GCM_RAW')));
  const calls = { encrypt: 0, decrypt: 0, down: false };
  const answer = <T>(call: () => Promise<T>) => {
    if (calls.down)
      return Promise.reject(Object.assign(new Error('down'), { code: 'ERR_ENCRYPT_KMS' }));
    return call();
  };
  const kms: Kms = {
    keyUri: inner.keyUri,
    encrypt: (plaintext, aad) => {
      calls.encrypt += 1;
      return answer(() => inner.encrypt(plaintext, aad));
    },
    decrypt: (sealed, aad) => {
      calls.decrypt += 1;
      return answer(() => inner.decrypt(sealed, aad));
    },
  };
  return { kms, calls };
}

describe('envelope encryption', () => {
  it('writes what Tink writes: length, encrypted key, ciphertext', async () => {
    const { kms } = countingKms();
    const sealed = await createEnvelopeAead(kms).seal(bytes('abc'), data);
    const length = new DataView(sealed.buffer).getUint32(0);
    // AesGcmKey{3: 32 bytes} is 34 bytes; the local service adds nonce and tag.
    expect(length).toBe(34 + 28);
    const dek = await kms.decrypt(sealed.slice(4, 4 + length), none);
    expect([...dek.subarray(0, 2)]).toEqual([0x1a, 32]);
    expect(sealed.length).toBe(4 + length + 12 + 3 + 16);
  });

  it('asks the service for each message, unless a cache allows more', async () => {
    const { kms, calls } = countingKms();
    const each = createEnvelopeAead(kms);
    for (let i = 0; i < 3; i += 1) await each.seal(data, data);
    expect(calls.encrypt).toBe(3);
    let now = 0;
    const cached = createEnvelopeAead(kms, {
      cache: { maxMessages: 10, maxAgeMs: 1000, maxEntries: 2 },
      clock: () => now,
    });
    const sealed = await Promise.all(Array.from({ length: 25 }, () => cached.seal(data, data)));
    expect(calls.encrypt).toBe(3 + 3);
    await Promise.all(sealed.slice(0, 10).map((message) => cached.open(message, data)));
    expect(calls.decrypt).toBe(1);
    for (const message of [sealed[12], sealed[22], sealed[0]]) {
      await cached.open(message as Uint8Array, data);
    }
    // Two are kept: the first was forgotten.
    expect(calls.decrypt).toBe(4);
    now = 1000;
    await cached.seal(data, data);
    await cached.open(sealed[0] as Uint8Array, data);
    expect([calls.encrypt, calls.decrypt]).toEqual([7, 5]);
  });

  it('keeps no failure of the service', async () => {
    const { kms, calls } = countingKms();
    const envelope = createEnvelopeAead(kms, { cache: { maxMessages: 5 } });
    const sealed = await createEnvelopeAead(kms).seal(bytes('abc'), data);
    calls.down = true;
    await expect(envelope.seal(data, data)).rejects.toThrow(failure('ERR_ENCRYPT_KMS'));
    await expect(envelope.open(sealed, data)).rejects.toThrow(failure('ERR_ENCRYPT_KMS'));
    calls.down = false;
    expect(await envelope.open(sealed, data)).toEqual(bytes('abc'));
    await envelope.seal(data, data);
  });

  it('gives the one error for every one-bit change', async () => {
    const { kms } = countingKms();
    const envelope = createEnvelopeAead(kms, { template: 'XCHACHA20_POLY1305' });
    const sealed = await envelope.seal(bytes('a'), data);
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      const changed = sealed.slice();
      changed[bit >> 3] = (changed[bit >> 3] as number) ^ (1 << (bit & 7));
      await expect(envelope.open(changed, data)).rejects.toThrow(failure('ERR_ENCRYPT_OPEN'));
    }
    for (let length = 0; length < sealed.length; length += 1) {
      await expect(envelope.open(sealed.subarray(0, length), data)).rejects.toThrow(
        failure('ERR_ENCRYPT_OPEN'),
      );
    }
    await expect(envelope.open(sealed, bytes('other'))).rejects.toThrow(
      failure('ERR_ENCRYPT_OPEN'),
    );
    expect(() => createEnvelopeAead(kms, { template: 'AES256_SIV' })).toThrow(
      failure('ERR_ENCRYPT_TEMPLATE'),
    );
    expect(() => createEnvelopeAead(kms, { cache: { maxMessages: 0 } })).toThrow(
      failure('ERR_ENCRYPT_OPTIONS'),
    );
  });
});

/** A local fake of Vault's transit engine: its protocol, with a keyset in the place of Vault's key. */
class FakeVaultTransit {
  #keyset = generateKeyset('AES256_GCM');
  #version = 1;
  readonly server: Server = createServer((request, response) => {
    void this.#answer(request).then(([status, body]) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body));
    });
  });

  rotate(): void {
    this.#keyset = rotateKeyset(this.#keyset, 'AES256_GCM');
    this.#version += 1;
  }

  async #answer(request: IncomingMessage): Promise<[number, unknown]> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = JSON.parse(Buffer.concat(chunks).toString()) as Record<string, string>;
    if (request.headers['x-vault-token'] !== 'secret-token')
      return [403, { errors: ['permission denied'] }];
    const match = /^\/v1\/transit\/(encrypt|decrypt|rewrap)\/keysets$/.exec(request.url ?? '');
    if (match === null || request.method !== 'POST') return [404, { errors: [] }];
    const aead = createAead(this.#keyset);
    const aad = Buffer.from(body['associated_data'] ?? '', 'base64');
    const encrypt = (plaintext: Uint8Array): [number, unknown] => {
      const sealed = Buffer.from(aead.seal(plaintext, aad)).toString('base64');
      return [
        200,
        { data: { ciphertext: `vault:v${this.#version}:${sealed}`, key_version: this.#version } },
      ];
    };
    if (match[1] === 'encrypt') return encrypt(Buffer.from(body['plaintext'] ?? '', 'base64'));
    try {
      const sealed = Buffer.from((body['ciphertext'] ?? '').split(':')[2] ?? '', 'base64');
      const plaintext = aead.open(sealed, aad);
      if (match[1] === 'rewrap') return encrypt(plaintext);
      return [200, { data: { plaintext: Buffer.from(plaintext).toString('base64') } }];
    } catch {
      return [400, { errors: [`cipher: message authentication failed ${body['ciphertext']}`] }];
    }
  }
}

describe('createVaultKms against a local fake of the protocol', () => {
  const vault = new FakeVaultTransit();
  let address = '';
  beforeAll(async () => {
    await new Promise<void>((resolve) => vault.server.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${(vault.server.address() as AddressInfo).port}`;
  });
  afterAll(() => void vault.server.close());

  it('keeps keysets, rewraps them, and never sees a changed one', async () => {
    const kms = createVaultKms({
      address: `${address}/`,
      key: 'keysets',
      token: async () => 'secret-token',
    });
    expect(kms.keyUri).toBe(`vault-transit://${new URL(address).host}/transit/keysets`);
    const keyset = generateKeyset('AES256_GCM');
    const text = await writeKmsKeyset(keyset, kms, { associatedData: data });
    expect((await readKmsKeyset(text, kms, { associatedData: data })).primaryId).toBe(
      keyset.primaryId,
    );
    await expect(readKmsKeyset(text, kms)).rejects.toThrow(failure('ERR_ENCRYPT_OPEN'));
    const sealed = await kms.encrypt(bytes('x'), none);
    vault.rotate();
    const rewrapped = await kms.rewrap(sealed, none);
    expect(new TextDecoder().decode(rewrapped)).toMatch(/^vault:v2:/);
    expect(await kms.decrypt(rewrapped, none)).toEqual(bytes('x'));
    await expect(kms.decrypt(bytes('vault:v1:AAAA'), none)).rejects.toThrow(
      failure('ERR_ENCRYPT_OPEN'),
    );
    await expect(kms.decrypt(bytes('garbage'), none)).rejects.toThrow(failure('ERR_ENCRYPT_OPEN'));
    const other = createLocalKms(createAead(generateKeyset('AES256_GCM')));
    const moved = await rewrapKmsKeyset(text, kms, other, { associatedData: data });
    expect((await readKmsKeyset(moved, other, { associatedData: data })).primaryId).toBe(
      keyset.primaryId,
    );
  });

  it('tries again where the service is busy or cannot be reached', async () => {
    const answers = [
      () => new Response('<html>', { status: 503 }),
      () => Promise.reject(new TypeError('fetch failed')),
      () => new Response('{"data":{"ciphertext":"vault:v1:AAAA"}}'),
    ];
    let calls = 0;
    const send = async () => (answers[calls++] as () => Response | Promise<never>)();
    const kms = createVaultKms({ address, key: 'keysets', token: 't', fetch: send });
    expect(new TextDecoder().decode(await kms.encrypt(data, none))).toBe('vault:v1:AAAA');
    calls = 0;
    const once = createVaultKms({ address, key: 'k', token: 't', fetch: send, maxAttempts: 1 });
    await expect(once.encrypt(data, none)).rejects.toThrow(
      expect.objectContaining({ code: 'ERR_ENCRYPT_KMS', details: { status: 503 } }),
    );
    expect(calls).toBe(1);
  });

  it('says what is wrong, and nothing that was sent', async () => {
    const secret = bytes('plaintext-that-must-not-show');
    const attempts = [
      createVaultKms({ address, key: 'keysets', token: 'wrong' }),
      createVaultKms({ address, key: 'nobody', token: 'secret-token' }),
      createVaultKms({ address: 'http://127.0.0.1:1', key: 'keysets', token: 'secret-token' }),
      createVaultKms({
        address,
        key: 'keysets',
        token: 'secret-token',
        fetch: async () => new Response('<html>'),
      }),
      createVaultKms({
        address,
        key: 'keysets',
        token: 'secret-token',
        fetch: async () => new Response('{}'),
      }),
    ];
    for (const kms of attempts) {
      const error: unknown = await kms.encrypt(secret, data).catch((reason: unknown) => reason);
      expect(error).toEqual(failure('ERR_ENCRYPT_KMS'));
      const shown = `${JSON.stringify(error)} ${String((error as Error).stack)}`;
      expect(shown).not.toContain('secret-token');
      expect(shown).not.toContain(Buffer.from(secret).toString('base64').slice(0, 12));
    }
    const kms = createVaultKms({ address, key: 'keysets', token: 'secret-token' });
    await expect(kms.encrypt(secret, data, { signal: AbortSignal.abort() })).rejects.toThrow(
      /abort/i,
    );
  });
});
