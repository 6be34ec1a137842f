export type { MessageInput } from './bytes/read-input.ts';
export type { Sm2CiphertextForm, Sm2CiphertextOrder } from './sm2/ciphertext-form.ts';
export {
  createSm2KeyExchange,
  type Sm2Agreement,
  type Sm2KeyExchange,
  type Sm2KeyExchangeOptions,
} from './sm2/create-sm2-key-exchange.ts';
export { decryptSm2, type Sm2DecryptOptions } from './sm2/decrypt-sm2.ts';
export { encryptSm2, type Sm2EncryptOptions } from './sm2/encrypt-sm2.ts';
export { generateSm2KeyPair, type Sm2KeyPair } from './sm2/generate-sm2-key-pair.ts';
export { defaultSm2UserId } from './sm2/hash-identity.ts';
export type { Sm2PrivateJwk, Sm2PublicJwk } from './sm2/jwk.ts';
export { type Sm2SignatureOptions, type Sm2SignOptions, signSm2 } from './sm2/sign-sm2.ts';
export type { Sm2SignatureForm } from './sm2/signature-form.ts';
export type { Sm2PrivateKey } from './sm2/sm2-private-key.ts';
export {
  exportSm2PrivateKey,
  importSm2PrivateKey,
  type Sm2PrivateKeyFormats,
} from './sm2/sm2-private-key-formats.ts';
export type { Sm2PublicKey } from './sm2/sm2-public-key.ts';
export {
  exportSm2PublicKey,
  importSm2PublicKey,
  type Sm2PublicKeyFormats,
} from './sm2/sm2-public-key-formats.ts';
export { verifySm2 } from './sm2/verify-sm2.ts';
