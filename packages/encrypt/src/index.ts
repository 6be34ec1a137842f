export { type AeadOptions, createAead, type KeysetAead } from './aead/create-aead.ts';
export type { UsageWarning } from './aead/usage-meter.ts';
export { createDeterministicAead } from './deterministic/create-deterministic-aead.ts';
export type { EncryptErrorCode } from './errors.ts';
export { fieldAssociatedData, type SealedKind } from './field/associated-data.ts';
export {
  createFieldCipher,
  type FieldCipher,
  type SealOptions,
} from './field/create-field-cipher.ts';
export type { FieldValue, JsonValue, LabelledValue } from './field/field-value.ts';
export { sealedKeyId } from './field/sealed-key-id.ts';
export { isSealedText } from './field/text-form.ts';
export type { KeyPurpose, KeyType, SymmetricPurpose } from './key-types/key-type.ts';
export {
  readEncryptedKeyset,
  readEncryptedKeysetBinary,
  writeEncryptedKeyset,
  writeEncryptedKeysetBinary,
} from './keyset/encrypted-keyset.ts';
export {
  addKey,
  destroyKey,
  type GenerateOptions,
  generateKeyset,
  rotateKeyset,
  setKeyStatus,
  setPrimaryKey,
} from './keyset/generate-keyset.ts';
export {
  type KeyTemplate,
  keyTemplates,
  purposeOfTemplate,
} from './keyset/key-template.ts';
export type { KeyInfo, KeyStatus, Keyset, OutputPrefix } from './keyset/keyset.ts';
export { createMac, type Mac } from './mac/create-mac.ts';
export { createPrf, createPrfSet, type PrfOptions, type PrfSet } from './prf/create-prf.ts';
export { type KeyProfile, keyProfiles } from './profile/key-profiles.ts';
export {
  createKeyProvider,
  type KeysetProvider,
  type NamedKeysets,
} from './provider/create-key-provider.ts';
export {
  type ByteTransform,
  createStreamingAead,
  type StreamingAead,
  type StreamingOptions,
} from './streaming/create-streaming-aead.ts';
export type { RandomAccessReader, RandomAccessSource } from './streaming/random-access.ts';
