/**
 * Tink's JSON keyset: `tink.proto` in protobuf's JSON form (protobuf.dev, "ProtoJSON").
 *
 * Stricter than most readers: no duplicate or unknown names, ids as plain whole numbers, known enumeration names.
 *
 * @module
 */
import { decodeBase64, encodeBase64 } from './base64.ts';
import {
  entriesOf,
  type KeyEntry,
  type KeyInfo,
  type Keyset,
  keysetError,
  makeKeyset,
} from './keyset.ts';
import {
  enumEntry,
  enumOfJson,
  enumOfNumber,
  type KeysetEnum,
  keyMaterials,
  keyStatuses,
  outputPrefixes,
} from './keyset-enums.ts';
import { readStrictJson, type StrictJson } from './strict-json.ts';

type JsonObject = ReadonlyMap<string, StrictJson>;

function objectOf(
  value: StrictJson | undefined,
  what: string,
  names: readonly string[],
): JsonObject {
  if (!(value instanceof Map)) throw keysetError(`${what} is not an object`);
  const object = new Map<string, StrictJson>();
  for (const [name, member] of value as JsonObject) {
    // Readers of protobuf's JSON must take the names of the .proto file too: primary_key_id.
    const camel = name.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
    if (!names.includes(camel)) throw keysetError(`${what} has a member that is not known`);
    if (object.has(camel)) throw keysetError('a name stands twice');
    if (member !== null) object.set(camel, member);
  }
  return object;
}

function wholeNumberOf(value: StrictJson | undefined, what: string): number {
  const lexeme =
    typeof value === 'object' && value !== null && 'number' in value ? value.number : '';
  const number = Number(lexeme);
  if (!/^[0-9]{1,10}$/.test(lexeme) || number > 0xffff_ffff) {
    throw keysetError(`${what} is not a whole number from 0 to 4294967295`);
  }
  return number;
}

function textOf(value: StrictJson | undefined, what: string): string {
  if (value === undefined) return '';
  if (typeof value !== 'string') throw keysetError(`${what} is not a text`);
  return value;
}

function enumOf<T extends string>(kind: KeysetEnum<T>, value: StrictJson | undefined): T {
  if (value === undefined) return enumOfNumber(kind, 0);
  if (typeof value === 'string') return enumOfJson(kind, value);
  return enumOfNumber(kind, wholeNumberOf(value, kind.name));
}

function base64Of(value: StrictJson | undefined, what: string): Uint8Array {
  const bytes = decodeBase64(textOf(value, what));
  if (bytes === undefined) throw keysetError(`${what} is not base64`);
  return bytes;
}

function readKey(value: StrictJson): KeyEntry {
  const key = objectOf(value, 'a key', ['keyData', 'status', 'keyId', 'outputPrefixType']);
  const status = enumOf(keyStatuses, key.get('status'));
  const data =
    status === 'destroyed' && !key.has('keyData')
      ? new Map<string, StrictJson>()
      : objectOf(key.get('keyData'), 'keyData', ['typeUrl', 'value', 'keyMaterialType']);
  return {
    id: wholeNumberOf(key.get('keyId'), 'keyId'),
    status,
    prefix: enumOf(outputPrefixes, key.get('outputPrefixType')),
    typeUrl: textOf(data.get('typeUrl'), 'typeUrl'),
    value: base64Of(data.get('value'), 'value'),
    material: enumOf(keyMaterials, data.get('keyMaterialType')),
  };
}

/** Reads a cleartext keyset. */
export function readKeysetJson(text: string): Keyset {
  const keyset = objectOf(readStrictJson(text), 'the keyset', ['primaryKeyId', 'key']);
  const keys = keyset.get('key');
  if (!Array.isArray(keys)) throw keysetError('key is not an array');
  return makeKeyset(
    wholeNumberOf(keyset.get('primaryKeyId'), 'primaryKeyId'),
    (keys as readonly StrictJson[]).map(readKey),
  );
}

/** Writes what {@link readKeysetJson} reads. */
export function writeKeysetJson(keyset: Keyset): string {
  return JSON.stringify({
    primaryKeyId: keyset.primaryId,
    key: entriesOf(keyset).map((entry) => ({
      keyData: {
        typeUrl: entry.typeUrl,
        value: encodeBase64(entry.value),
        keyMaterialType: enumEntry(keyMaterials, entry.material).json,
      },
      status: enumEntry(keyStatuses, entry.status).json,
      keyId: entry.id,
      outputPrefixType: enumEntry(outputPrefixes, entry.prefix).json,
    })),
  });
}

function infoOf(key: KeyInfo): Record<string, string | number> {
  return {
    typeUrl: key.typeUrl,
    status: enumEntry(keyStatuses, key.status).json,
    keyId: key.id,
    outputPrefixType: enumEntry(outputPrefixes, key.prefix).json,
  };
}

/** Writes an `EncryptedKeyset`: the sealed keyset, and beside it what everybody may know. */
export function writeEncryptedJson(keyset: Keyset, sealed: Uint8Array): string {
  return JSON.stringify({
    encryptedKeyset: encodeBase64(sealed),
    keysetInfo: { primaryKeyId: keyset.primaryId, keyInfo: keyset.keys.map(infoOf) },
  });
}

/** The sealed bytes of an `EncryptedKeyset`. The info beside them is for people; nothing is decided by it. */
export function readEncryptedJson(text: string): Uint8Array {
  const document = objectOf(readStrictJson(text), 'the keyset', ['encryptedKeyset', 'keysetInfo']);
  const sealed = base64Of(document.get('encryptedKeyset'), 'encryptedKeyset');
  if (sealed.length === 0) throw keysetError('it holds no encrypted keyset');
  return sealed;
}
