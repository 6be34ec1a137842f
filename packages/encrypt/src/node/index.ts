export {
  decryptFile,
  type EncryptedFile,
  encryptFile,
  type FileCipherOptions,
  openEncryptedFile,
} from './file-cipher.ts';
export {
  type FindKekOptions,
  type FoundKek,
  findKek,
  generateKek,
  insecureKekText,
  type Kek,
  parseKek,
  writeKekFile,
} from './kek.ts';
export {
  createNamedKeyset,
  defaultTemplates,
  type KeyMetadata,
  type KeysetListing,
  type MakeKeyOptions,
  type NamedKeyset,
  rotateNamedKeyset,
  withKeyset,
} from './key-file.ts';
export type { NamedTemplate } from './named-template.ts';
export {
  type CreatedKeyFile,
  type CreateKeyFileOptions,
  createKeyFile,
  type KeyFile,
  listKeyFile,
  type OpenKeyFileOptions,
  openKeyFile,
  type WantedKeyset,
  type WriteKeyFileOptions,
  writeKeyFile,
} from './open-key-file.ts';
