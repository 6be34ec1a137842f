/**
 * Alibaba Cloud KMS, through `@alicloud/openapi-core`, the core of its SDKs (api.aliyun.com/document/Kms/2016-01-20).
 *
 * @module
 */
import { isDataSecurityError } from '@yushu/core';
import { openError } from '../errors.ts';
import { decodeBase64, encodeBase64 } from '../keyset/base64.ts';
import {
  type Attempt,
  callService,
  checkLength,
  isTransientStatus,
  type KmsCallOptions,
  kmsError,
  reasonOf,
} from './call-service.ts';
import type { Kms, KmsOptions } from './kms.ts';

/**
 * What is used of a client: the default export of `@alicloud/openapi-core` has it, and so have the clients that are built
 * over it, `@alicloud/kms20160120` from version 2 among them.
 */
export interface AlibabaKmsClient {
  /** The SDK's classes of parameters only hold properties: plain objects stand in for them. */
  callApi(params: object, request: object, runtime: object): Promise<Record<string, unknown>>;
}

/** Options of {@link createAlibabaKms}. */
export interface AlibabaKmsOptions extends KmsCallOptions {
  /** A client with endpoint and credentials. Leave its `retryOptions` out: tries are counted here. */
  readonly client: AlibabaKmsClient;
  /** A symmetric key: id, `alias/NAME` or ARN. */
  readonly keyId: string;
}

/** `Encrypt` takes no more. */
const maxPlaintextBytes = 6144;

/** An operation of the RPC style, as the SDK describes it. */
const describe = (action: string) => ({
  action,
  version: '2016-01-20',
  protocol: 'HTTPS',
  pathname: '/',
  method: 'POST',
  authType: 'AK',
  style: 'RPC',
  reqBodyType: 'formData',
  bodyType: 'json',
});

/** Codes for ciphertexts that are not the service's own, or not of this context. */
const refusal = /^(?:InvalidCiphertext|InvalidParameter|Forbidden\.Decrypt)/;

/** Codes that come with a status of 400 and pass. */
const busy = /^(?:Throttling|ServiceUnavailable|InternalFailure|RequestTimeout)/;

/** Codes of connections, as Node and the SDK name them. */
const unreachable = /^(?:E[A-Z]+|RequestTimeoutError|ConnectTimeoutError|UND_ERR_[A-Z_]+)$/;

/** The id in an ARN (`acs:kms:REGION:ACCOUNT:key/ID`), or an id as it is; `undefined` for aliases. */
function plainIdOf(keyId: string): string | undefined {
  const name = keyId.startsWith('acs:') ? keyId.slice(keyId.lastIndexOf(':') + 1) : keyId;
  return name.startsWith('alias/') ? undefined : name.replace(/^key\//, '');
}

/** How a failed try ended, without the words of the SDK, which may hold what was sent. */
function outcomeOf(error: unknown, isDecrypt: boolean): Attempt<never> {
  if (isDataSecurityError(error)) throw error;
  const { code, name, statusCode } = (error ?? {}) as Record<string, unknown>;
  const text = typeof code === 'string' && code !== '' ? code : String(name);
  const reason = reasonOf(text);
  if (typeof statusCode !== 'number') {
    const failure = kmsError('The service cannot be reached', { reason });
    if (unreachable.test(text)) return { transient: failure };
    throw failure;
  }
  if (isDecrypt && statusCode === 400 && refusal.test(text)) throw openError();
  const failure = kmsError('The service refused', { status: statusCode, reason });
  if (isTransientStatus(statusCode) || busy.test(text)) return { transient: failure };
  throw failure;
}

/**
 * A key in Alibaba Cloud KMS. Ciphertexts are its own texts as bytes. Associated data is bound as the encryption context
 * `associatedData`, in base64. It is no secret there: ActionTrail shows it. What is sent stands in the body of requests,
 * never in their addresses.
 *
 * @example
 * ```ts
 * import { createAlibabaKms } from '@yushu/encrypt/kms';
 * // import OpenApi, { $OpenApiUtil } from '@alicloud/openapi-core';
 * // const config = { endpoint: 'kms.cn-hangzhou.aliyuncs.com', accessKeyId, accessKeySecret };
 * // const client = new OpenApi.default(new $OpenApiUtil.Config(config));
 * const client = { callApi: async () => ({}) };
 *
 * const kms = createAlibabaKms({ client, keyId: 'alias/keysets' });
 * console.log(kms.keyUri); // alibaba-kms://alias/keysets
 * ```
 */
export function createAlibabaKms(options: AlibabaKmsOptions): Kms {
  const { client, keyId } = options;
  const timeout = options.timeoutMs ?? 10_000;
  const expectedId = plainIdOf(keyId);

  async function call(
    action: 'Encrypt' | 'Decrypt',
    body: Record<string, string>,
    request: KmsOptions | undefined,
  ): Promise<Record<string, unknown>> {
    const runtime = { readTimeout: timeout, connectTimeout: timeout };
    const attempt = async (): Promise<Attempt<Record<string, unknown>>> => {
      try {
        const answer = await client.callApi(describe(action), { body }, runtime);
        return { value: (answer['body'] ?? {}) as Record<string, unknown> };
      } catch (error) {
        return outcomeOf(error, action === 'Decrypt');
      }
    };
    return callService(attempt, options, request);
  }

  const withContext = (fields: Record<string, string>, data: Uint8Array) =>
    data.length === 0
      ? fields
      : { ...fields, EncryptionContext: JSON.stringify({ associatedData: encodeBase64(data) }) };

  return {
    keyUri: `alibaba-kms://${keyId}`,
    async encrypt(plaintext, data, request) {
      checkLength(plaintext, maxPlaintextBytes);
      const body = withContext({ KeyId: keyId, Plaintext: encodeBase64(plaintext) }, data);
      const { CiphertextBlob: text } = await call('Encrypt', body, request);
      if (typeof text !== 'string' || text === '') throw noAnswer();
      return new TextEncoder().encode(text);
    },
    async decrypt(ciphertext, data, request) {
      const text = new TextDecoder().decode(ciphertext);
      if (!/^[\w+/=-]+$/.test(text)) throw openError();
      const answer = await call('Decrypt', withContext({ CiphertextBlob: text }, data), request);
      // The service finds the key by the ciphertext: one of another key of the account would open too.
      if (expectedId !== undefined && answer['KeyId'] !== expectedId) throw openError();
      const plaintext = answer['Plaintext'];
      const bytes = typeof plaintext === 'string' ? decodeBase64(plaintext) : undefined;
      if (bytes === undefined) throw noAnswer();
      return bytes;
    },
  };
}

const noAnswer = () => kmsError('The service gave an answer that is none');
