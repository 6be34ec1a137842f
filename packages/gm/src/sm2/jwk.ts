import { fromBase64Url, toBase64Url } from '../bytes/base64.ts';
import { concatBytes } from '../bytes/concat-bytes.ts';
import { keyError } from '../errors.ts';
import { scalarBytes } from './parameters.ts';

/**
 * A key in the form of JSON Web Keys (RFC 7517, RFC 7518 section 6.2). No registry has SM2, so `crv` is what others write: `SM2`.
 * Members that are not named here are passed over.
 */
export interface Sm2PublicJwk {
  readonly kty: 'EC';
  readonly crv: 'SM2';
  /** 32 bytes in base64url. */
  readonly x: string;
  /** 32 bytes in base64url. */
  readonly y: string;
}

/** The same with the private key in it. Keep it as you keep the key. */
export interface Sm2PrivateJwk extends Sm2PublicJwk {
  /** 32 bytes in base64url. */
  readonly d: string;
}

function readMember(jwk: Readonly<Record<string, unknown>>, name: string): Uint8Array {
  const value = jwk[name];
  const bytes = typeof value === 'string' ? fromBase64Url(value) : undefined;
  if (bytes?.length === scalarBytes) return bytes;
  throw keyError(`${name} of the JWK is not 32 bytes in base64url`, 'Keep zeros in front.', {
    name,
  });
}

function readObject(jwk: unknown): Readonly<Record<string, unknown>> {
  const members = jwk as Readonly<Record<string, unknown>> | null;
  if (typeof jwk === 'object' && members?.['kty'] === 'EC' && members['crv'] === 'SM2') {
    return members;
  }
  throw keyError('This is not the JWK of an SM2 key', "It has kty: 'EC' and crv: 'SM2'.");
}

/** 04 ‖ x ‖ y, not checked. */
export function readPublicJwk(jwk: unknown): Uint8Array {
  const members = readObject(jwk);
  return concatBytes(Uint8Array.of(0x04), readMember(members, 'x'), readMember(members, 'y'));
}

export function readPrivateJwk(jwk: unknown): { scalar: Uint8Array; point: Uint8Array } {
  return { scalar: readMember(readObject(jwk), 'd'), point: readPublicJwk(jwk) };
}

export function writePublicJwk(point: Uint8Array): Sm2PublicJwk {
  return {
    kty: 'EC',
    crv: 'SM2',
    x: toBase64Url(point.subarray(1, 33)),
    y: toBase64Url(point.subarray(33)),
  };
}

export function writePrivateJwk(scalar: Uint8Array, point: Uint8Array): Sm2PrivateJwk {
  return { ...writePublicJwk(point), d: toBase64Url(scalar) };
}
