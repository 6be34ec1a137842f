export { createPasswordAead, type PasswordAeadOptions } from './password-aead.ts';
export type { PasswordHash } from './pbkdf2.ts';
export { deriveKeyset, generateDeriverKeyset } from './prf-based-deriver.ts';
