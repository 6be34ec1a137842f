import { createCipheriv, createHash, hkdfSync } from 'node:crypto';
import { createAead, generateKeyset } from '@yushu/encrypt';
import { insecureReadKeyset, insecureWriteKeyset } from '@yushu/encrypt/insecure';
import { describe, expect, it } from 'vitest';

const data = new TextEncoder().encode('place');
const message = new TextEncoder().encode('message');

/** The same bytes, from the description in the source and node:crypto's HKDF. */
function sealed(key: Uint8Array, salt: Uint8Array): Buffer {
  const info = Buffer.concat([Buffer.from('yushu committing AES-256-GCM v1'), data]);
  const derived = Buffer.from(hkdfSync('sha256', key, salt, info, 64));
  const cipher = createCipheriv('aes-256-gcm', derived.subarray(0, 32), Buffer.alloc(12));
  cipher.setAAD(data);
  const body = Buffer.concat([cipher.update(message), cipher.final(), cipher.getAuthTag()]);
  return Buffer.concat([salt, derived.subarray(32), body]);
}

describe('COMMITTING_AES256_GCM', () => {
  const keyset = generateKeyset('COMMITTING_AES256_GCM');
  const [entry] = JSON.parse(insecureWriteKeyset(keyset)).key;
  const key = Buffer.from(entry.keyData.value, 'base64').subarray(2);

  it('writes salt, commitment and ciphertext as its description says', () => {
    const bytes = createAead(keyset).seal(message, data);
    const salt = bytes.subarray(5, 37);
    expect(Buffer.from(bytes.subarray(5)).equals(sealed(key, salt))).toBe(true);
    expect(createAead(keyset).open(bytes, data)).toEqual(message);
  });

  it('does not open under another key, even where the tag would fit', () => {
    // Another key that has the commitment cannot be found; one with a right tag and a wrong commitment can be made.
    const salt = createHash('sha256').update('salt').digest();
    const honest = sealed(key, salt);
    const forged = Buffer.concat([honest.subarray(0, 32), Buffer.alloc(32), honest.subarray(64)]);
    const raw = insecureReadKeyset(
      insecureWriteKeyset(keyset).replace('"outputPrefixType":"TINK"', '"outputPrefixType":"RAW"'),
    );
    expect(createAead(raw).open(honest, data)).toEqual(message);
    expect(() => createAead(raw).open(forged, data)).toThrow(
      expect.objectContaining({ code: 'ERR_ENCRYPT_OPEN' }),
    );
  });
});
