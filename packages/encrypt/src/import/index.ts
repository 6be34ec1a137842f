export {
  type CipherSweetBackend,
  type CipherSweetField,
  type CipherSweetOpener,
  type CipherSweetOpenerOptions,
  type CipherSweetValues,
  createCipherSweetOpener,
} from './create-cipher-sweet-opener.ts';
export {
  type CloakOpener,
  type CloakOpenerOptions,
  createCloakOpener,
} from './create-cloak-opener.ts';
export { createImportingCipher, type OpenForeign } from './create-importing-cipher.ts';
export {
  createVaultTransitOpener,
  type VaultTransitKeyType,
  type VaultTransitOpener,
  type VaultTransitOpenerOptions,
} from './create-vault-transit-opener.ts';
