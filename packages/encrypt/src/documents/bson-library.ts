/**
 * The part of the `bson` package that is used, given by the caller: instances of its classes are recognised by the driver
 * of the same copy only.
 *
 * @module
 */

/** A `Binary` of the `bson` package. */
export interface BsonBinary {
  readonly _bsontype: 'Binary';
  readonly sub_type: number;
  readonly position: number;
  readonly buffer: Uint8Array;
}

/** What is needed of `bson` (version 5 and later), or of `BSON` of the MongoDB driver. */
export interface BsonLibrary {
  readonly Binary: new (buffer: Uint8Array, subType: number) => BsonBinary;
  serialize(document: object, options?: object): Uint8Array;
  deserialize(bytes: Uint8Array, options?: object): Readonly<Record<string, unknown>>;
}

/** Subtypes from 128 on are the user's (bsonspec.org). */
const sealedSubType = 128;

/** Every sealed value begins with it, so that other values of that subtype are not taken for one. */
const mark = new TextEncoder().encode('ysk1');

/** Sealed bytes as a value of a document. */
export function binaryOf(bson: BsonLibrary, sealed: Uint8Array): BsonBinary {
  const bytes = new Uint8Array(mark.length + sealed.length);
  bytes.set(mark);
  bytes.set(sealed, mark.length);
  return new bson.Binary(bytes, sealedSubType);
}

/** The sealed bytes of a value, or `undefined` where it is not sealed. */
export function sealedOf(value: unknown): Uint8Array | undefined {
  const binary = value as Partial<BsonBinary> | null | undefined;
  if (binary?._bsontype !== 'Binary' || binary.sub_type !== sealedSubType) return undefined;
  const { buffer, position } = binary;
  if (!(buffer instanceof Uint8Array) || position === undefined) return undefined;
  const bytes = buffer.subarray(0, position);
  return mark.every((byte, at) => bytes[at] === byte) ? bytes.subarray(mark.length) : undefined;
}
