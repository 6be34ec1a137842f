/**
 * HashiCorp Vault's transit engine, by its HTTP protocol (developer.hashicorp.com/vault/api-docs/secret/transit).
 *
 * @module
 */
import { isDataSecurityError } from '@yushu/core';
import { openError } from '../errors.ts';
import { decodeBase64, encodeBase64 } from '../keyset/base64.ts';
import {
  type Attempt,
  callService,
  isTransientStatus,
  type KmsCallOptions,
  kmsError,
  reasonOf,
} from './call-service.ts';
import type { Kms, KmsOptions } from './kms.ts';

/** Options of {@link createVaultKms}. */
export interface VaultKmsOptions extends KmsCallOptions {
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
  const { address, key, token, mount = 'transit', namespace } = options;
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
    const attempt = async (signal: AbortSignal): Promise<Attempt<unknown>> => {
      try {
        const response = await send(`${base}/v1/${mount}/${operation}/${encodeURIComponent(key)}`, {
          method: 'POST',
          headers,
          body: JSON.stringify(body),
          signal,
          redirect: 'error',
        });
        const { status } = response;
        if (response.ok) return { value: await response.json() };
        // Vault answers 400 to what it cannot decrypt. Its words could quote the request: they are left out.
        if (status === 400 && operation !== 'encrypt') throw openError();
        const failure = kmsError('The service refused', { status });
        if (isTransientStatus(status)) return { transient: failure };
        throw failure;
      } catch (error) {
        if (isDataSecurityError(error)) throw error;
        const reason = reasonOf((error as Error).name);
        return { transient: kmsError('The service cannot be reached', { reason }) };
      }
    };
    const answer = await callService(attempt, options, request);
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
