/**
 * `Sm4GcmHkdfStreamingKey{1 version, 2 {1 ciphertext_segment_size}, 3 key_value}`: Tink's AES-GCM-HKDF streaming with SM4
 * and SM3 in place of AES and SHA-256. Not a key type of Tink's.
 *
 * Each stream has an SM4 key of its own, HKDF-SM3 (RFC 5869) of the key, the header's salt and the associated data.
 *
 * @module
 */
import { hkdfSm3 } from '@yushu/gm/sm3';
import { createSm4Gcm } from '@yushu/gm/sm4';
import { checkKeyBytes } from '../key-types/check-key.ts';
import { createParameterized, readParameterized } from '../key-types/parameterized-key.ts';
import { ownTypeUrl } from '../key-types/type-url.ts';
import { keysetError } from '../keyset/keyset.ts';
import { uint32Field } from '../keyset/proto-wire.ts';
import { type StreamingKeyType, segmentNonce, streamHeader } from '../streaming/raw-streaming.ts';

const keyBytes = 16;
const tagBytes = 16;
const header = /* @__PURE__ */ streamHeader(keyBytes);

/** SM4-GCM-HKDF-SM3 streaming. Format: `{1 params, 2 key_size}`. */
export const sm4GcmHkdfStreamingKeyType: StreamingKeyType = {
  typeUrl: ownTypeUrl('Sm4GcmHkdfStreamingKey'),
  purpose: 'streaming',
  material: 'symmetric',
  create: createParameterized,
  open(value) {
    const { params, key } = readParameterized(value);
    checkKeyBytes(key, [keyBytes]);
    const segmentBytes = uint32Field(params, 1);
    if (segmentBytes <= header.headerBytes + tagBytes || segmentBytes > 0x7fff_ffff) {
      throw keysetError('a segment size is out of range', { segmentBytes });
    }
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
        const gcm = createSm4Gcm(hkdfSm3(key, { salt, info: associatedData, length: keyBytes }));
        return {
          seal: (index, last, plaintext) =>
            gcm.sealWithNonce(segmentNonce(noncePrefix, index, last, 12), plaintext),
          open(index, last, sealed) {
            try {
              return gcm.openWithNonce(segmentNonce(noncePrefix, index, last, 12), sealed);
            } catch {
              return undefined;
            }
          },
        };
      },
    };
  },
};
