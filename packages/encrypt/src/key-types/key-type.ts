/**
 * What the package knows of a key type.
 *
 * @module
 */
import type { RandomBytes } from '@yushu/core';
import type { KeyMaterial } from '../keyset/keyset.ts';

/** What keysets of symmetric keys are for. */
export const symmetricPurposes = [
  'aead',
  'deterministic',
  'mac',
  'prf',
  'streaming',
  'fpe',
] as const;

/** What a keyset of symmetric keys is for. */
export type SymmetricPurpose = (typeof symmetricPurposes)[number];

/** What keysets are for. */
export const keyPurposes = [...symmetricPurposes, 'hybrid', 'derivation', 'signature'] as const;

/** What a keyset is for; one keyset has keys of one purpose. */
export type KeyPurpose = (typeof keyPurposes)[number];

/** A key type: how its keys are made. What they do is in the registry of its purpose. */
export interface KeyType {
  /** Such as `type.googleapis.com/google.crypto.tink.AesGcmKey`. */
  readonly typeUrl: string;
  readonly purpose: KeyPurpose;
  readonly material: KeyMaterial;
  /** A new serialised key of a serialised format, as Tink's `KeyTemplate.value` holds it. */
  create(format: Uint8Array, random: RandomBytes): Uint8Array;
}
