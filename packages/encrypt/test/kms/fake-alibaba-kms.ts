import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { createAead, generateKeyset } from '@yushu/encrypt';
import { type FakeAnswer, type FakeRequest, FakeService } from './fake-service.ts';

export const alibabaCredentials = {
  accessKeyId: 'LTAIEXAMPLE',
  accessKeySecret: 'ExampleSecretOfAlibabaThatMustNotShow',
};

const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest('hex');
const encode = (text: string) =>
  encodeURIComponent(text).replace(
    /[!'()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/** Whether a request is signed by method V3 (alibabacloud.com/help: "Request syntax and signature method V3"). */
export function isSignedByAlibaba(request: FakeRequest): boolean {
  const header = request.headers.authorization ?? '';
  const [, id, names = '', signature = ''] =
    /^ACS3-HMAC-SHA256 Credential=(\w+),SignedHeaders=([\w;-]+),Signature=([0-9a-f]{64})$/.exec(
      header,
    ) ?? [];
  if (id !== alibabaCredentials.accessKeyId) return false;
  for (const name of ['host', 'x-acs-action', 'x-acs-date', 'x-acs-signature-nonce']) {
    if (!names.split(';').includes(name)) return false;
  }
  const payload = sha256(request.body);
  if (request.headers['x-acs-content-sha256'] !== payload) return false;
  const query = [...request.url.searchParams]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .join('&');
  const headers = names
    .split(';')
    .map((name) => `${name}:${String(request.headers[name]).trim()}\n`)
    .join('');
  const canonical = [request.method, request.url.pathname, query, headers, names, payload];
  const text = `ACS3-HMAC-SHA256\n${sha256(canonical.join('\n'))}`;
  const expected = createHmac('sha256', alibabaCredentials.accessKeySecret).update(text).digest();
  return timingSafeEqual(expected, Buffer.from(signature, 'hex'));
}

/** An answer that refuses, as the service words it. */
export const alibabaRefusal = (status: number, code: string, words = ''): FakeAnswer => ({
  status,
  body: { RequestId: 'fake', Code: code, Message: words, HostId: 'fake' },
});

/**
 * A local fake of Alibaba Cloud KMS: `Encrypt` and `Decrypt` of version 2016-01-20, signatures verified, with a keyset in
 * the place of each key of the service. As in the service, `Decrypt` finds the key by itself.
 */
export class FakeAlibabaKms extends FakeService {
  constructor(keyIds: readonly string[]) {
    const aeads = keyIds.map((id) => ({ id, aead: createAead(generateKeyset('AES256_GCM')) }));
    super((request) => {
      if (request.method !== 'POST' || !isSignedByAlibaba(request)) {
        return alibabaRefusal(400, 'SignatureDoesNotMatch', 'Specified signature is not matched');
      }
      if (request.headers['x-acs-version'] !== '2016-01-20') {
        return alibabaRefusal(404, 'InvalidVersion');
      }
      const form = new URLSearchParams(request.body.toString());
      const context = Buffer.from(form.get('EncryptionContext') ?? '');
      const ok = (body: Record<string, string>): FakeAnswer => ({
        status: 200,
        body: { RequestId: 'fake', ...body },
      });
      if (request.headers['x-acs-action'] === 'Encrypt') {
        const name = form.get('KeyId') ?? '';
        const found = aeads.find(({ id }) => name === id || name.endsWith(`:key/${id}`));
        if (found === undefined) return alibabaRefusal(404, 'Forbidden.KeyNotFound', name);
        const plaintext = Buffer.from(form.get('Plaintext') ?? '', 'base64');
        const text = Buffer.from(found.aead.seal(plaintext, context)).toString('base64');
        return ok({ KeyId: found.id, CiphertextBlob: text });
      }
      const sealed = Buffer.from(form.get('CiphertextBlob') ?? '', 'base64');
      for (const { id, aead } of aeads) {
        try {
          const plaintext = Buffer.from(aead.open(sealed, context)).toString('base64');
          return ok({ KeyId: id, Plaintext: plaintext });
        } catch {
          // Another key's, perhaps.
        }
      }
      return alibabaRefusal(400, 'InvalidParameter', `cannot open ${form.get('CiphertextBlob')}`);
    });
  }
}
