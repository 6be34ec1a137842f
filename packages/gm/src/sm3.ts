export type { MessageInput } from './bytes/read-input.ts';
export { type HkdfSm3Options, hkdfSm3 } from './sm3/hkdf-sm3.ts';
export { createHmacSm3, type HmacSm3, hmacSm3 } from './sm3/hmac-sm3.ts';
export { kdfSm3 } from './sm3/kdf-sm3.ts';
export { createSm3, type IncrementalHash, sm3 } from './sm3/sm3.ts';
