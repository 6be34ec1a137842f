import { isDataSecurityError, systemRandom } from '@yushu/core';
import {
  createHmacSm3,
  createSm2KeyExchange,
  createSm4Cbc,
  createSm4Ccm,
  createSm4Gcm,
  createSm4GcmSiv,
  decryptSm2,
  encryptSm2,
  generateSm2KeyPair,
  generateSm4Key,
  hmacSm3,
  type Sm2CiphertextForm,
  signSm2,
  verifySm2,
} from '@yushu/gm';
import { describe, expect, it } from 'vitest';

/** Every copy of the bytes in which one bit is another, and every one that is cut short. */
function* change(bytes: Uint8Array): Generator<Uint8Array> {
  for (let bit = 0; bit < bytes.length * 8; bit++) {
    const copy = bytes.slice();
    copy[bit >> 3] = copy[bit >> 3]! ^ (0x80 >> (bit & 7));
    yield copy;
  }
  for (let length = 0; length < bytes.length; length++) yield bytes.slice(0, length);
  yield new Uint8Array([...bytes, 0]);
}

/** Everything of an error that a caller can see but the stack. */
function describeFailure(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    expect(isDataSecurityError(error, 'ERR_GM_OPEN')).toBe(true);
    expect((error as Error).cause).toBeUndefined();
    return JSON.stringify(error);
  }
  return 'opened';
}

const theOneFailure = describeFailure(() =>
  createSm4Gcm(new Uint8Array(16)).open(new Uint8Array()),
);

describe('AEAD', () => {
  it.each([
    ['GCM', createSm4Gcm],
    ['CCM', createSm4Ccm],
    ['GCM-SIV', createSm4GcmSiv],
  ] as const)('SM4-%s fails in one way for every change', (_, create) => {
    const key = generateSm4Key();
    const data = systemRandom(20);
    for (const length of [0, 1, 15, 16, 33]) {
      const sealed = create(key).seal(systemRandom(length), data);
      for (const changed of change(sealed)) {
        expect(describeFailure(() => create(key).open(changed, data))).toBe(theOneFailure);
      }
      for (const changed of change(data)) {
        expect(describeFailure(() => create(key).open(sealed, changed))).toBe(theOneFailure);
      }
      for (const changed of change(key)) {
        if (changed.length !== 16) continue;
        expect(describeFailure(() => create(changed).open(sealed, data))).toBe(theOneFailure);
      }
    }
  });

  it('does not take a changed bit in a long message', () => {
    const cipher = createSm4Gcm(generateSm4Key());
    const sealed = cipher.seal(systemRandom(10_000));
    for (let at = 0; at < sealed.length; at += 97) {
      const copy = sealed.slice();
      copy[at] = copy[at]! ^ 1;
      expect(describeFailure(() => cipher.open(copy))).toBe(theOneFailure);
    }
  });
});

describe('SM2', () => {
  const { privateKey, publicKey } = generateSm2KeyPair();
  const forms: readonly Sm2CiphertextForm[] = [
    { form: 'asn1' },
    { form: 'prefixed' },
    { form: 'raw', order: 'C1C2C3' },
  ];

  it.each(forms)('decrypts nothing that was changed: $form', (form) => {
    const encrypted = encryptSm2(publicKey, systemRandom(5), form);
    for (const changed of change(encrypted)) {
      expect(describeFailure(() => decryptSm2(privateKey, changed, form))).toBe(theOneFailure);
    }
    for (const other of forms.filter((one) => one !== form)) {
      expect(describeFailure(() => decryptSm2(privateKey, encrypted, other))).toBe(theOneFailure);
    }
    const another = generateSm2KeyPair().privateKey;
    expect(describeFailure(() => decryptSm2(another, encrypted, form))).toBe(theOneFailure);
  });

  it.each(['asn1', 'raw'] as const)('verifies nothing that was changed: %s', (form) => {
    const message = systemRandom(12);
    const signature = signSm2(privateKey, message, { form });
    expect(verifySm2(publicKey, message, signature, { form })).toBe(true);
    for (const changed of change(signature)) {
      expect(verifySm2(publicKey, message, changed, { form })).toBe(false);
    }
    for (const changed of change(message)) {
      expect(verifySm2(publicKey, changed, signature, { form })).toBe(false);
    }
    const userId = '1234567812345679';
    expect(verifySm2(publicKey, message, signature, { form, userId })).toBe(false);
    expect(verifySm2(generateSm2KeyPair().publicKey, message, signature, { form })).toBe(false);
  });

  it('confirms no key exchange that was changed', () => {
    const other = generateSm2KeyPair();
    const open = () => {
      const one = createSm2KeyExchange({
        role: 'initiator',
        privateKey,
        peerPublicKey: other.publicKey,
      });
      const two = createSm2KeyExchange({
        role: 'responder',
        privateKey: other.privateKey,
        peerPublicKey: publicKey,
      });
      return { one, two };
    };
    const { one, two } = open();
    const mine = one.agree(two.ephemeralPublicKey, 16);
    const { confirmation } = two.agree(one.ephemeralPublicKey, 16);
    for (const changed of change(confirmation)) {
      expect(describeFailure(() => mine.confirmPeer(changed))).toBe(theOneFailure);
    }
    expect(describeFailure(() => mine.confirmPeer(mine.confirmation))).toBe(theOneFailure);
    for (const bad of [new Uint8Array(65), new Uint8Array(0), two.ephemeralPublicKey.fill(9, 40)]) {
      expect(describeFailure(() => open().one.agree(bad, 16))).toBe(theOneFailure);
    }
  });
});

it('fails in one way for every bad CBC ciphertext, and opens the rest to something else', () => {
  const cipher = createSm4Cbc(generateSm4Key());
  const text = new Uint8Array(20).fill(0x61);
  const encrypted = cipher.encrypt(text);
  const outcomes = new Set<string>();
  for (const changed of change(encrypted)) {
    let opened: Uint8Array | undefined;
    const outcome = describeFailure(() => {
      opened = cipher.decrypt(changed);
    });
    if (opened) expect(Buffer.from(opened).equals(text)).toBe(false);
    outcomes.add(outcome);
  }
  expect(outcomes).toEqual(new Set([theOneFailure, 'opened']));
});

it('verifies no MAC that was changed', () => {
  const key = systemRandom(32);
  const mac = createHmacSm3(key);
  const tag = hmacSm3(key, 'message');
  for (const changed of change(tag)) {
    // A tag that is cut to 16 bytes or more is a truncated tag.
    const isTruncated = changed.length < 32 && changed.length >= 16;
    expect(mac.verify('message', changed)).toBe(isTruncated);
  }
  expect(mac.verify('messages', tag)).toBe(false);
});
