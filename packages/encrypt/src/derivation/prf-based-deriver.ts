/**
 * Keysets that keysets are derived from: `PrfBasedDeriverKey{1 version, 2 KeyData prf_key, 3 {1 KeyTemplate{1 type_url, 2
 * value, 3 prefix}}}`.
 *
 * @module
 */
import { ed25519 } from '@noble/curves/ed25519.js';
import { encryptError } from '../errors.ts';
import { checkVersion } from '../key-types/check-key.ts';
import { hkdfPrfKeyType } from '../key-types/hkdf-prf.ts';
import type { KeyType } from '../key-types/key-type.ts';
import { tinkTypeUrl } from '../key-types/type-url.ts';
import { type GenerateOptions, generateKeysetOf } from '../keyset/generate-keyset.ts';
import { type KeyTemplate, keyTypes, rowOfTemplate } from '../keyset/key-template.ts';
import {
  entriesOf,
  type KeyEntry,
  type Keyset,
  keysetError,
  makeKeyset,
} from '../keyset/keyset.ts';
import { enumEntry, enumOfNumber, keyMaterials, outputPrefixes } from '../keyset/keyset-enums.ts';
import {
  bytesField,
  messageField,
  readProto,
  stringField,
  uint32Field,
  writeProto,
} from '../keyset/proto-wire.ts';

const deriverTypeUrl = tinkTypeUrl('PrfBasedDeriverKey');

/** `Ed25519PrivateKey{1 version, 2 key_value, 3 Ed25519PublicKey{1 version, 2 key_value}}` (RFC 8032). */
const ed25519KeyType: KeyType = {
  typeUrl: tinkTypeUrl('Ed25519PrivateKey'),
  purpose: 'signature',
  material: 'private',
  create(_format, random) {
    const seed = random(32);
    const publicKey = writeProto([[2, ed25519.getPublicKey(seed)]]);
    return writeProto([
      [2, seed],
      [3, [publicKey]],
    ]);
  },
};

const derivable: readonly KeyType[] = [...keyTypes, ed25519KeyType];

/** Bytes of an HKDF output, one after the other: what would be random in a key that is not derived. */
function streamOf(compute: (length: number) => Uint8Array): (length: number) => Uint8Array {
  let used = 0;
  return (length) => {
    const bytes = compute(used + length).subarray(used);
    used += length;
    return bytes;
  };
}

function deriveKey(entry: KeyEntry, salt: Uint8Array): KeyEntry {
  if (entry.typeUrl !== deriverTypeUrl) {
    throw encryptError('ERR_ENCRYPT_KEY_TYPE', 'A key of the keyset is not for derivation', {
      hint: 'Use a keyset that generateDeriverKeyset made.',
      details: { keyId: String(entry.id), typeUrl: entry.typeUrl },
    });
  }
  const fields = readProto(entry.value);
  checkVersion(fields);
  const prfKey = messageField(fields, 2);
  if (stringField(prfKey, 1) !== hkdfPrfKeyType.typeUrl) {
    throw keysetError('a derivation key has no HKDF key inside');
  }
  const prf = hkdfPrfKeyType.open(bytesField(prfKey, 2));
  const template = messageField(messageField(fields, 3), 1);
  const typeUrl = stringField(template, 1);
  const type = derivable.find((candidate) => candidate.typeUrl === typeUrl);
  if (type === undefined) throw keysetError('keys of this type cannot be derived', { typeUrl });
  const random = streamOf((length) => prf.compute(salt, length));
  return {
    id: entry.id,
    status: entry.status,
    prefix: enumOfNumber(outputPrefixes, uint32Field(template, 3)),
    typeUrl,
    material: type.material,
    value: type.create(bytesField(template, 2), random),
  };
}

/**
 * A new keyset from which keysets of a template can be derived, one for each salt: a key for every tenant, say, of which
 * nothing has to be stored.
 *
 * @throws {DataSecurityError} `ERR_ENCRYPT_TEMPLATE` where there is no template of that name.
 *
 * @example
 * ```ts
 * import { createAead } from '@yushu/encrypt';
 * import { deriveKeyset, generateDeriverKeyset } from '@yushu/encrypt/derivation';
 *
 * const master = generateDeriverKeyset('AES256_GCM');
 * const tenant = deriveKeyset(master, new TextEncoder().encode('tenant-7'));
 * console.log(createAead(tenant).overhead); // 33
 * ```
 */
export function generateDeriverKeyset(derived: KeyTemplate, options: GenerateOptions = {}): Keyset {
  const { type, format, prefix } = rowOfTemplate(derived);
  const hkdf = rowOfTemplate('HKDF_SHA256');
  const template = writeProto([
    [1, type.typeUrl],
    [2, format],
    [3, enumEntry(outputPrefixes, prefix).number],
  ]);
  const deriver: KeyType = {
    typeUrl: deriverTypeUrl,
    purpose: 'derivation',
    material: 'symmetric',
    create(_format, random) {
      const prfKey = writeProto([
        [1, hkdf.type.typeUrl],
        [2, hkdf.type.create(hkdf.format, random)],
        [3, enumEntry(keyMaterials, 'symmetric').number],
      ]);
      return writeProto([
        [2, [prfKey]],
        [3, [writeProto([[1, [template]]])]],
      ]);
    },
  };
  return generateKeysetOf({ type: deriver, format: new Uint8Array(0), prefix }, options);
}

/**
 * The keyset of a salt (Tink's `KeysetDeriver`): for each enabled key of the deriver a key with its id. The bytes of a
 * key are the HKDF output (RFC 5869) of the deriver's key with the salt as `info`.
 *
 * @throws {DataSecurityError} `ERR_ENCRYPT_KEY_TYPE` where the keyset is not for derivation, `ERR_ENCRYPT_KEYSET` where
 * keys of its template cannot be derived.
 *
 * @example
 * ```ts
 * import { deriveKeyset, generateDeriverKeyset } from '@yushu/encrypt/derivation';
 *
 * const master = generateDeriverKeyset('HMAC_SHA256_PRF');
 * console.log(deriveKeyset(master, new Uint8Array(1)).primaryId === master.primaryId); // true
 * ```
 */
export function deriveKeyset(deriver: Keyset, salt: Uint8Array): Keyset {
  const enabled = entriesOf(deriver).filter((entry) => entry.status === 'enabled');
  return makeKeyset(
    deriver.primaryId,
    enabled.map((entry) => deriveKey(entry, salt)),
  );
}
