/**
 * `AesCtrHmacStreamingKey{1 version, 2 {1 ciphertext_segment_size, 2 derived_key_size, 3 hkdf_hash, 4 HmacParams}, 3
 * key_value}`: each stream has an AES-CTR and an HMAC key of its own, HKDF (RFC 5869) of the key, the header's salt and
 * the associated data. The tag of a segment is over its nonce and ciphertext.
 *
 * @module
 */
import { platform } from '#platform';
import { messageField } from '../keyset/proto-wire.ts';
import { hkdf } from '../prf/hkdf.ts';
import { type StreamingKeyType, segmentNonce } from '../streaming/raw-streaming.ts';
import { readHmacParams } from './hmac-params.ts';
import { createParameterized, readParameterized } from './parameterized-key.ts';
import { readStreamingParams } from './streaming-params.ts';
import { tinkTypeUrl } from './type-url.ts';

const macKeyBytes = 32;

/** AES-CTR-HMAC streaming. Format: `{1 params, 2 key_size}`. */
export const aesCtrHmacStreamingKeyType: StreamingKeyType = {
  typeUrl: tinkTypeUrl('AesCtrHmacStreamingKey'),
  purpose: 'streaming',
  material: 'symmetric',
  create: createParameterized,
  open(value) {
    const { params, key } = readParameterized(value);
    const { hash, tagBytes } = readHmacParams(messageField(params, 4));
    const stream = readStreamingParams(params, key, tagBytes);
    const { segmentBytes, derivedBytes, header } = stream;
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
        const derived = hkdf(stream.hash, key, salt, associatedData, derivedBytes + macKeyBytes);
        const ctrKey = derived.subarray(0, derivedBytes);
        const mac = platform.createHmac(hash, derived.subarray(derivedBytes));
        return {
          seal(index, last, plaintext) {
            const nonce = segmentNonce(noncePrefix, index, last, 16);
            const sealed = new Uint8Array(plaintext.length + tagBytes);
            sealed.set(platform.aesCtr(ctrKey, nonce, plaintext));
            const tag = mac(nonce, sealed.subarray(0, plaintext.length));
            sealed.set(tag.subarray(0, tagBytes), plaintext.length);
            return sealed;
          },
          open(index, last, sealed) {
            const end = sealed.length - tagBytes;
            if (end < 0) return undefined;
            const nonce = segmentNonce(noncePrefix, index, last, 16);
            const tag = mac(nonce, sealed.subarray(0, end)).subarray(0, tagBytes);
            if (!platform.equalBytes(tag, sealed.subarray(end))) return undefined;
            return platform.aesCtr(ctrKey, nonce, sealed.subarray(0, end));
          },
        };
      },
    };
  },
};
