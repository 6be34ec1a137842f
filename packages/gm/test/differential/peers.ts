import { sm2 as oldSm2 } from 'sm-crypto';
import { sm2 as newSm2 } from 'sm-crypto-v2';

/** A peer's keys, in hex. */
export interface PeerKeys {
  readonly d: string;
  readonly point: string;
}

/** One side of a key exchange as the peer wants it. */
interface PeerExchange {
  readonly own: PeerKeys;
  readonly ownEphemeral: PeerKeys;
  readonly other: string;
  readonly otherEphemeral: string;
  readonly ownId: string;
  readonly otherId: string;
  readonly responds: boolean;
}

/** What both peers have in common, and the key exchange, which the older one lacks; all texts are hex. */
export interface Peer {
  readonly name: string;
  encrypt(message: Uint8Array, point: string, order: 0 | 1): string;
  decrypt(encrypted: string, d: string, order: 0 | 1): Uint8Array;
  /** With the public key, which the peer would compute again. */
  sign(message: Uint8Array, keys: PeerKeys, userId: string, der: boolean): string;
  verify(
    message: Uint8Array,
    signature: string,
    point: string,
    userId: string,
    der: boolean,
  ): boolean;
  exchange?(side: PeerExchange, length: number): Uint8Array;
}

const keyPair = ({ d, point }: PeerKeys) => ({ privateKey: d, publicKey: point });

/** The independent implementations that SM2 is compared with. */
export const peers = {
  'sm-crypto-v2': {
    name: 'sm-crypto-v2 1.15.1',
    encrypt: (message, point, order) => newSm2.doEncrypt(message, point, order),
    decrypt: (encrypted, d, order) => newSm2.doDecrypt(encrypted, d, order, { output: 'array' }),
    sign: (message, { d, point }, userId, der) =>
      newSm2.doSignature(message, d, { hash: true, der, userId, publicKey: point }),
    verify: (message, signature, point, userId, der) =>
      newSm2.doVerifySignature(message, signature, point, { hash: true, der, userId }),
    exchange: (side, length) =>
      newSm2.calculateSharedKey(
        keyPair(side.own),
        keyPair(side.ownEphemeral),
        side.other,
        side.otherEphemeral,
        length,
        side.responds,
        side.ownId,
        side.otherId,
      ),
  },
  'sm-crypto': {
    name: 'sm-crypto 0.5.8',
    encrypt: (message, point, order) => oldSm2.doEncrypt(message, point, order),
    decrypt: (encrypted, d, order) =>
      Uint8Array.from(oldSm2.doDecrypt(encrypted, d, order, { output: 'array' })),
    sign: (message, { d, point }, userId, der) =>
      oldSm2.doSignature(message, d, { hash: true, der, userId, publicKey: point }),
    verify: (message, signature, point, userId, der) =>
      oldSm2.doVerifySignature(message, signature, point, { hash: true, der, userId }),
  },
} as const satisfies Readonly<Record<string, Peer>>;

export type PeerName = keyof typeof peers;
export const peerNames = Object.keys(peers) as readonly PeerName[];
