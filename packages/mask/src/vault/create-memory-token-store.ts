import type { TokenEntry, TokenStore } from './token-store.ts';

/**
 * A token store in memory, for tests and for tokens that need not outlive the process.
 *
 * @example
 * ```ts
 * import { createMemoryTokenStore } from '@yushu/mask/vault';
 *
 * const store = createMemoryTokenStore();
 * await store.putIfAbsent({ token: 't', fingerprint: 'f', sealed: 's' });
 * console.log((await store.find('t'))?.fingerprint); // f
 * ```
 */
export function createMemoryTokenStore(): TokenStore {
  const byFingerprint = new Map<string, TokenEntry>();
  const byToken = new Map<string, TokenEntry>();
  return {
    async putIfAbsent(entry) {
      const known = byFingerprint.get(entry.fingerprint);
      if (known !== undefined) return known;
      byFingerprint.set(entry.fingerprint, entry);
      byToken.set(entry.token, entry);
      return entry;
    },
    async find(token) {
      return byToken.get(token);
    },
    async delete(token) {
      const entry = byToken.get(token);
      if (entry === undefined) return false;
      byToken.delete(token);
      byFingerprint.delete(entry.fingerprint);
      return true;
    },
  };
}
