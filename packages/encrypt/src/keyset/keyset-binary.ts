/**
 * Tink's binary keyset: the message `Keyset` of `tink.proto`, and `EncryptedKeyset` around it.
 *
 * @module
 */
import { entriesOf, type KeyEntry, type Keyset, keysetError, makeKeyset } from './keyset.ts';
import {
  enumEntry,
  enumOfNumber,
  keyMaterials,
  keyStatuses,
  outputPrefixes,
} from './keyset-enums.ts';
import {
  bytesField,
  messageField,
  messageFields,
  type ProtoFields,
  readProto,
  stringField,
  uint32Field,
  writeProto,
} from './proto-wire.ts';

function readKey(key: ProtoFields): KeyEntry {
  const data = messageField(key, 1);
  const entry: KeyEntry = {
    id: uint32Field(key, 3),
    status: enumOfNumber(keyStatuses, uint32Field(key, 2)),
    prefix: enumOfNumber(outputPrefixes, uint32Field(key, 4)),
    typeUrl: stringField(data, 1),
    value: bytesField(data, 2),
    material: enumOfNumber(keyMaterials, uint32Field(data, 3)),
  };
  if (entry.status !== 'destroyed' && !key.has(1)) throw keysetError('a key has no key data');
  return entry;
}

/** Reads `Keyset{1 primary_key_id, 2 repeated Key{1 KeyData{1 type_url, 2 value, 3 material}, 2 status, 3 id, 4 prefix}}`. */
export function readKeysetBinary(bytes: Uint8Array): Keyset {
  const fields = readProto(bytes);
  return makeKeyset(uint32Field(fields, 1), messageFields(fields, 2).map(readKey));
}

function writeKey(entry: KeyEntry): Uint8Array {
  const data = writeProto([
    [1, entry.typeUrl],
    [2, entry.value],
    [3, enumEntry(keyMaterials, entry.material).number],
  ]);
  return writeProto([
    [1, entry.status === 'destroyed' && data.length === 0 ? [] : [data]],
    [2, enumEntry(keyStatuses, entry.status).number],
    [3, entry.id],
    [4, enumEntry(outputPrefixes, entry.prefix).number],
  ]);
}

/** Writes what {@link readKeysetBinary} reads. */
export function writeKeysetBinary(keyset: Keyset): Uint8Array {
  return writeProto([
    [1, keyset.primaryId],
    [2, entriesOf(keyset).map(writeKey)],
  ]);
}

/** `EncryptedKeyset{2 encrypted_keyset, 3 KeysetInfo{1 primary, 2 repeated {1 type_url, 2 status, 3 id, 4 prefix}}}`. */
export function writeEncryptedBinary(keyset: Keyset, sealed: Uint8Array): Uint8Array {
  const info = writeProto([
    [1, keyset.primaryId],
    [
      2,
      keyset.keys.map((key) =>
        writeProto([
          [1, key.typeUrl],
          [2, enumEntry(keyStatuses, key.status).number],
          [3, key.id],
          [4, enumEntry(outputPrefixes, key.prefix).number],
        ]),
      ),
    ],
  ]);
  return writeProto([
    [2, sealed],
    [3, [info]],
  ]);
}

/** The sealed bytes of an `EncryptedKeyset`. The info beside them is for people; nothing is decided by it. */
export function readEncryptedBinary(bytes: Uint8Array): Uint8Array {
  const sealed = bytesField(readProto(bytes), 2);
  if (sealed.length === 0) throw keysetError('it holds no encrypted keyset');
  return sealed;
}
