/**
 * `AesGcmHkdfStreamingKey{1 version, 2 {1 ciphertext_segment_size, 2 derived_key_size, 3 hkdf_hash}, 3 key_value}`: each
 * stream has an AES-GCM key of its own, HKDF (RFC 5869) of the key, the header's salt and the associated data.
 *
 * @module
 */
import { platform } from '#platform';
import { keysetError } from '../keyset/keyset.ts';
import {
  bytesField,
  messageField,
  readProto,
  uint32Field,
  writeProto,
} from '../keyset/proto-wire.ts';
import { hkdf } from '../prf/hkdf.ts';
import { type StreamingKeyType, segmentNonce, streamHeader } from '../streaming/raw-streaming.ts';
import { checkKeyBytes, checkMinimumKeyBytes, checkVersion } from './check-key.ts';
import { hashOfNumber } from './hash-type.ts';
import { tinkTypeUrl } from './type-url.ts';

const tagBytes = 16;
const none = new Uint8Array(0);

/** AES-GCM-HKDF streaming. Format: `{1 params, 2 key_size}`. */
export const aesGcmHkdfStreamingKeyType: StreamingKeyType = {
  typeUrl: tinkTypeUrl('AesGcmHkdfStreamingKey'),
  purpose: 'streaming',
  material: 'symmetric',
  create(format, random) {
    const fields = readProto(format);
    return writeProto([
      [2, [bytesField(fields, 1)]],
      [3, random(uint32Field(fields, 2))],
    ]);
  },
  open(value) {
    const fields = readProto(value);
    checkVersion(fields);
    const params = messageField(fields, 2);
    const segmentBytes = uint32Field(params, 1);
    const derivedBytes = uint32Field(params, 2);
    const hash = hashOfNumber(uint32Field(params, 3));
    const key = checkMinimumKeyBytes(bytesField(fields, 3), Math.max(16, derivedBytes));
    checkKeyBytes(new Uint8Array(derivedBytes), [16, 32]);
    const header = streamHeader(derivedBytes);
    if (segmentBytes <= header.headerBytes + tagBytes || segmentBytes > 0x7fff_ffff) {
      throw keysetError('a segment size is out of range', { segmentBytes });
    }
    return {
      headerBytes: header.headerBytes,
      segmentBytes,
      tagBytes,
      createHeader: header.create,
      createCipher(bytes, associatedData) {
        const parts = header.read(bytes);
        if (parts === undefined) return undefined;
        const { salt, noncePrefix } = parts;
        const gcm = platform.createAesGcm(hkdf(hash, key, salt, associatedData, derivedBytes));
        return {
          seal(index, last, plaintext) {
            const sealed = new Uint8Array(plaintext.length + tagBytes);
            gcm.seal(segmentNonce(noncePrefix, index, last, 12), plaintext, none, sealed, 0);
            return sealed;
          },
          open(index, last, sealed) {
            if (sealed.length < tagBytes) return undefined;
            return gcm.open(segmentNonce(noncePrefix, index, last, 12), sealed, none);
          },
        };
      },
    };
  },
};
