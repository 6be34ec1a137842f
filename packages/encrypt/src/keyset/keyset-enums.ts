/**
 * The enumerations of `tink.proto`: their numbers and JSON names.
 *
 * @module
 */
import { type KeyMaterial, type KeyStatus, keysetError, type OutputPrefix } from './keyset.ts';

/** An enumeration in its three spellings. */
export interface KeysetEnum<T extends string> {
  readonly name: string;
  readonly values: readonly { readonly value: T; readonly number: number; readonly json: string }[];
}

/** `KeyStatusType`. */
export const keyStatuses: KeysetEnum<KeyStatus> = {
  name: 'status',
  values: [
    { value: 'enabled', number: 1, json: 'ENABLED' },
    { value: 'disabled', number: 2, json: 'DISABLED' },
    { value: 'destroyed', number: 3, json: 'DESTROYED' },
  ],
};

/** `OutputPrefixType`. */
export const outputPrefixes: KeysetEnum<OutputPrefix> = {
  name: 'outputPrefixType',
  values: [
    { value: 'tink', number: 1, json: 'TINK' },
    { value: 'legacy', number: 2, json: 'LEGACY' },
    { value: 'raw', number: 3, json: 'RAW' },
    { value: 'crunchy', number: 4, json: 'CRUNCHY' },
    { value: 'with-id-requirement', number: 5, json: 'WITH_ID_REQUIREMENT' },
  ],
};

/** `KeyData.KeyMaterialType`. */
export const keyMaterials: KeysetEnum<KeyMaterial> = {
  name: 'keyMaterialType',
  values: [
    { value: 'unknown', number: 0, json: 'UNKNOWN_KEYMATERIAL' },
    { value: 'symmetric', number: 1, json: 'SYMMETRIC' },
    { value: 'private', number: 2, json: 'ASYMMETRIC_PRIVATE' },
    { value: 'public', number: 3, json: 'ASYMMETRIC_PUBLIC' },
    { value: 'remote', number: 4, json: 'REMOTE' },
  ],
};

/** The value of a number; unknown ones are refused. */
export function enumOfNumber<T extends string>(kind: KeysetEnum<T>, number: number): T {
  const found = kind.values.find((entry) => entry.number === number);
  if (found === undefined) throw keysetError(`${kind.name} is missing or unknown`, { number });
  return found.value;
}

/** The value of a JSON name; unknown ones are refused. */
export function enumOfJson<T extends string>(kind: KeysetEnum<T>, json: string): T {
  const found = kind.values.find((entry) => entry.json === json);
  if (found === undefined) throw keysetError(`${kind.name} is missing or unknown`);
  return found.value;
}

/** The number and JSON name of a value. */
export function enumEntry<T extends string>(
  kind: KeysetEnum<T>,
  value: T,
): { readonly number: number; readonly json: string } {
  return kind.values.find((entry) => entry.value === value) as { number: number; json: string };
}
