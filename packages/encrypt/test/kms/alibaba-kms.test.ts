import { createRequire } from 'node:module';
import { generateKeyset } from '@yushu/encrypt';
import { createAlibabaKms, readKmsKeyset, writeKmsKeyset } from '@yushu/encrypt/kms';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { alibabaCredentials, alibabaRefusal, FakeAlibabaKms } from './fake-alibaba-kms.ts';

// A CommonJS package, as Node loads it.
const { default: Client, $OpenApiUtil } = createRequire(import.meta.url)(
  '@alicloud/openapi-core',
) as typeof import('@alicloud/openapi-core');
const bytes = (text: string) => new TextEncoder().encode(text);
const failure = (code: string) => expect.objectContaining({ code });
const none = new Uint8Array(0);
const keyId = 'key-hzz630494463ejqjx';

describe('createAlibabaKms with the SDK against a local fake of the service', () => {
  const fake = new FakeAlibabaKms([keyId, 'key-of-somebody-else']);
  let host = '';
  const clientOf = (options: { accessKeySecret?: string; endpoint?: string } = {}) => {
    return new Client(
      new $OpenApiUtil.Config({
        protocol: 'HTTP',
        endpoint: host,
        ...alibabaCredentials,
        ...options,
      }),
    );
  };
  beforeAll(async () => {
    host = await fake.listen();
  });
  afterEach(() => {
    fake.faults.length = 0;
    fake.requests.length = 0;
  });
  afterAll(() => fake.close());

  it('encrypts and decrypts, with nothing in the address of the request', async () => {
    const kms = createAlibabaKms({ client: clientOf(), keyId });
    expect(kms.keyUri).toBe(`alibaba-kms://${keyId}`);
    const plaintext = Uint8Array.from({ length: 256 }, (_, i) => i);
    const sealed = await kms.encrypt(plaintext, bytes('客户 +/&='));
    expect(await kms.decrypt(sealed, bytes('客户 +/&='))).toEqual(plaintext);
    expect(fake.requests.map(({ url }) => url.search)).toEqual(['', '']);
    expect(await kms.decrypt(await kms.encrypt(none, none), none)).toEqual(none);
  });

  it('keeps keysets', async () => {
    const arn = `acs:kms:cn-hangzhou:123456:key/${keyId}`;
    const kms = createAlibabaKms({ client: clientOf(), keyId: arn });
    const keyset = generateKeyset('AES256_GCM');
    const associatedData = bytes('customers');
    const text = await writeKmsKeyset(keyset, kms, { associatedData });
    expect((await readKmsKeyset(text, kms, { associatedData })).primaryId).toBe(keyset.primaryId);
  });

  it('gives the one error for every change, other context and other key', async () => {
    const kms = createAlibabaKms({ client: clientOf(), keyId });
    const other = createAlibabaKms({ client: clientOf(), keyId: 'key-of-somebody-else' });
    const sealed = await kms.encrypt(bytes('x'), bytes('a'));
    for (const at of [0, 7, 20, sealed.length - 6]) {
      const changed = sealed.slice();
      changed[at] = changed[at] === 65 ? 66 : 65;
      await expect(kms.decrypt(changed, bytes('a'))).rejects.toThrow(failure('ERR_ENCRYPT_OPEN'));
    }
    await expect(kms.decrypt(bytes('不是'), none)).rejects.toThrow(failure('ERR_ENCRYPT_OPEN'));
    await expect(kms.decrypt(sealed, bytes('b'))).rejects.toThrow(failure('ERR_ENCRYPT_OPEN'));
    await expect(other.decrypt(sealed, bytes('a'))).rejects.toThrow(failure('ERR_ENCRYPT_OPEN'));
  });

  it('tries again where the service is busy or the connection breaks, and not for ever', async () => {
    const kms = createAlibabaKms({ client: clientOf(), keyId });
    fake.faults.push(
      alibabaRefusal(400, 'Throttling.User'),
      alibabaRefusal(503, 'ServiceUnavailable'),
    );
    await kms.encrypt(bytes('x'), none);
    expect(fake.requests.length).toBe(3);
    fake.faults.push('reset');
    await kms.encrypt(bytes('x'), none);
    expect(fake.requests.length).toBe(5);
    for (let i = 0; i < 3; i += 1) fake.faults.push(alibabaRefusal(500, 'InternalFailure'));
    await expect(kms.encrypt(bytes('x'), none)).rejects.toThrow(
      expect.objectContaining({ details: { status: 500, reason: 'InternalFailure' } }),
    );
    expect(fake.requests.length).toBe(8);
    const nonces = fake.requests.map(({ headers }) => headers['x-acs-signature-nonce']);
    expect(new Set(nonces).size).toBe(8);
  });

  it('ends its wait', async () => {
    const kms = createAlibabaKms({ client: clientOf(), keyId, timeoutMs: 200 });
    fake.faults.push('silence', 'silence', 'silence');
    await expect(kms.encrypt(bytes('x'), none)).rejects.toThrow(failure('ERR_ENCRYPT_KMS'));
    const patient = createAlibabaKms({ client: clientOf(), keyId });
    const stop = new AbortController();
    const work = patient.encrypt(bytes('x'), none, { signal: stop.signal });
    stop.abort(new Error('by the caller'));
    await expect(work).rejects.toThrow('by the caller');
    for (const wrong of [{ maxAttempts: 0 }, { maxAttempts: 1.5 }, { timeoutMs: 0 }]) {
      const refused = createAlibabaKms({ client: clientOf(), keyId, ...wrong });
      await expect(refused.encrypt(none, none)).rejects.toThrow(failure('ERR_ENCRYPT_OPTIONS'));
    }
  });

  it('says what is wrong, and nothing that was sent', async () => {
    const secret = 'plaintext-that-must-not-show';
    const attempts = [
      [createAlibabaKms({ client: clientOf({ accessKeySecret: 'wrong' }), keyId }), 400],
      [createAlibabaKms({ client: clientOf(), keyId: 'nobody' }), 404],
      [createAlibabaKms({ client: clientOf({ endpoint: '127.0.0.1:1' }), keyId }), undefined],
    ] as const;
    for (const [kms, status] of attempts) {
      const error: unknown = await kms.encrypt(bytes(secret), none).catch((reason) => reason);
      expect(error).toEqual(failure('ERR_ENCRYPT_KMS'));
      expect((error as { details: { status?: number } }).details.status).toBe(status);
      const shown = `${JSON.stringify(error)} ${(error as Error).stack} ${String((error as Error).cause)}`;
      const hidden = [secret, btoa(secret).slice(0, 12), ...Object.values(alibabaCredentials)];
      for (const text of hidden) expect(shown).not.toContain(text);
    }
    const kms = createAlibabaKms({ client: clientOf(), keyId });
    for (const body of ['<html>', '{}', { CiphertextBlob: 7 }]) {
      fake.faults.push({ status: 200, body });
      await expect(kms.encrypt(bytes('x'), none)).rejects.toThrow(failure('ERR_ENCRYPT_KMS'));
    }
    const before = fake.requests.length;
    await expect(kms.encrypt(new Uint8Array(6145), none)).rejects.toThrow(
      failure('ERR_ENCRYPT_KMS'),
    );
    expect(fake.requests.length).toBe(before);
  });
});
