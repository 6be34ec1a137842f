/**
 * Keysets in the clear: whoever sees the text has the keys. For tests, for moving keys between systems by hand, and
 * for sealing by means of your own. Everything else belongs into `writeEncryptedKeyset` or a key file.
 *
 * And what others encrypt without authentication: AES-XTS of disks and pages, PBES2 of private keys under a password.
 *
 * @module
 */
export {
  type AesXtsTweak,
  createInsecureAesXts,
  type InsecureAesXts,
} from './insecure-aes-xts.ts';
export { insecureDecryptPbes2, type Pbes2Parameters } from './insecure-decrypt-pbes2.ts';
export {
  insecureReadKeyset,
  insecureReadKeysetBinary,
  insecureWriteKeyset,
  insecureWriteKeysetBinary,
} from './insecure-keyset.ts';
