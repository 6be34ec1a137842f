import { concatBytes } from '../bytes/concat-bytes.ts';
import { type DerReader, enterSequence } from '../der/der-reader.ts';
import { derTags, writeElement } from '../der/write-der.ts';
import { keyError } from '../errors.ts';
import { pointBytes, scalarBytes } from './parameters.ts';

/** id-ecPublicKey, 1.2.840.10045.2.1 (RFC 5480). */
const ecPublicKey = Uint8Array.of(0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01);
/** sm2p256v1, 1.2.156.10197.1.301 (GM/T 0006). */
const sm2Curve = Uint8Array.of(0x2a, 0x81, 0x1c, 0xcf, 0x55, 0x01, 0x82, 0x2d);

const isSame = (a: Uint8Array | undefined, b: Uint8Array): boolean =>
  a?.length === b.length && a.every((byte, i) => byte === b[i]);

const identifier = (bytes: Uint8Array) => writeElement(derTags.objectIdentifier, bytes);
const algorithm = () =>
  writeElement(derTags.sequence, identifier(ecPublicKey), identifier(sm2Curve));
const smallInteger = (value: number) => writeElement(derTags.integer, Uint8Array.of(value));

/** The bits of a point, which begin with a count of unused ones. */
const bitString = (point: Uint8Array) => writeElement(derTags.bitString, Uint8Array.of(0), point);

/** A private key as it stands in a document, with the public key if that stands there too. */
export interface PrivateKeyDocument {
  /** Big-endian, at most 32 bytes, perhaps with zeros missing in front. */
  readonly scalar: Uint8Array;
  readonly point: Uint8Array | undefined;
}

function malformed(what: string): Error {
  return keyError(`This is not the ${what} of an SM2 key`, 'Check the format and the curve.');
}

/** SubjectPublicKeyInfo (RFC 5480): the point within. */
export function readSpki(der: Uint8Array): Uint8Array {
  const info = enterSequence(der);
  const point = hasAlgorithm(info) ? readBits(info?.read(derTags.bitString)) : undefined;
  if (point === undefined || !info?.isAtEnd) throw malformed('SubjectPublicKeyInfo');
  return point;
}

export function writeSpki(point: Uint8Array): Uint8Array {
  return writeElement(derTags.sequence, algorithm(), bitString(point));
}

/** PrivateKeyInfo (RFC 5208, RFC 5958) with an ECPrivateKey in it. Attributes behind it are passed over. */
export function readPkcs8(der: Uint8Array): PrivateKeyDocument {
  const info = enterSequence(der);
  const version = info?.readUnsigned(1)?.[0];
  const inner = hasAlgorithm(info) ? info?.read(derTags.octetString) : undefined;
  if (version === undefined || version > 1 || inner === undefined) throw malformed('PKCS #8 form');
  while (info?.isNext(derTags.context0) || info?.isNext(derTags.context1)) {
    if (!info.read(derTags.context0) && !info.read(derTags.context1))
      throw malformed('PKCS #8 form');
  }
  if (!info?.isAtEnd) throw malformed('PKCS #8 form');
  return readSec1(inner, false);
}

export function writePkcs8(scalar: Uint8Array, point: Uint8Array): Uint8Array {
  const inner = writeElement(
    derTags.sequence,
    smallInteger(1),
    writeElement(derTags.octetString, scalar),
    writeElement(derTags.context1, bitString(point)),
  );
  return writeElement(
    derTags.sequence,
    smallInteger(0),
    algorithm(),
    writeElement(derTags.octetString, inner),
  );
}

/** ECPrivateKey (SEC 1, RFC 5915). By itself it must name its curve: another curve's key would look the same. */
export function readSec1(der: Uint8Array, mustNameCurve = true): PrivateKeyDocument {
  const key = enterSequence(der);
  const version = key?.readUnsigned(1)?.[0];
  const scalar = key?.read(derTags.octetString);
  if (version !== 1 || scalar === undefined) throw malformed('SEC 1 form');
  const curve = key?.isNext(derTags.context0) ? key.enter(derTags.context0) : undefined;
  const isNamed = isSame(curve?.read(derTags.objectIdentifier), sm2Curve) && curve?.isAtEnd;
  if (curve === undefined ? mustNameCurve : !isNamed) throw malformed('SEC 1 form');
  const bits = key?.isNext(derTags.context1) ? key.enter(derTags.context1) : undefined;
  const point = bits && readBits(bits.read(derTags.bitString));
  if ((bits && (point === undefined || !bits.isAtEnd)) || !key?.isAtEnd) {
    throw malformed('SEC 1 form');
  }
  return { scalar: fillScalar(scalar), point };
}

export function writeSec1(scalar: Uint8Array, point: Uint8Array): Uint8Array {
  return writeElement(
    derTags.sequence,
    smallInteger(1),
    writeElement(derTags.octetString, scalar),
    writeElement(derTags.context0, identifier(sm2Curve)),
    writeElement(derTags.context1, bitString(point)),
  );
}

function hasAlgorithm(info: DerReader | undefined): boolean {
  const sequence = info?.enter(derTags.sequence);
  const type = sequence?.read(derTags.objectIdentifier);
  const curve = sequence?.read(derTags.objectIdentifier);
  return isSame(type, ecPublicKey) && isSame(curve, sm2Curve) && sequence?.isAtEnd === true;
}

/** The bytes of a bit string of whole bytes that is long enough to be a point. */
function readBits(bits: Uint8Array | undefined): Uint8Array | undefined {
  if (bits === undefined || bits[0] !== 0 || bits.length > pointBytes + 1) return undefined;
  return bits.subarray(1);
}

/**
 * Exactly 32 bytes. RFC 5915 wants them so, but libraries drop zeros in front, or write one more because the number would be negative;
 * both mean one number only.
 */
function fillScalar(scalar: Uint8Array): Uint8Array {
  const digits = scalar.length === scalarBytes + 1 && scalar[0] === 0 ? scalar.subarray(1) : scalar;
  if (digits.length === 0 || digits.length > scalarBytes) throw malformed('SEC 1 form');
  return concatBytes(new Uint8Array(scalarBytes - digits.length), digits);
}
