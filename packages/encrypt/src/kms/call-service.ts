/**
 * Requests to a service: a bound on the wait, and more than one try where the failure may pass.
 *
 * @module
 */
import { encryptError } from '../errors.ts';
import type { KmsOptions } from './kms.ts';

/** Options that every service takes. */
export interface KmsCallOptions {
  /** How long to wait for an answer, all tries together, in milliseconds; 10 seconds unless given. */
  readonly timeoutMs?: number;
  /** How often to try where the service is busy or cannot be reached, 1 to 10; 3 unless given. */
  readonly maxAttempts?: number;
}

/** How a try ended. A failure that is transient is tried again; every other is thrown by the try. */
export type Attempt<T> = { readonly value: T } | { readonly transient: Error };

/** The error for a service that cannot be asked. It never has a cause: SDKs put requests into theirs. */
export function kmsError(problem: string, details: Record<string, string | number> = {}): Error {
  return encryptError('ERR_ENCRYPT_KMS', problem, {
    hint: 'Check address, credentials, permissions and the name of the key.',
    details,
  });
}

/** The name of a failure, if it is one that can be shown: a service's code, never its words. */
export function reasonOf(name: unknown): string {
  return typeof name === 'string' && /^[A-Za-z][A-Za-z0-9._-]{0,63}$/.test(name) ? name : 'unknown';
}

/** Services take short plaintexts only: what is longer is refused here, before it is sent. */
export function checkLength(plaintext: Uint8Array, limit: number): void {
  if (plaintext.length <= limit) return;
  throw encryptError('ERR_ENCRYPT_KMS', 'The service takes no plaintext of this length', {
    hint: 'Encrypt long data with createEnvelopeAead, and take destroyed keys out of keysets.',
    details: { length: plaintext.length, limit },
  });
}

/** Whether a service with this HTTP status may answer another time. */
export function isTransientStatus(status: number): boolean {
  return status === 408 || status === 429 || status >= 500;
}

const firstPauseMs = 50;

function unlessAborted<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/**
 * Asks a service until it answers, the failure is one that stays, the tries are used up or the time is. Pauses between
 * tries double, and are random, so that many callers do not come back together.
 *
 * @throws {DataSecurityError} `ERR_ENCRYPT_KMS`; `ERR_ENCRYPT_OPTIONS`; the reason of the caller's signal as it is.
 */
export async function callService<T>(
  attempt: (signal: AbortSignal) => Promise<Attempt<T>>,
  options: KmsCallOptions,
  request: KmsOptions | undefined,
): Promise<T> {
  const { timeoutMs = 10_000, maxAttempts = 3 } = options;
  const isCount = Number.isInteger(maxAttempts) && maxAttempts >= 1 && maxAttempts <= 10;
  if (!isCount || !(timeoutMs > 0 && timeoutMs <= 0x7fff_ffff)) {
    throw encryptError('ERR_ENCRYPT_OPTIONS', 'timeoutMs or maxAttempts is out of range', {
      hint: 'Give a positive number of milliseconds, and 1 to 10 tries.',
    });
  }
  const deadline = AbortSignal.timeout(timeoutMs);
  const signal = request?.signal ? AbortSignal.any([deadline, request.signal]) : deadline;
  try {
    for (let tries = 1; ; tries += 1) {
      signal.throwIfAborted();
      const outcome = await unlessAborted(signal, attempt(signal));
      if ('value' in outcome) return outcome.value;
      if (tries >= maxAttempts) throw outcome.transient;
      await unlessAborted(signal, pause(Math.random() * firstPauseMs * 2 ** tries));
    }
  } catch (error) {
    request?.signal?.throwIfAborted();
    if (deadline.aborted) throw kmsError('The service did not answer in time', { timeoutMs });
    throw error;
  }
}
