/**
 * Names of key types.
 *
 * @module
 */

/** The type URL of a message of Tink's. */
export function tinkTypeUrl(message: string): string {
  return `type.googleapis.com/google.crypto.tink.${message}`;
}

/** The type URL of a key type of this package that Tink does not have. */
export function ownTypeUrl(message: string): string {
  return `type.yushu/yushu.encrypt.${message}`;
}
