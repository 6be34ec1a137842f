/**
 * `C2spChunkedAesGcmKey{1 version, 3 key_value}`: streams in the bytes of https://c2sp.org/chunked-encryption@v1, with
 * HKDF-Expand over SHA-512 as Wycheproof's vectors have it. Not a key type of Tink's.
 *
 * Unlike Tink's streams these commit to key and associated data: a stream that opens under two keys would be a collision
 * of the hash. Each has a key and a nonce of its own, HKDF-Expand (RFC 5869 section 2.3) of the key, a random salt and the
 * associated data.
 *
 * Wire: salt 24 ‖ commitment 32 ‖ chunks of 16,384 bytes and a tag of 16 each, the last one shorter.
 *
 * @module
 */
import { platform } from '#platform';
import { bytesField, readProto, uint32Field, writeProto } from '../keyset/proto-wire.ts';
import { createHkdfExpand } from '../prf/hkdf.ts';
import type { StreamingKeyType } from '../streaming/raw-streaming.ts';
import { checkKeyBytes, checkVersion } from './check-key.ts';
import { ownTypeUrl } from './type-url.ts';

const saltBytes = 24;
const commitmentBytes = 32;
const headerBytes = saltBytes + commitmentBytes;
const nonceBytes = 12;
const tagBytes = 16;
const none = new Uint8Array(0);

/** The base nonce xor the number of the chunk, big-endian. */
function chunkNonce(base: Uint8Array, index: number): Uint8Array {
  const nonce = base.slice();
  const end = new DataView(nonce.buffer, nonceBytes - 4);
  end.setUint32(0, end.getUint32(0) ^ index);
  return nonce;
}

/** What a stream's salt and associated data give: its key, base nonce and commitment. */
function derive(key: Uint8Array, salt: Uint8Array, associatedData: Uint8Array) {
  const label = `c2sp.org/chunked-encryption@v1+AEAD_AES_${key.length * 8}_GCM\0`;
  const use = new TextEncoder().encode(label);
  const info = new Uint8Array(use.length + saltBytes + associatedData.length);
  info.set(use);
  info.set(salt, use.length);
  info.set(associatedData, use.length + saltBytes);
  const length = key.length + nonceBytes + commitmentBytes;
  const derived = createHkdfExpand('sha512', key)(info, length);
  return {
    aeadKey: derived.subarray(0, key.length),
    baseNonce: derived.slice(key.length, key.length + nonceBytes),
    commitment: derived.subarray(key.length + nonceBytes),
  };
}

/** C2SP chunked encryption with AES-128-GCM or AES-256-GCM. Format: `{2 key_size}`. */
export const c2spChunkedAesGcmKeyType: StreamingKeyType = {
  typeUrl: ownTypeUrl('C2spChunkedAesGcmKey'),
  purpose: 'streaming',
  material: 'symmetric',
  create: (format, random) => writeProto([[3, random(uint32Field(readProto(format), 2))]]),
  open(value) {
    const fields = readProto(value);
    checkVersion(fields);
    const key = checkKeyBytes(bytesField(fields, 3), [16, 32]);
    const segmentBytes = 16_384 + tagBytes;
    return {
      headerBytes,
      firstSegmentBytes: segmentBytes,
      segmentBytes,
      tagBytes,
      endsShort: true,
      createHeader(fillRandom, associatedData) {
        const header = new Uint8Array(headerBytes);
        fillRandom(header, 0, saltBytes);
        header.set(
          derive(key, header.subarray(0, saltBytes), associatedData).commitment,
          saltBytes,
        );
        return header;
      },
      createCipher(header, associatedData) {
        if (header.length !== headerBytes) return undefined;
        const salt = header.subarray(0, saltBytes);
        const { aeadKey, baseNonce, commitment } = derive(key, salt, associatedData);
        if (!platform.equalBytes(commitment, header.subarray(saltBytes))) return undefined;
        const gcm = platform.createAesGcm(aeadKey);
        return {
          seal(index, _last, plaintext) {
            const sealed = new Uint8Array(plaintext.length + tagBytes);
            gcm.seal(chunkNonce(baseNonce, index), plaintext, none, sealed, 0);
            return sealed;
          },
          // Its length says whether a chunk is the last, and nothing else: the last is never full.
          open(index, last, sealed) {
            if (sealed.length < tagBytes || last !== sealed.length < segmentBytes) return undefined;
            return gcm.open(chunkNonce(baseNonce, index), sealed, none);
          },
        };
      },
    };
  },
};
