/**
 * Keys with parameters, which most of Tink's messages write alike: the format `{1 params, 2 key_size}` gives the key
 * `{1 version, 2 params, 3 key_value}`.
 *
 * @module
 */
import type { RandomBytes } from '@yushu/core';
import {
  bytesField,
  messageField,
  type ProtoFields,
  readProto,
  uint32Field,
  writeProto,
} from '../keyset/proto-wire.ts';
import { checkVersion } from './check-key.ts';

/** A new serialised key of a format that has been read. */
export function createOfFields(format: ProtoFields, random: RandomBytes): Uint8Array {
  return writeProto([
    [2, [bytesField(format, 1)]],
    [3, random(uint32Field(format, 2))],
  ]);
}

/** A new serialised key of a serialised format. */
export function createParameterized(format: Uint8Array, random: RandomBytes): Uint8Array {
  return createOfFields(readProto(format), random);
}

/** Parameters and bytes of a key whose version has been checked. */
export function readParameterized(value: Uint8Array): {
  readonly params: ProtoFields;
  readonly key: Uint8Array;
} {
  const fields = readProto(value);
  checkVersion(fields);
  return { params: messageField(fields, 2), key: bytesField(fields, 3) };
}
