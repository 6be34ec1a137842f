/**
 * HashiCorp Vault's transit engine, by its HTTP protocol (developer.hashicorp.com/vault/api-docs/secret/transit).
 *
 * @module
 */
import { encryptError, openError } from '../errors.ts';
import { decodeBase64, encodeBase64 } from '../keyset/base64.ts';
import type { Kms, KmsOptions } from './kms.ts';

/** Options of {@link createVaultKms}. */
export interface VaultKmsOptions {
  /** Address of the server, such as `https://vault.internal:8200`. */
  readonly address: string;
  /** Name of the key in the transit engine, of a type that takes associated data (aes256-gcm96, chacha20-poly1305). */
  readonly key: string;
  /** A token, or where to get one: asked for each request, so that it can be renewed. */
  readonly token: string | (() => string | Promise<string>);
  /** Where the engine is mounted; `transit` unless given. */
  readonly mount?: string;
  /** Vault Enterprise's namespace. */
  readonly namespace?: string;
  /** How long to wait for an answer, in milliseconds; 10 seconds unless given. */
  readonly timeoutMs?: number;
  /** The platform's `fetch` unless given. */
  readonly fetch?: typeof fetch;
}

/** A {@link Kms} in Vault. */
export interface VaultKms extends Kms {
  /** The ciphertext under the newest version of the key: Vault does it, and the plaintext stays there. */
  rewrap(
    ciphertext: Uint8Array,
    associatedData: Uint8Array,
    options?: KmsOptions,
  ): Promise<Uint8Array>;
}

function kmsError(problem: string, details: Record<string, string | number> = {}): Error {
  return encryptError('ERR_ENCRYPT_KMS', problem, {
    hint: 'Check address, token, policy and the name of the key.',
    details,
  });
}

/**
 * A key of Vault's transit engine. Ciphertexts are Vault's own texts (`vault:v1:…`) as bytes.
 *
 * @example
 * ```ts
 * import { createVaultKms } from '@yushu/encrypt/kms';
 *
 * const kms = createVaultKms({ address: 'https://vault.internal:8200', key: 'keysets', token: 'hvs.…' });
 * console.log(kms.keyUri); // vault-transit://vault.internal:8200/transit/keysets
 * ```
 */
export function createVaultKms(options: VaultKmsOptions): VaultKms {
  const { address, key, token, mount = 'transit', namespace, timeoutMs = 10_000 } = options;
  const send = options.fetch ?? fetch;
  const base = address.replace(/\/+$/, '');

  async function call(
    operation: 'encrypt' | 'decrypt' | 'rewrap',
    body: Record<string, string>,
    request: KmsOptions | undefined,
  ): Promise<string> {
    const headers: Record<string, string> = {
      'content-type': 'application/json',
      'x-vault-request': 'true',
      'x-vault-token': typeof token === 'string' ? token : await token(),
    };
    if (namespace !== undefined) headers['x-vault-namespace'] = namespace;
    const signals = [AbortSignal.timeout(timeoutMs)];
    if (request?.signal !== undefined) signals.push(request.signal);
    let response: Response;
    let answer: unknown;
    try {
      response = await send(`${base}/v1/${mount}/${operation}/${encodeURIComponent(key)}`, {
        method: 'POST',
        headers,
        body: JSON.stringify(body),
        signal: AbortSignal.any(signals),
        redirect: 'error',
      });
      answer = await response.json();
    } catch (error) {
      request?.signal?.throwIfAborted();
      throw kmsError('The service cannot be reached', { reason: (error as Error).name });
    }
    // Vault answers 400 to what it cannot decrypt. Its words could quote the request: they are left out.
    if (response.status === 400 && operation !== 'encrypt') throw openError();
    if (!response.ok) throw kmsError('The service refused', { status: response.status });
    const data = (answer as { data?: Record<string, unknown> } | null)?.data;
    const result = data?.[operation === 'decrypt' ? 'plaintext' : 'ciphertext'];
    if (typeof result !== 'string') throw kmsError('The service gave an answer that is none');
    return result;
  }

  const withData = (fields: Record<string, string>, data: Uint8Array) =>
    data.length === 0 ? fields : { ...fields, associated_data: encodeBase64(data) };
  const textOf = (ciphertext: Uint8Array) => {
    const text = new TextDecoder().decode(ciphertext);
    if (!/^vault:v[0-9]+:[A-Za-z0-9+/=]+$/.test(text)) throw openError();
    return text;
  };

  return {
    keyUri: `vault-transit://${new URL(base).host}/${mount}/${key}`,
    async encrypt(plaintext, data, request) {
      const body = withData({ plaintext: encodeBase64(plaintext) }, data);
      return new TextEncoder().encode(await call('encrypt', body, request));
    },
    async decrypt(ciphertext, data, request) {
      const body = withData({ ciphertext: textOf(ciphertext) }, data);
      const plaintext = decodeBase64(await call('decrypt', body, request));
      if (plaintext === undefined) throw kmsError('The service gave an answer that is none');
      return plaintext;
    },
    async rewrap(ciphertext, data, request) {
      const body = withData({ ciphertext: textOf(ciphertext) }, data);
      return new TextEncoder().encode(await call('rewrap', body, request));
    },
  };
}
