/**
 * Keysets: keys with ids, one of them primary, as Tink has them (google/tink, `proto/tink.proto`).
 *
 * @module
 */
import { encryptError } from '../errors.ts';

/**
 * - `enabled`: seals (if it is primary) and opens.
 * - `disabled`: does nothing until it is enabled again; the key is still there.
 * - `destroyed`: the key is gone, its id stays taken.
 */
export type KeyStatus = 'enabled' | 'disabled' | 'destroyed';

/**
 * What stands before a ciphertext: `tink` is `01` and the key id, `crunchy` and `legacy` are `00` and the key id, `raw`
 * is nothing. `with-id-requirement` is read and written, but no algorithm here uses it.
 */
export type OutputPrefix = 'tink' | 'legacy' | 'raw' | 'crunchy' | 'with-id-requirement';

/** What kind of secret a key is, as Tink's `KeyMaterialType` says. */
export type KeyMaterial = 'unknown' | 'symmetric' | 'private' | 'public' | 'remote';

/** What may be known of a key by everybody: everything but the key. */
export interface KeyInfo {
  /** 1 to 2³²−1, unique in the keyset, never used again. */
  readonly id: number;
  readonly status: KeyStatus;
  readonly prefix: OutputPrefix;
  /** The algorithm, such as `type.googleapis.com/google.crypto.tink.AesGcmKey`. */
  readonly typeUrl: string;
}

/** A key with its secret: the serialised message of its type. */
export interface KeyEntry extends KeyInfo {
  readonly material: KeyMaterial;
  readonly value: Uint8Array;
}

/**
 * Keys of one purpose. Immutable; what changes a keyset gives a new one. What can be seen of it, printed or turned into
 * JSON holds no key.
 */
export interface Keyset {
  /** Id of the key that seals. */
  readonly primaryId: number;
  readonly keys: readonly KeyInfo[];
}

/** Where the keys are: not enumerable, so that no log, spread or JSON text takes them along. */
const entriesKey = Symbol.for('yushu.encrypt.keys');

interface KeysetWithEntries extends Keyset {
  readonly [entriesKey]: readonly KeyEntry[];
}

/** A broken rule of the keyset format. Says where, never what. */
export function keysetError(problem: string, details: Record<string, number | string> = {}): Error {
  return encryptError('ERR_ENCRYPT_KEYSET', `Not a usable keyset: ${problem}`, {
    hint: 'Check that the text or bytes are a complete keyset in the format that the function reads.',
    details,
  });
}

/**
 * A keyset of these keys, after the rules that Tink's own readers keep: at least one key, ids unique, the primary there
 * and enabled.
 */
export function makeKeyset(primaryId: number, entries: readonly KeyEntry[]): Keyset {
  if (entries.length === 0) throw keysetError('it has no keys');
  const ids = new Set(entries.map((entry) => entry.id));
  if (ids.size !== entries.length) throw keysetError('two keys have the same id');
  const primary = entries.find((entry) => entry.id === primaryId);
  if (primary === undefined) throw keysetError('its primary key is not in it', { primaryId });
  if (primary.status !== 'enabled') throw keysetError('its primary key is not enabled');
  const keys = entries.map(({ id, status, prefix, typeUrl }) =>
    Object.freeze({ id, status, prefix, typeUrl }),
  );
  const keyset: Keyset = { primaryId, keys: Object.freeze(keys) };
  Object.defineProperty(keyset, entriesKey, { value: Object.freeze([...entries]) });
  return Object.freeze(keyset);
}

/** The keys themselves. */
export function entriesOf(keyset: Keyset): readonly KeyEntry[] {
  const entries = (keyset as Partial<KeysetWithEntries>)[entriesKey];
  if (entries === undefined) throw keysetError('it was not made by this package');
  return entries;
}

/** The key that seals. */
export function primaryOf(keyset: Keyset): KeyEntry {
  const primary = entriesOf(keyset).find((entry) => entry.id === keyset.primaryId);
  if (primary === undefined) throw keysetError('its primary key is not in it');
  return primary;
}
