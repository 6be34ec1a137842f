import { isDataSecurityError } from '@yushu/core';
import { createAead, createFieldCipher, generateKeyset, rotateKeyset } from '@yushu/encrypt';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AEAD_TEMPLATES } from './aead-templates.ts';

/** What a failure shows to whoever caused it. */
function shownBy(call: () => unknown): string {
  try {
    call();
  } catch (error) {
    if (!isDataSecurityError(error, 'ERR_ENCRYPT_OPEN')) throw error;
    return JSON.stringify(error);
  }
  return 'opened';
}

const opaque = JSON.stringify({
  code: 'ERR_ENCRYPT_OPEN',
  message: 'Could not be opened',
  hint: 'The key, the context or the ciphertext is not the one it was sealed with.',
  details: {},
});

function* oneBitChanges(bytes: Uint8Array): Generator<Uint8Array> {
  for (let bit = 0; bit < bytes.length * 8; bit += 1) {
    const changed = bytes.slice();
    changed[bit >> 3] = (changed[bit >> 3] as number) ^ (1 << (bit & 7));
    yield changed;
  }
}

describe.each(AEAD_TEMPLATES)('%s', (template) => {
  const keyset = rotateKeyset(generateKeyset(template), template);
  const aead = createAead(keyset);

  it('gives the one error for every one-bit change', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 12 }),
        fc.uint8Array({ maxLength: 12 }),
        (plaintext, data) => {
          const sealed = aead.seal(plaintext, data);
          expect(aead.open(sealed, data)).toEqual(plaintext);
          for (const changed of oneBitChanges(sealed)) {
            expect(shownBy(() => aead.open(changed, data))).toBe(opaque);
          }
          for (const changed of oneBitChanges(data)) {
            expect(shownBy(() => aead.open(sealed, changed))).toBe(opaque);
          }
        },
      ),
      { numRuns: 2 },
    );
  });

  it('gives the one error for every length and for other keys', () => {
    const data = Uint8Array.of(1);
    const sealed = aead.seal(Uint8Array.of(1, 2, 3), data);
    for (let length = 0; length < sealed.length; length += 1) {
      expect(shownBy(() => aead.open(sealed.subarray(0, length), data))).toBe(opaque);
      expect(shownBy(() => aead.open(sealed.subarray(sealed.length - length), data))).toBe(opaque);
    }
    expect(shownBy(() => aead.open(Uint8Array.of(...sealed, 0), data))).toBe(opaque);
    const other = createAead(generateKeyset(template));
    expect(shownBy(() => other.open(sealed, data))).toBe(opaque);
  });
});

describe('field cipher', () => {
  it('gives the one error for every one-character change of the text', () => {
    const cipher = createFieldCipher(createAead(generateKeyset('AES256_GCM')));
    const place = { table: 't', column: 'c', row: '1' };
    const sealed = cipher.seal('张三', place);
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_ =+/';
    for (let at = 0; at < sealed.length; at += 1) {
      for (const letter of alphabet) {
        if (letter === sealed[at]) continue;
        const changed = sealed.slice(0, at) + letter + sealed.slice(at + 1);
        expect(shownBy(() => cipher.open(changed, place))).toBe(opaque);
      }
    }
  });
});
