import {
  createSm2KeyExchange,
  decryptSm2,
  encryptSm2,
  exportSm2PublicKey,
  importSm2PrivateKey,
  importSm2PublicKey,
  signSm2,
  verifySm2,
} from '@yushu/gm/sm2';
import type { LedgerSuite } from '@yushu/testkit';
import { bytesToNumber } from '../../src/bytes/big-endian.ts';
import { hashIdentity } from '../../src/sm2/hash-identity.ts';
import { computeSharedPoint } from '../../src/sm2/key-exchange-point.ts';
import { hashMessage } from '../../src/sm2/sign-sm2.ts';
import { countCases } from './count-cases.ts';
import { hex, readGmVectors, toHex } from './read-vectors.ts';

/** A source that gives the number of the vector. */
const fixed = (number: string) => () => hex(number);

interface ExchangeKeys {
  readonly own: string;
  readonly ownEphemeral: string;
  readonly peer: string;
  readonly peerEphemeral: string;
  /** Of the initiator and the responder. */
  readonly userIds: readonly [string, string];
  readonly length: number;
}

/** Runs both sides, the first as the initiator. */
function exchange({ own, ownEphemeral, peer, peerEphemeral, userIds, length }: ExchangeKeys) {
  const ownKey = importSm2PrivateKey('hex', own);
  const peerKey = importSm2PrivateKey('hex', peer);
  const [userId, peerUserId] = userIds;
  const initiator = createSm2KeyExchange({
    role: 'initiator',
    userId,
    peerUserId,
    privateKey: ownKey,
    peerPublicKey: peerKey.publicKey,
    random: fixed(ownEphemeral),
  });
  const responder = createSm2KeyExchange({
    role: 'responder',
    userId: peerUserId,
    peerUserId: userId,
    privateKey: peerKey,
    peerPublicKey: ownKey.publicKey,
    random: fixed(peerEphemeral),
  });
  const a = initiator.agree(responder.ephemeralPublicKey, length);
  const b = responder.agree(initiator.ephemeralPublicKey, length);
  a.confirmPeer(b.confirmation);
  b.confirmPeer(a.confirmation);
  const point = computeSharedPoint(
    {
      d: bytesToNumber(hex(own)),
      ephemeral: bytesToNumber(hex(ownEphemeral)),
      ephemeralPoint: initiator.ephemeralPublicKey,
    },
    {
      point: exportSm2PublicKey('raw', peerKey.publicKey),
      ephemeralPoint: responder.ephemeralPublicKey,
    },
  );
  return { keys: [toHex(a.key), toHex(b.key)], point: toHex(point!) };
}

export const suites: readonly LedgerSuite[] = [
  {
    suite: 'gm/sm2-sign',
    source: 'GB/T 32918.5-2017 appendix A',
    pinned: 1,
    run: () =>
      countCases(readGmVectors('sm2_sign'), (vector) => {
        const privateKey = importSm2PrivateKey('hex', vector['d']!);
        const publicKey = importSm2PublicKey('hex', vector['pub']!);
        const message = vector['message_ascii']!;
        const options = { userId: vector['uid']!, form: 'raw' } as const;
        const point = hex(vector['pub']!);
        const signature = signSm2(privateKey, message, {
          ...options,
          random: fixed(vector['k']!),
        });
        return (
          exportSm2PublicKey('hex', privateKey.publicKey) === vector['pub'] &&
          toHex(hashIdentity(point, options.userId)) === vector['ZA'] &&
          hashMessage(point, message, options.userId) === BigInt(`0x${vector['e']}`) &&
          toHex(signature) === vector['r']! + vector['s']! &&
          verifySm2(publicKey, message, signature, options)
        );
      }),
  },
  {
    suite: 'gm/sm2-encrypt',
    source: 'GB/T 32918.5-2017 appendix A',
    pinned: 1,
    run: () =>
      countCases(readGmVectors('sm2_encrypt'), (vector) => {
        const publicKey = importSm2PublicKey('hex', vector['pub']!);
        const privateKey = importSm2PrivateKey('hex', vector['d']!);
        const random = fixed(vector['k']!);
        const orders = [
          ['C1C3C2', vector['C1']! + vector['C3']! + vector['C2']!],
          ['C1C2C3', vector['C1']! + vector['C2']! + vector['C3']!],
        ] as const;
        return orders.every(([order, expected]) => {
          const form = { form: 'prefixed', order } as const;
          const encrypted = encryptSm2(publicKey, vector['message_ascii']!, { ...form, random });
          const decrypted = decryptSm2(privateKey, hex(expected), form);
          return (
            toHex(encrypted) === expected &&
            new TextDecoder().decode(decrypted) === vector['message_ascii']
          );
        });
      }),
  },
  {
    suite: 'gm/sm2-key-exchange',
    source: 'emmansun/gmsm ecdh_test.go, MIT',
    pinned: 3,
    run: () =>
      countCases(readGmVectors('sm2_key_exchange'), (vector) => {
        const { keys, point } = exchange({
          own: vector['LocalStaticPriv']!,
          ownEphemeral: vector['LocalEphemeralPriv']!,
          peer: vector['RemoteStaticPriv']!,
          peerEphemeral: vector['RemoteEphemeralPriv']!,
          userIds: ['Alice', 'Bob'],
          length: 48,
        });
        return point === vector['SharedSecret'] && keys.every((key) => key === vector['Key']);
      }),
  },
  {
    suite: 'gm/sm2-key-exchange-kona',
    source: 'TencentKonaSMSuite SM2KeyAgreementTest, by sm-crypto-v2, MIT',
    pinned: 1,
    run: () =>
      countCases(readGmVectors('sm2_key_exchange_kona'), (vector) => {
        const { keys } = exchange({
          own: vector['priv']!,
          ownEphemeral: vector['ephPriv']!,
          peer: vector['peerPriv']!,
          peerEphemeral: vector['peerEphPriv']!,
          userIds: [vector['id']!, vector['peerId']!].map((id) =>
            new TextDecoder().decode(hex(id)),
          ) as [string, string],
          length: 16,
        });
        return keys.every((key) => key === vector['shared']!.toLowerCase());
      }),
  },
];
