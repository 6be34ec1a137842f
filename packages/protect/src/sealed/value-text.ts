import type { FieldValue } from '@yushu/encrypt';

function base64Of(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}

/** A value as text, where a document holds only texts. */
export function textOfValue(value: FieldValue): string {
  if (typeof value === 'string') return value;
  if (value instanceof Uint8Array) return base64Of(value);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString();
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** A value as JSON writes it. */
export function jsonOfValue(value: FieldValue): string {
  if (typeof value === 'bigint') return String(value);
  return JSON.stringify(value instanceof Uint8Array ? base64Of(value) : value);
}
