export {
  createHybridDecrypt,
  createHybridEncrypt,
  type HybridDecrypt,
  type HybridEncrypt,
} from './create-hybrid.ts';
export {
  addHybridKey,
  generateHybridKeyset,
  type HybridTemplate,
  hybridTemplates,
  publicKeysetOf,
} from './generate-hybrid-keyset.ts';
export {
  createHpkeSuite,
  type HpkeAlgorithms,
  type HpkeKdf,
  type HpkeSuite,
  type RecipientOptions,
  type SenderOptions,
} from './hpke/create-hpke-suite.ts';
export type { HpkeAead } from './hpke/hpke-aead.ts';
export type { HpkeExporter, HpkeRecipient, HpkeSender } from './hpke/hpke-context.ts';
export type { HpkeKem, HpkeKeyPair } from './hpke/kem.ts';
