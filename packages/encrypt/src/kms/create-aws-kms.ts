/**
 * AWS KMS, through `@aws-sdk/client-kms` (docs.aws.amazon.com/kms/latest/APIReference).
 *
 * @module
 */
import { isDataSecurityError } from '@yushu/core';
import { openError } from '../errors.ts';
import { callService, checkLength, kmsError, reasonOf } from './call-service.ts';
import type { Kms, KmsOptions } from './kms.ts';

/** The answer to `Encrypt`, as far as it matters. */
interface EncryptOutput {
  readonly CiphertextBlob?: Uint8Array | undefined;
}

/** The answer to `Decrypt`, as far as it matters. */
interface DecryptOutput {
  readonly Plaintext?: Uint8Array | undefined;
}

/** What both operations take. */
interface CommonInput {
  readonly KeyId: string;
  readonly EncryptionContext?: Record<string, string>;
}

interface CallOptions {
  readonly abortSignal: AbortSignal;
}

/** What is used of the class `KMS` of `@aws-sdk/client-kms`, version 3. */
export interface AwsKmsClient {
  encrypt(
    input: CommonInput & { readonly Plaintext: Uint8Array },
    options: CallOptions,
  ): Promise<EncryptOutput>;
  decrypt(
    input: CommonInput & { readonly CiphertextBlob: Uint8Array },
    options: CallOptions,
  ): Promise<DecryptOutput>;
}

/** Options of {@link createAwsKms}. */
export interface AwsKmsOptions {
  /**
   * A `KMS` of `@aws-sdk/client-kms`, with region and credentials. It tries again by itself, as its own `maxAttempts` and
   * `retryMode` say.
   */
  readonly client: AwsKmsClient;
  /** A symmetric key: id, ARN, `alias/NAME` or ARN of an alias. */
  readonly keyId: string;
  /** How long to wait for an answer, all tries together, in milliseconds; 10 seconds unless given. */
  readonly timeoutMs?: number;
}

/** `Encrypt` of a symmetric key takes no more. */
const maxPlaintextBytes = 4096;

/** What the service says of ciphertexts that are not its own: other key, other context, or changed. */
const refusals: ReadonlySet<unknown> = new Set([
  'InvalidCiphertextException',
  'IncorrectKeyException',
]);

/** Bytes as the digits that Tink's extension for AWS binds. */
function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * A key in AWS KMS. Associated data is bound as the encryption context `associatedData`, in hexadecimal, as Tink's
 * extension for AWS does it: keysets go both ways. It is no secret there: CloudTrail shows it.
 *
 * @example
 * ```ts
 * import { createAwsKms } from '@yushu/encrypt/kms';
 * // import { KMS } from '@aws-sdk/client-kms';
 * // const client = new KMS({ region: 'eu-central-1' });
 * const client = { encrypt: async () => ({}), decrypt: async () => ({}) };
 *
 * const kms = createAwsKms({ client, keyId: 'alias/keysets' });
 * console.log(kms.keyUri); // aws-kms://alias/keysets
 * ```
 */
export function createAwsKms(options: AwsKmsOptions): Kms {
  const { client, keyId, timeoutMs = 10_000 } = options;

  async function call<T>(
    ask: (options: CallOptions) => Promise<T>,
    bytesOf: (answer: T) => Uint8Array | undefined,
    request: KmsOptions | undefined,
  ): Promise<Uint8Array> {
    const attempt = async (abortSignal: AbortSignal) => {
      try {
        const bytes = bytesOf(await ask({ abortSignal }));
        if (bytes instanceof Uint8Array) return { value: Uint8Array.from(bytes) };
      } catch (error) {
        throw failureOf(error);
      }
      throw kmsError('The service gave an answer that is none');
    };
    return callService(attempt, { timeoutMs, maxAttempts: 1 }, request);
  }

  const common = (data: Uint8Array): CommonInput =>
    data.length === 0
      ? { KeyId: keyId }
      : { KeyId: keyId, EncryptionContext: { associatedData: hexOf(data) } };

  return {
    keyUri: `aws-kms://${keyId}`,
    async encrypt(plaintext, data, request) {
      checkLength(plaintext, maxPlaintextBytes);
      const input = { ...common(data), Plaintext: plaintext };
      return call(
        (each) => client.encrypt(input, each),
        ({ CiphertextBlob }) => CiphertextBlob,
        request,
      );
    },
    async decrypt(ciphertext, data, request) {
      const input = { ...common(data), CiphertextBlob: ciphertext };
      return call(
        (each) => client.decrypt(input, each),
        ({ Plaintext }) => Plaintext,
        request,
      );
    },
  };
}

/** The failure without the words of the SDK, which may hold what was sent. */
function failureOf(error: unknown): Error {
  if (isDataSecurityError(error)) return error;
  const { name, $metadata } = error as {
    name?: unknown;
    $metadata?: { httpStatusCode?: unknown };
  };
  if (refusals.has(name)) return openError();
  const status = $metadata?.httpStatusCode;
  const reason = reasonOf(name);
  return typeof status === 'number'
    ? kmsError('The service refused', { status, reason })
    : kmsError('The service cannot be reached', { reason });
}
