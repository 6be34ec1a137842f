export {
  createEnvelopeAead,
  type DataKeyCache,
  type EnvelopeAead,
  type EnvelopeOptions,
} from './create-envelope-aead.ts';
export { createVaultKms, type VaultKms, type VaultKmsOptions } from './create-vault-kms.ts';
export { createLocalKms, type Kms, type KmsOptions } from './kms.ts';
export {
  type KmsKeysetOptions,
  readKmsKeyset,
  rewrapKmsKeyset,
  writeKmsKeyset,
} from './kms-keyset.ts';
