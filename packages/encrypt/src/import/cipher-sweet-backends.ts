/**
 * The three backends of CipherSweet: what is behind `brng:`, `nacl:` and `fips:`, under the key of one field.
 *
 * Read in paragonie/ciphersweet, src/Backend; proved by its known answers.
 *
 * @module
 */
import { xchacha20, xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { blake2b } from '@noble/hashes/blake2.js';
import { platform } from '#platform';
import { hkdf } from '../prf/hkdf.ts';

/** Opens the decoded bytes of a ciphertext; `undefined` where they are not authentic. */
export type OpenUnderFieldKey = (
  fieldKey: Uint8Array,
  bytes: Uint8Array,
  associatedData: Uint8Array,
) => Uint8Array | undefined;

/** One backend. */
export interface CipherSweetFormat {
  readonly prefix: string;
  readonly minimumBytes: number;
  readonly open: OpenUnderFieldKey;
}

const encoder = new TextEncoder();
const utf8 = (text: string) => encoder.encode(text);

function concat(...pieces: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let end = 0;
  for (const piece of pieces) {
    bytes.set(piece, end);
    end += piece.length;
  }
  return bytes;
}

/** XChaCha20 with keyed BLAKE2b over header, nonce, and both lengths in decimal: nonce 24 ‖ tag 32 ‖ ciphertext. */
const boring: CipherSweetFormat = {
  prefix: 'brng:',
  minimumBytes: 56,
  open(fieldKey, bytes, associatedData) {
    const subkey = (label: string) => blake2b(utf8(label), { key: fieldKey, dkLen: 32 });
    const nonce = bytes.subarray(0, 24);
    const sealed = bytes.subarray(56);
    const tag = blake2b(
      concat(
        utf8('brng:'),
        nonce,
        utf8(String(associatedData.length)),
        associatedData,
        utf8(String(sealed.length)),
        sealed,
      ),
      { key: subkey('message-integrity'), dkLen: 32 },
    );
    if (!platform.equalBytes(tag, bytes.subarray(24, 56))) return undefined;
    return xchacha20(subkey('message-encryption'), nonce, sealed);
  },
};

/** XChaCha20-Poly1305 with the nonce as associated data too: nonce 24 ‖ ciphertext ‖ tag 16. */
const modern: CipherSweetFormat = {
  prefix: 'nacl:',
  minimumBytes: 40,
  open(fieldKey, bytes, associatedData) {
    const nonce = bytes.subarray(0, 24);
    try {
      const cipher = xchacha20poly1305(fieldKey, nonce, concat(nonce, associatedData));
      return cipher.decrypt(bytes.subarray(24));
    } catch {
      return undefined;
    }
  },
};

/** CipherSweet's `Util::pack`: count, then each piece after its length, little-endian. */
function pack(...pieces: readonly Uint8Array[]): Uint8Array {
  const number = (value: number, length: number) => {
    const bytes = new Uint8Array(length);
    new DataView(bytes.buffer).setUint32(0, value, true);
    return bytes;
  };
  return concat(
    number(pieces.length, 4),
    ...pieces.flatMap((piece) => [number(piece.length, 8), piece]),
  );
}

/** AES-256-CTR and HMAC-SHA-384 under keys split by HKDF: salt 32 ‖ counter 16 ‖ tag 48 ‖ ciphertext. */
const fips: CipherSweetFormat = {
  prefix: 'fips:',
  minimumBytes: 96,
  open(fieldKey, bytes, associatedData) {
    const salt = bytes.subarray(0, 32);
    const counter = bytes.subarray(32, 48);
    const sealed = bytes.subarray(96);
    const subkey = (label: string) => hkdf('sha384', fieldKey, salt, utf8(label), 32);
    const mac = platform.createHmac('sha384', subkey('HMAC-SHA-384'));
    const tag = mac(pack(utf8('fips:'), salt, counter, sealed), associatedData);
    if (!platform.equalBytes(tag, bytes.subarray(48, 96))) return undefined;
    return platform.aesCtr(subkey('AES-256-CTR'), counter, sealed);
  },
};

/** By the names of CipherSweet's classes. */
export const cipherSweetFormats = {
  BoringCrypto: boring,
  ModernCrypto: modern,
  FIPSCrypto: fips,
} as const satisfies Readonly<Record<string, CipherSweetFormat>>;

/** The key of one field: CipherSweet's `getFieldSymmetricKey`, HKDF-SHA384 with the table as salt (RFC 5869). */
export function cipherSweetFieldKey(key: Uint8Array, table: string, column: string): Uint8Array {
  const separation = new Uint8Array(32).fill(0xb4);
  return hkdf('sha384', key, utf8(table), concat(separation, utf8(column)), 32);
}
