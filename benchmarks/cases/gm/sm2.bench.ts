import {
  decryptSm2,
  encryptSm2,
  exportSm2PrivateKey,
  exportSm2PublicKey,
  generateSm2KeyPair,
  importSm2PublicKey,
  signSm2,
  verifySm2,
} from '@yushu/gm/sm2';
import { sm2 } from 'sm-crypto-v2';
import type { Bench } from '../../src/bench.ts';

const message = new TextEncoder().encode(
  'a message as they are signed, of some 60 bytes, no more.',
);
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const oneOp = { unit: 'op', amount: 1 } as const;
const form = { form: 'raw' } as const;

function demand(holds: boolean, what: string): void {
  if (!holds) throw new Error(`${what} is wrong`);
}

function makeKeys() {
  const { privateKey, publicKey } = generateSm2KeyPair();
  return {
    privateKey,
    publicKey,
    d: exportSm2PrivateKey('hex', privateKey),
    point: exportSm2PublicKey('hex', publicKey),
  };
}

export const benches: readonly Bench[] = [
  {
    name: 'gm.sm2-sign',
    about:
      'Signing a short message. The peer is called as its documentation calls it, with the private key, and with the public key as well, so that it need not compute it.',
    prepare() {
      const { privateKey, publicKey, d, point } = makeKeys();
      const ours = () => signSm2(privateKey, message, form);
      const peers = {
        'sm-crypto-v2': () => sm2.doSignature(message, d, { hash: true }),
        'sm-crypto-v2, given the public key': () =>
          sm2.doSignature(message, d, { hash: true, publicKey: point }),
      };
      return {
        work: oneOp,
        check() {
          demand(sm2.doVerifySignature(message, hex(ours()), point, { hash: true }), 'ours');
          for (const [name, sign] of Object.entries(peers)) {
            demand(verifySm2(publicKey, message, Buffer.from(sign(), 'hex'), form), name);
          }
        },
        subjects: { '@yushu/gm': ours, ...peers },
      };
    },
  },
  {
    name: 'gm.sm2-verify',
    about:
      'Verifying with one key again and again: the peer as its documentation calls it, with the key in hex, and with its table of the key made before.',
    prepare() {
      const { privateKey, publicKey, point } = makeKeys();
      const signature = signSm2(privateKey, message, form);
      const theirs = hex(signature);
      const table = sm2.precomputePublicKey(point);
      const subjects = {
        '@yushu/gm': () => verifySm2(publicKey, message, signature, form),
        'sm-crypto-v2': () => sm2.doVerifySignature(message, theirs, point, { hash: true }),
        'sm-crypto-v2, precomputed': () =>
          sm2.doVerifySignature(message, theirs, table, { hash: true }),
      };
      const changed = signature.map((byte, i) => (i === 63 ? byte ^ 1 : byte));
      return {
        work: oneOp,
        check() {
          for (const [name, verify] of Object.entries(subjects)) demand(verify(), name);
          demand(!verifySm2(publicKey, message, changed, form), 'a changed signature');
        },
        subjects,
      };
    },
  },
  {
    name: 'gm.sm2-verify-once',
    about: 'Reading a public key and verifying one signature with it.',
    prepare() {
      const { privateKey, point } = makeKeys();
      const signature = signSm2(privateKey, message, form);
      const theirs = hex(signature);
      const subjects = {
        '@yushu/gm': () => verifySm2(importSm2PublicKey('hex', point), message, signature, form),
        'sm-crypto-v2': () => sm2.doVerifySignature(message, theirs, point, { hash: true }),
      };
      return {
        work: oneOp,
        check() {
          for (const [name, verify] of Object.entries(subjects)) demand(verify(), name);
        },
        subjects,
      };
    },
  },
  {
    name: 'gm.sm2-encrypt',
    about: 'Encrypting a short message.',
    prepare() {
      const { privateKey, publicKey, d, point } = makeKeys();
      const ours = () => encryptSm2(publicKey, message, form);
      const theirs = () => sm2.doEncrypt(message, point, 1);
      return {
        work: oneOp,
        check() {
          const opened = sm2.doDecrypt(hex(ours()), d, 1, { output: 'array' });
          demand(hex(opened) === hex(message), 'ours');
          const back = decryptSm2(privateKey, Buffer.from(theirs(), 'hex'), form);
          demand(hex(back) === hex(message), 'theirs');
        },
        subjects: { '@yushu/gm': ours, 'sm-crypto-v2': theirs },
      };
    },
  },
  {
    name: 'gm.sm2-decrypt',
    about: 'Decrypting a short message.',
    prepare() {
      const { privateKey, publicKey, d } = makeKeys();
      const encrypted = encryptSm2(publicKey, message, form);
      const text = hex(encrypted);
      const subjects = {
        '@yushu/gm': () => decryptSm2(privateKey, encrypted, form),
        'sm-crypto-v2': () => sm2.doDecrypt(text, d, 1, { output: 'array' }),
      };
      return {
        work: oneOp,
        check() {
          for (const [name, decrypt] of Object.entries(subjects)) {
            demand(hex(decrypt()) === hex(message), name);
          }
        },
        subjects,
      };
    },
  },
];
