export type { BsonBinary, BsonLibrary } from './bson-library.ts';
export {
  createDocumentCipher,
  type DocumentCipher,
  type DocumentCipherOptions,
  type DocumentUpdate,
} from './create-document-cipher.ts';
