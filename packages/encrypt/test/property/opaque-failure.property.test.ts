import { createAead, createFieldCipher, generateKeyset, rotateKeyset } from '@yushu/encrypt';
import { describe, expect, it } from 'vitest';
import { AEAD_TEMPLATES } from './aead-templates.ts';
import { opaque, shownBy } from './opaque-error.ts';

describe.each(AEAD_TEMPLATES)('%s', (template) => {
  const keyset = rotateKeyset(generateKeyset(template), template);
  const aead = createAead(keyset);

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
