/**
 * `AesGcmHkdfStreamingKey{1 version, 2 {1 ciphertext_segment_size, 2 derived_key_size, 3 hkdf_hash}, 3 key_value}`: each
 * stream has an AES-GCM key of its own, HKDF (RFC 5869) of the key, the header's salt and the associated data.
 *
 * @module
 */
import { platform } from '#platform';
import { hkdf } from '../prf/hkdf.ts';
import { type StreamingKeyType, segmentNonce } from '../streaming/raw-streaming.ts';
import { createParameterized, readParameterized } from './parameterized-key.ts';
import { readStreamingParams } from './streaming-params.ts';
import { tinkTypeUrl } from './type-url.ts';

const tagBytes = 16;
const none = new Uint8Array(0);

/** AES-GCM-HKDF streaming. Format: `{1 params, 2 key_size}`. */
export const aesGcmHkdfStreamingKeyType: StreamingKeyType = {
  typeUrl: tinkTypeUrl('AesGcmHkdfStreamingKey'),
  purpose: 'streaming',
  material: 'symmetric',
  create: createParameterized,
  open(value) {
    const { params, key } = readParameterized(value);
    const { segmentBytes, derivedBytes, hash, header } = readStreamingParams(params, key, tagBytes);
    return {
      headerBytes: header.headerBytes,
      firstSegmentBytes: segmentBytes - header.headerBytes,
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
