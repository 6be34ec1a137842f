/**
 * `AesEaxKey{1 version, 2 AesEaxParams{1 iv_size}, 3 key_value}`: AES-EAX (Bellare, Rogaway, Wagner: "The EAX Mode of
 * Operation", FSE 2004).
 *
 * Wire: nonce (12 or 16) ‖ ciphertext ‖ tag 16.
 *
 * @module
 */
import { cmac } from '@noble/ciphers/aes.js';
import { platform } from '#platform';
import { type AeadKeyType, nonceAead } from '../aead/raw-aead.ts';
import { keysetError } from '../keyset/keyset.ts';
import { uint32Field } from '../keyset/proto-wire.ts';
import { checkKeyBytes } from './check-key.ts';
import { createParameterized, readParameterized } from './parameterized-key.ts';
import { tinkTypeUrl } from './type-url.ts';

/** OMAC of the paper: CMAC over 15 zero bytes, the number of the use and the data. */
function omac(key: Uint8Array, use: number, data: Uint8Array): Uint8Array {
  const input = new Uint8Array(16 + data.length);
  input[15] = use;
  input.set(data, 16);
  return cmac(input, key);
}

function xor(...blocks: Uint8Array[]): Uint8Array {
  return Uint8Array.from({ length: 16 }, (_, i) =>
    blocks.reduce((sum, block) => sum ^ (block[i] as number), 0),
  );
}

/** EAX under a key and a nonce of any length. */
export function eax(key: Uint8Array, nonce: Uint8Array, associatedData: Uint8Array) {
  const counter = omac(key, 0, nonce);
  const header = omac(key, 1, associatedData);
  const tagOf = (ciphertext: Uint8Array) => xor(counter, header, omac(key, 2, ciphertext));
  return {
    encrypt(plaintext: Uint8Array): Uint8Array {
      const ciphertext = platform.aesCtr(key, counter, plaintext);
      const sealed = new Uint8Array(ciphertext.length + 16);
      sealed.set(ciphertext);
      sealed.set(tagOf(ciphertext), ciphertext.length);
      return sealed;
    },
    decrypt(sealed: Uint8Array): Uint8Array {
      const end = sealed.length - 16;
      const ciphertext = sealed.subarray(0, Math.max(0, end));
      if (end < 0 || !platform.equalBytes(tagOf(ciphertext), sealed.subarray(end))) {
        throw new RangeError('tag');
      }
      return platform.aesCtr(key, counter, ciphertext);
    },
  };
}

/** AES-EAX. Format: `{1 params, 2 key_size}`. */
export const aesEaxKeyType: AeadKeyType = {
  typeUrl: tinkTypeUrl('AesEaxKey'),
  purpose: 'aead',
  material: 'symmetric',
  create: createParameterized,
  open(value, fillRandom) {
    const { params, key } = readParameterized(value);
    const ivBytes = uint32Field(params, 1);
    if (ivBytes !== 12 && ivBytes !== 16)
      throw keysetError('an iv must have 12 or 16 bytes', { ivBytes });
    checkKeyBytes(key, [16, 32]);
    return nonceAead(ivBytes, 2 ** 32, fillRandom, (nonce, data) => eax(key, nonce, data));
  },
};
