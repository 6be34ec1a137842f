import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { deriveReleaseKey, expandReleaseKey } from '../keys/release-keys.ts';
import { watermarkError } from '../watermark-error.ts';
import { checkRecord } from './check-record.ts';
import type { ReleaseRecord } from './release-record.ts';

/** Longest text that is read, in UTF-16 code units. */
const longestText = 1 << 26;

function refuse(message: string, hint: string): never {
  throw watermarkError('ERR_WATERMARK_RECORD', message, hint);
}

function macOf(record: ReleaseRecord, releaseKey: Uint8Array): string {
  const { record: key } = expandReleaseKey(releaseKey);
  return bytesToHex(hmac(sha256, key, utf8ToBytes(JSON.stringify(record))));
}

/** Compares without telling by time where two texts begin to differ. */
function isSame(one: string, other: string): boolean {
  let difference = one.length ^ other.length;
  for (let at = 0; at < Math.min(one.length, other.length); at += 1)
    difference |= one.charCodeAt(at) ^ other.charCodeAt(at);
  return difference === 0;
}

/**
 * A release record as a text to keep: JSON with an HMAC-SHA-256 (RFC 2104) of the release's key over it.
 *
 * @throws {DataSecurityError} `ERR_WATERMARK_KEY` for a key of another length.
 *
 * @example
 * ```ts
 * import { openRecord, planRelease, sealRecord } from '@yushu/watermark';
 *
 * const key = new Uint8Array(32);
 * const rows = Array.from({ length: 500 }, (_, i) => [`city ${i % 7}`, ((i * 7919) % 99991) / 10]);
 * const text = sealRecord(planRelease({ key, columns: ['city', 'amount'], rows }), key);
 * console.log(openRecord(text, key).rows); // 500
 * ```
 */
export function sealRecord(record: ReleaseRecord, key: Uint8Array): string {
  const mac = macOf(record, deriveReleaseKey(key, record.release));
  return `${JSON.stringify({ record, mac })}\n`;
}

/**
 * Reads what {@link sealRecord} wrote.
 *
 * @throws {DataSecurityError} `ERR_WATERMARK_RECORD` where the text is damaged, cut off, of another version, or made with another key.
 *
 * @example
 * ```ts
 * import { isDataSecurityError } from '@yushu/core';
 * import { openRecord } from '@yushu/watermark';
 *
 * try {
 *   openRecord('{"record":', new Uint8Array(32));
 * } catch (error) {
 *   console.log(isDataSecurityError(error, 'ERR_WATERMARK_RECORD')); // true
 * }
 * ```
 */
export function openRecord(text: string, key: Uint8Array): ReleaseRecord {
  if (text.length > longestText)
    refuse(
      'The release record is too long',
      'Give the file that was made when the table was released.',
    );
  let sealed: { readonly record?: Partial<ReleaseRecord>; readonly mac?: unknown } | null;
  try {
    sealed = JSON.parse(text) as typeof sealed;
  } catch {
    return refuse(
      'The release record is no JSON: it is damaged or cut off',
      'Give the file that was made when the table was released.',
    );
  }
  const record = sealed?.record;
  checkRecord(record);
  const mac = macOf(record, deriveReleaseKey(key, record.release));
  if (typeof sealed?.mac !== 'string' || !isSame(sealed.mac, mac))
    return refuse(
      'The release record was changed, or was made with another key',
      'Take the key that the table was released with.',
    );
  return record;
}
