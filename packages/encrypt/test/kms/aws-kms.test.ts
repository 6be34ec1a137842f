import { KMS } from '@aws-sdk/client-kms';
import { generateKeyset } from '@yushu/encrypt';
import {
  createAwsKms,
  createEnvelopeAead,
  readKmsKeyset,
  writeKmsKeyset,
} from '@yushu/encrypt/kms';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { awsCredentials, FakeAwsKms } from './fake-aws-kms.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const failure = (code: string) => expect.objectContaining({ code });
const none = new Uint8Array(0);
const keyId = 'arn:aws:kms:eu-central-1:111122223333:key/1234abcd';

describe('createAwsKms with the SDK against a local fake of the service', () => {
  const fake = new FakeAwsKms([keyId, 'alias/other']);
  const clients: KMS[] = [];
  let endpoint = '';
  const clientOf = (options: { secretAccessKey?: string; endpoint?: string } = {}) => {
    const client = new KMS({
      region: 'eu-central-1',
      endpoint: options.endpoint ?? endpoint,
      credentials: { ...awsCredentials, ...options },
    });
    clients.push(client);
    return client;
  };
  beforeAll(async () => {
    endpoint = `http://${await fake.listen()}`;
  });
  afterEach(() => {
    fake.faults.length = 0;
    fake.requests.length = 0;
  });
  afterAll(() => {
    for (const client of clients) client.destroy();
    fake.close();
  });

  it('encrypts and decrypts, and binds the associated data as Tink does', async () => {
    const kms = createAwsKms({ client: clientOf(), keyId });
    expect(kms.keyUri).toBe(`aws-kms://${keyId}`);
    const sealed = await kms.encrypt(bytes('x'), Uint8Array.of(0, 0xab));
    expect(JSON.parse(String(fake.requests[0]?.body))['EncryptionContext']).toEqual({
      associatedData: '00ab',
    });
    const plaintext = await kms.decrypt(sealed, Uint8Array.of(0, 0xab));
    expect(plaintext).toEqual(bytes('x'));
    expect(Object.getPrototypeOf(plaintext)).toBe(Uint8Array.prototype);
    const unbound = await kms.encrypt(bytes('y'), none);
    expect(String(fake.requests.at(-1)?.body)).not.toContain('EncryptionContext');
    expect(await kms.decrypt(unbound, none)).toEqual(bytes('y'));
  });

  it('keeps keysets and data keys', async () => {
    const kms = createAwsKms({ client: clientOf(), keyId });
    const keyset = generateKeyset('AES256_GCM');
    const associatedData = bytes('customers');
    const text = await writeKmsKeyset(keyset, kms, { associatedData });
    expect((await readKmsKeyset(text, kms, { associatedData })).primaryId).toBe(keyset.primaryId);
    const envelope = createEnvelopeAead(kms, { cache: { maxMessages: 10 } });
    const sealed = await envelope.seal(bytes('row'), bytes('place'));
    expect(await envelope.open(sealed, bytes('place'))).toEqual(bytes('row'));
  });

  it('gives the one error for every change, other context and other key', async () => {
    const kms = createAwsKms({ client: clientOf(), keyId });
    const other = createAwsKms({ client: clientOf(), keyId: 'alias/other' });
    const sealed = await kms.encrypt(bytes('x'), bytes('a'));
    for (const at of [0, 7, 20, sealed.length - 1]) {
      const changed = sealed.slice();
      changed[at] = (changed[at] as number) ^ 1;
      await expect(kms.decrypt(changed, bytes('a'))).rejects.toThrow(failure('ERR_ENCRYPT_OPEN'));
    }
    await expect(kms.decrypt(sealed, bytes('b'))).rejects.toThrow(failure('ERR_ENCRYPT_OPEN'));
    await expect(other.decrypt(sealed, bytes('a'))).rejects.toThrow(failure('ERR_ENCRYPT_OPEN'));
  });

  it('tries again where the service is busy or the connection breaks', async () => {
    const kms = createAwsKms({ client: clientOf(), keyId });
    fake.faults.push(
      { status: 400, body: { __type: 'ThrottlingException' } },
      { status: 500, body: { __type: 'KMSInternalException' } },
    );
    await kms.encrypt(bytes('x'), none);
    expect(fake.requests.length).toBe(3);
    fake.faults.push('reset');
    await kms.encrypt(bytes('x'), none);
    expect(fake.requests.length).toBe(5);
  });

  it('ends its wait', async () => {
    const kms = createAwsKms({ client: clientOf(), keyId, timeoutMs: 200 });
    fake.faults.push('silence');
    await expect(kms.encrypt(bytes('x'), none)).rejects.toThrow(
      expect.objectContaining({ code: 'ERR_ENCRYPT_KMS', details: { timeoutMs: 200 } }),
    );
    fake.faults.push('silence');
    const patient = createAwsKms({ client: clientOf(), keyId });
    const stop = new AbortController();
    const work = patient.encrypt(bytes('x'), none, { signal: stop.signal });
    stop.abort(new Error('by the caller'));
    await expect(work).rejects.toThrow('by the caller');
  });

  it('says what is wrong, and nothing that was sent', async () => {
    const secret = 'plaintext-that-must-not-show';
    const attempts = [
      [createAwsKms({ client: clientOf({ secretAccessKey: 'wrong' }), keyId }), 403],
      [createAwsKms({ client: clientOf(), keyId: 'nobody' }), 400],
      [createAwsKms({ client: clientOf({ endpoint: 'http://127.0.0.1:1' }), keyId }), undefined],
    ] as const;
    for (const [kms, status] of attempts) {
      const error: unknown = await kms.encrypt(bytes(secret), none).catch((reason) => reason);
      expect(error).toEqual(failure('ERR_ENCRYPT_KMS'));
      expect((error as { details: { status?: number } }).details.status).toBe(status);
      const shown = `${JSON.stringify(error)} ${(error as Error).stack} ${String((error as Error).cause)}`;
      for (const hidden of [secret, btoa(secret).slice(0, 12), ...Object.values(awsCredentials)])
        expect(shown).not.toContain(hidden);
    }
    const kms = createAwsKms({ client: clientOf(), keyId });
    for (const body of ['<html>', '{}', { CiphertextBlob: 7 }]) {
      fake.faults.push({ status: 200, body });
      await expect(kms.encrypt(bytes('x'), none)).rejects.toThrow(failure('ERR_ENCRYPT_KMS'));
    }
    const before = fake.requests.length;
    await expect(kms.encrypt(new Uint8Array(4097), none)).rejects.toThrow(
      failure('ERR_ENCRYPT_KMS'),
    );
    expect(fake.requests.length).toBe(before);
  });
});
