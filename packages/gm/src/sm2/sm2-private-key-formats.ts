import { equalBytes } from '#platform/equal-bytes';
import { bytesToNumber, numberTo32Bytes } from '../bytes/big-endian.ts';
import { fromHex, toHex } from '../bytes/hex.ts';
import { readBytes, readChoice } from '../bytes/read-input.ts';
import { keyError } from '../errors.ts';
import { readPrivateJwk, type Sm2PrivateJwk, writePrivateJwk } from './jwk.ts';
import {
  type PrivateKeyDocument,
  readPkcs8,
  readSec1,
  writePkcs8,
  writeSec1,
} from './key-document.ts';
import { scalarBytes } from './parameters.ts';
import { readPem, writePem } from './pem.ts';
import { readPoint } from './point.ts';
import { greatestPrivateKey, Sm2PrivateKey, secretsOf } from './sm2-private-key.ts';
import { pointOf } from './sm2-public-key.ts';

/** The forms of a private key, and what each is written in. */
export interface Sm2PrivateKeyFormats {
  /** Written as PRIVATE KEY (PKCS #8); read also as EC PRIVATE KEY (SEC 1), which the first line tells. */
  readonly pem: string;
  /** PrivateKeyInfo in DER (RFC 5208). */
  readonly pkcs8: Uint8Array;
  /** ECPrivateKey in DER (SEC 1, RFC 5915). */
  readonly sec1: Uint8Array;
  /** EC PRIVATE KEY: `sec1` in PEM. */
  readonly 'sec1-pem': string;
  /** The number, 32 bytes, big-endian. */
  readonly raw: Uint8Array;
  /** `raw` in hex, 64 digits. */
  readonly hex: string;
  readonly jwk: Sm2PrivateJwk;
}

type Format = keyof Sm2PrivateKeyFormats;
const formats: readonly Format[] = ['pem', 'pkcs8', 'sec1', 'sec1-pem', 'raw', 'hex', 'jwk'];

function readRaw(bytes: Uint8Array | undefined): PrivateKeyDocument {
  if (bytes?.length === scalarBytes) return { scalar: bytes, point: undefined };
  throw keyError('A private key is 32 bytes', 'Keep zeros in front; in hex it has 64 digits.');
}

function decode(format: Format, data: Sm2PrivateKeyFormats[Format]): PrivateKeyDocument {
  switch (readChoice(format, formats, 'format')) {
    case 'pem': {
      const { label, der } = readPem(data as string, ['PRIVATE KEY', 'EC PRIVATE KEY']);
      return label === 'PRIVATE KEY' ? readPkcs8(der) : readSec1(der);
    }
    case 'sec1-pem':
      return readSec1(readPem(data as string, ['EC PRIVATE KEY']).der);
    case 'pkcs8':
      return readPkcs8(readBytes(data as Uint8Array, 'key'));
    case 'sec1':
      return readSec1(readBytes(data as Uint8Array, 'key'));
    case 'hex':
      return readRaw(typeof data === 'string' ? fromHex(data) : undefined);
    case 'jwk':
      return readPrivateJwk(data);
    default:
      return readRaw(readBytes(data as Uint8Array, 'key'));
  }
}

/**
 * Reads a private key, computes its public key, and checks that against the one that stands beside it, if one does.
 *
 * @param format - which form it has; nothing is guessed
 * @throws {DataSecurityError} `ERR_GM_KEY` for what is malformed, out of range, of another curve or does not fit its public key;
 * `ERR_GM_INPUT` for other types and unknown formats
 *
 * @example
 * ```ts
 * import { exportSm2PublicKey, importSm2PrivateKey } from '@yushu/gm/sm2';
 *
 * const privateKey = importSm2PrivateKey(
 *   'hex',
 *   '3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8',
 * );
 * console.log(exportSm2PublicKey('hex', privateKey.publicKey).slice(0, 10)); // 0409f9df31
 * ```
 */
export function importSm2PrivateKey<F extends keyof Sm2PrivateKeyFormats>(
  format: F,
  key: Sm2PrivateKeyFormats[F],
): Sm2PrivateKey {
  const { scalar, point } = decode(format, key);
  const d = bytesToNumber(scalar);
  if (d < 1n || d > greatestPrivateKey) {
    throw keyError('The private key is out of range', 'It is a number from 1 to n - 2.');
  }
  const privateKey = new Sm2PrivateKey(d);
  if (point !== undefined) {
    const given = readPoint(point);
    if (given === undefined || !equalBytes(given, pointOf(privateKey.publicKey))) {
      throw keyError('The private key does not fit its public key', 'Take both from one source.');
    }
  }
  return privateKey;
}

/**
 * Gives a private key out. What it gives is the secret itself: write it where secrets live.
 *
 * @throws {DataSecurityError} `ERR_GM_KEY` for what is not a private key, `ERR_GM_INPUT` for unknown formats
 *
 * @example
 * ```ts
 * import { exportSm2PrivateKey, generateSm2KeyPair } from '@yushu/gm/sm2';
 *
 * const { privateKey } = generateSm2KeyPair();
 * console.log(exportSm2PrivateKey('pem', privateKey).split('\n')[0]); // -----BEGIN PRIVATE KEY-----
 * ```
 */
export function exportSm2PrivateKey<F extends keyof Sm2PrivateKeyFormats>(
  format: F,
  key: Sm2PrivateKey,
): Sm2PrivateKeyFormats[F] {
  const scalar = numberTo32Bytes(secretsOf(key).d);
  const point = pointOf(key.publicKey);
  const write: { readonly [G in keyof Sm2PrivateKeyFormats]: () => Sm2PrivateKeyFormats[G] } = {
    pem: () => writePem('PRIVATE KEY', writePkcs8(scalar, point)),
    pkcs8: () => writePkcs8(scalar, point),
    sec1: () => writeSec1(scalar, point),
    'sec1-pem': () => writePem('EC PRIVATE KEY', writeSec1(scalar, point)),
    raw: () => scalar,
    hex: () => toHex(scalar),
    jwk: () => writePrivateJwk(scalar, point),
  };
  return write[readChoice(format, formats, 'format') as F]();
}
