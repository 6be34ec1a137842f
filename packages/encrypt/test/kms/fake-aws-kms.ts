import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { createAead, generateKeyset } from '@yushu/encrypt';
import { type FakeAnswer, type FakeRequest, FakeService } from './fake-service.ts';

export const awsCredentials = {
  accessKeyId: 'AKIDEXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY',
};

const hmac = (key: string | Buffer, text: string) =>
  createHmac('sha256', key).update(text).digest();
const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest('hex');

/** Whether a request is signed by Signature Version 4 (docs.aws.amazon.com/IAM: "Create a signed AWS API request"). */
export function isSignedByAws(request: FakeRequest): boolean {
  const header = request.headers.authorization ?? '';
  const [, id, date = '', region = '', service = '', names = '', signature = ''] =
    /^AWS4-HMAC-SHA256 Credential=(\w+)\/(\d{8})\/([\w-]+)\/(\w+)\/aws4_request, SignedHeaders=([\w;-]+), Signature=([0-9a-f]{64})$/.exec(
      header,
    ) ?? [];
  if (id !== awsCredentials.accessKeyId || service !== 'kms') return false;
  const canonicalHeaders = names
    .split(';')
    .map((name) => `${name}:${String(request.headers[name]).trim()}\n`)
    .join('');
  for (const name of ['host', 'x-amz-date', 'x-amz-target']) {
    if (!names.split(';').includes(name)) return false;
  }
  const canonical = [request.method, '/', '', canonicalHeaders, names, sha256(request.body)].join(
    '\n',
  );
  const scope = `${date}/${region}/${service}/aws4_request`;
  const text = ['AWS4-HMAC-SHA256', request.headers['x-amz-date'], scope, sha256(canonical)].join(
    '\n',
  );
  const key = [date, region, service, 'aws4_request'].reduce<string | Buffer>(
    hmac,
    `AWS4${awsCredentials.secretAccessKey}`,
  );
  return timingSafeEqual(hmac(key, text), Buffer.from(signature, 'hex'));
}

const refuse = (status: number, type: string, words = ''): FakeAnswer => ({
  status,
  headers: { 'content-type': 'application/x-amz-json-1.1' },
  body: { __type: type, message: words },
});

/**
 * A local fake of AWS KMS: `Encrypt` and `Decrypt` of the AWS JSON 1.1 protocol, signatures verified, with a keyset in the
 * place of each key of the service.
 */
export class FakeAwsKms extends FakeService {
  constructor(keyIds: readonly string[]) {
    const aeads = new Map(
      keyIds.map((id) => [id, createAead(generateKeyset('AES256_GCM'))] as const),
    );
    super((request) => {
      if (request.method !== 'POST' || !isSignedByAws(request)) {
        return refuse(403, 'InvalidSignatureException', 'The request signature does not match');
      }
      const body = JSON.parse(request.body.toString()) as Record<string, unknown>;
      const keyId = String(body['KeyId']);
      const aead = aeads.get(keyId);
      if (aead === undefined) return refuse(400, 'NotFoundException', `Key ${keyId}`);
      const context = Buffer.from(JSON.stringify(body['EncryptionContext'] ?? {}));
      const bytesOf = (name: string) => Buffer.from(String(body[name]), 'base64');
      const ok = (name: string, bytes: Uint8Array): FakeAnswer => ({
        status: 200,
        headers: { 'content-type': 'application/x-amz-json-1.1' },
        body: { KeyId: keyId, [name]: Buffer.from(bytes).toString('base64') },
      });
      const operation = String(request.headers['x-amz-target']);
      if (operation === 'TrentService.Encrypt') {
        return ok('CiphertextBlob', aead.seal(bytesOf('Plaintext'), context));
      }
      if (operation !== 'TrentService.Decrypt') return refuse(400, 'UnknownOperationException');
      try {
        return ok('Plaintext', aead.open(bytesOf('CiphertextBlob'), context));
      } catch {
        return refuse(400, 'InvalidCiphertextException', `cannot open ${body['CiphertextBlob']}`);
      }
    });
  }
}
