import { inspect } from 'node:util';
import {
  createHmacSm3,
  createSm2KeyExchange,
  createSm4Cbc,
  createSm4Gcm,
  createSm4Xts,
  importSm2PrivateKey,
} from '@yushu/gm';
import { expect, it } from 'vitest';

const secret = '3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8';
const bytes = Buffer.from(secret, 'hex');
const privateKey = importSm2PrivateKey('hex', secret);

const holders: readonly (readonly [string, object])[] = [
  ['a private key', privateKey],
  ['an AEAD', createSm4Gcm(bytes.subarray(0, 16))],
  ['a cipher', createSm4Cbc(bytes.subarray(0, 16))],
  ['a storage cipher', createSm4Xts(bytes)],
  ['a MAC', createHmacSm3(bytes)],
  [
    'a key exchange',
    createSm2KeyExchange({
      role: 'initiator',
      privateKey,
      peerPublicKey: privateKey.publicKey,
      random: () => bytes,
    }),
  ],
];

/** The secret as it would be printed: in hex, decimal, base64, as numbers of a byte array. */
const prints = [
  secret.slice(0, 8),
  BigInt(`0x${secret}`).toString().slice(0, 10),
  bytes.toString('base64').slice(0, 10),
  [...bytes.subarray(0, 4)].join(', '),
  [...bytes.subarray(0, 4)].join(','),
];

it.each(holders)('%s shows nothing of its key', (_, holder) => {
  const shown = [
    inspect(holder, { showHidden: true, depth: 9, getters: true }),
    inspect({ nested: [holder] }, { depth: 9 }),
    JSON.stringify(holder),
    JSON.stringify({ ...holder }),
    String(holder),
    Object.getOwnPropertyNames(holder).join(),
    inspect(structuredCloneOrNothing(holder)),
  ].join('\n');
  for (const print of prints) expect(shown).not.toContain(print);
});

/** Functions cannot be cloned; what can be must not carry the key along. */
function structuredCloneOrNothing(holder: object): unknown {
  try {
    return structuredClone(holder);
  } catch {
    return undefined;
  }
}

it('keeps a copy: the caller may overwrite the key', () => {
  const key = new Uint8Array(16).fill(7);
  const cipher = createSm4Gcm(key);
  const mac = createHmacSm3(key);
  const sealed = cipher.seal('text');
  const tag = mac.compute('text');
  key.fill(0);
  expect(new TextDecoder().decode(cipher.open(sealed))).toBe('text');
  expect(mac.verify('text', tag)).toBe(true);
});
