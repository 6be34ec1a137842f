/**
 * Keysets in the clear: whoever sees the text has the keys. For tests, for moving keys between systems by hand, and
 * for sealing by means of your own. Everything else belongs into `writeEncryptedKeyset` or a key file.
 *
 * @module
 */
export {
  insecureReadKeyset,
  insecureReadKeysetBinary,
  insecureWriteKeyset,
  insecureWriteKeysetBinary,
} from './insecure-keyset.ts';
