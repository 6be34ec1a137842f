import { fromHex, toHex } from '../bytes/hex.ts';
import { readBytes, readChoice } from '../bytes/read-input.ts';
import { keyError } from '../errors.ts';
import { readPublicJwk, type Sm2PublicJwk, writePublicJwk } from './jwk.ts';
import { readSpki, writeSpki } from './key-document.ts';
import { readPem, writePem } from './pem.ts';
import { compressPoint, readPoint } from './point.ts';
import { pointOf, Sm2PublicKey } from './sm2-public-key.ts';

/** The forms of a public key, and what each is written in. */
export interface Sm2PublicKeyFormats {
  /** PUBLIC KEY (RFC 7468). */
  readonly pem: string;
  /** SubjectPublicKeyInfo in DER (RFC 5480). */
  readonly spki: Uint8Array;
  /** The point: written as 04 ‖ x ‖ y; read also as x ‖ y and compressed. */
  readonly raw: Uint8Array;
  /** `raw` in hex. */
  readonly hex: string;
  /** The compressed point, 02 or 03 ‖ x. */
  readonly compressed: Uint8Array;
  readonly jwk: Sm2PublicJwk;
}

type Format = keyof Sm2PublicKeyFormats;
const formats: readonly Format[] = ['pem', 'spki', 'raw', 'hex', 'compressed', 'jwk'];

/** 64 bytes are x ‖ y: no other form has that length. */
function completePoint(bytes: Uint8Array): Uint8Array {
  if (bytes.length !== 64) return bytes;
  const point = new Uint8Array(65).fill(0x04, 0, 1);
  point.set(bytes, 1);
  return point;
}

function decode(format: Format, data: Sm2PublicKeyFormats[Format]): Uint8Array {
  switch (readChoice(format, formats, 'format')) {
    case 'pem':
      return readSpki(readPem(data as string, ['PUBLIC KEY']).der);
    case 'spki':
      return readSpki(readBytes(data as Uint8Array, 'key'));
    case 'hex': {
      const bytes = typeof data === 'string' ? fromHex(data) : undefined;
      if (bytes === undefined)
        throw keyError('The key is not hex', 'Give an even count of digits.');
      return completePoint(bytes);
    }
    case 'jwk':
      return readPublicJwk(data);
    default:
      return completePoint(readBytes(data as Uint8Array, 'key'));
  }
}

/**
 * Reads a public key and checks that its point is on the curve.
 *
 * @param format - which form it has; nothing is guessed
 * @throws {DataSecurityError} `ERR_GM_KEY` for what is malformed, of another curve or not on it; `ERR_GM_INPUT` for other types and
 * unknown formats
 *
 * @example
 * ```ts
 * import { exportSm2PublicKey, generateSm2KeyPair, importSm2PublicKey } from '@yushu/gm/sm2';
 *
 * const pem = exportSm2PublicKey('pem', generateSm2KeyPair().publicKey);
 * const publicKey = importSm2PublicKey('pem', pem);
 * console.log(exportSm2PublicKey('pem', publicKey) === pem); // true
 * ```
 */
export function importSm2PublicKey<F extends keyof Sm2PublicKeyFormats>(
  format: F,
  key: Sm2PublicKeyFormats[F],
): Sm2PublicKey {
  const point = readPoint(decode(format, key));
  if (point === undefined) {
    throw keyError('The key is not a point of the SM2 curve', 'Check the format and the curve.');
  }
  return new Sm2PublicKey(point);
}

/**
 * Writes a public key.
 *
 * @throws {DataSecurityError} `ERR_GM_KEY` for what is not a public key, `ERR_GM_INPUT` for unknown formats
 *
 * @example
 * ```ts
 * import { exportSm2PublicKey, generateSm2KeyPair } from '@yushu/gm/sm2';
 *
 * const { publicKey } = generateSm2KeyPair();
 * console.log(exportSm2PublicKey('compressed', publicKey).length); // 33
 * console.log(exportSm2PublicKey('jwk', publicKey).crv); // SM2
 * ```
 */
export function exportSm2PublicKey<F extends keyof Sm2PublicKeyFormats>(
  format: F,
  key: Sm2PublicKey,
): Sm2PublicKeyFormats[F] {
  const point = pointOf(key);
  const write: { readonly [G in keyof Sm2PublicKeyFormats]: () => Sm2PublicKeyFormats[G] } = {
    pem: () => writePem('PUBLIC KEY', writeSpki(point)),
    spki: () => writeSpki(point),
    raw: () => point.slice(),
    hex: () => toHex(point),
    compressed: () => compressPoint(point),
    jwk: () => writePublicJwk(point),
  };
  return write[readChoice(format, formats, 'format') as F]();
}
