import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { watermarkError } from '../watermark-error.ts';

/** The keys of one release of one table. None of them tells anything of the owner's key or of another release. */
export interface ReleaseKeys {
  /** AES-256, for where marks stand and which sign they have. */
  readonly mark: Uint8Array;
  /** For the multilinear hash of cells. */
  readonly hash: Uint8Array;
  /** AES-256, for the codes of recipients. */
  readonly code: Uint8Array;
  /** HMAC, for the sketches of columns. */
  readonly sketch: Uint8Array;
  /** HMAC, for the release record. */
  readonly record: Uint8Array;
}

const keyLength = 32;

function checkKey(key: Uint8Array, what: string): void {
  if (!(key instanceof Uint8Array) || key.length !== keyLength) {
    throw watermarkError(
      'ERR_WATERMARK_KEY',
      `${what} has ${keyLength} bytes`,
      'Make one with systemRandom(32) of @yushu/core and keep it where secrets live.',
      { length: key?.length ?? 0 },
    );
  }
}

const derive = (key: Uint8Array, info: string): Uint8Array =>
  hkdf(sha256, key, undefined, utf8ToBytes(`yushu/watermark/1/${info}`), keyLength);

/**
 * The key of one release, from the owner's key (HKDF-SHA-256, RFC 5869). It may be laid open to a court without laying open the
 * owner's key or any other release.
 *
 * @param ownerKey 32 bytes.
 * @param release The id of the release, as its record has it.
 * @throws {DataSecurityError} `ERR_WATERMARK_KEY` for a key of another length.
 *
 * @example
 * ```ts
 * import { deriveReleaseKey } from '@yushu/watermark';
 *
 * console.log(deriveReleaseKey(new Uint8Array(32), 'r-2026-11').length); // 32
 * ```
 */
export function deriveReleaseKey(ownerKey: Uint8Array, release: string): Uint8Array {
  checkKey(ownerKey, 'The owner’s key');
  return derive(ownerKey, `release/${release}`);
}

/** The keys that a release uses, of its release key. */
export function expandReleaseKey(releaseKey: Uint8Array): ReleaseKeys {
  checkKey(releaseKey, 'A release key');
  return {
    mark: derive(releaseKey, 'mark'),
    hash: derive(releaseKey, 'hash'),
    code: derive(releaseKey, 'code'),
    sketch: derive(releaseKey, 'sketch'),
    record: derive(releaseKey, 'record'),
  };
}
