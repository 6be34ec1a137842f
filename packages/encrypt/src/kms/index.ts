export type { KmsCallOptions } from './call-service.ts';
export {
  type AlibabaKmsClient,
  type AlibabaKmsOptions,
  createAlibabaKms,
} from './create-alibaba-kms.ts';
export { type AwsKmsClient, type AwsKmsOptions, createAwsKms } from './create-aws-kms.ts';
export {
  createEnvelopeAead,
  type DataKeyCache,
  type EnvelopeAead,
  type EnvelopeOptions,
} from './create-envelope-aead.ts';
export { createVaultKms, type VaultKms, type VaultKmsOptions } from './create-vault-kms.ts';
export { createKeyWrap, type KeyWrap, type KeyWrapOptions } from './key-wrap.ts';
export { createLocalKms, type Kms, type KmsOptions } from './kms.ts';
export {
  type KmsKeysetOptions,
  readKmsKeyset,
  rewrapKmsKeyset,
  writeKmsKeyset,
} from './kms-keyset.ts';
