import {
  createSm2KeyExchange,
  decryptSm2,
  encryptSm2,
  exportSm2PrivateKey,
  exportSm2PublicKey,
  generateSm2KeyPair,
  importSm2PublicKey,
  signSm2,
  verifySm2,
} from '@yushu/gm/sm2';
import { hex, toHex } from '../ledger/read-vectors.ts';
import type { Peer } from './peers.ts';
import { planRound, type Round } from './plan-round.ts';

/** One way from here to the peer or back, and whether it ended well. */
export interface Trip {
  readonly kind:
    | 'decrypted here'
    | 'decrypted there'
    | 'verified here'
    | 'verified there'
    | 'agreed';
  readonly holds: boolean;
}

const chosen = (bytes: Uint8Array | undefined) =>
  bytes === undefined ? {} : { random: () => bytes };

/** Sends one message four ways: encrypted and signed by each side; and in some rounds a fifth trip agrees on a key. */
export function* runRound(peer: Peer, number: number): Generator<Trip> {
  const round = planRound(number);
  const { privateKey, message, order, userId, der } = round;
  const { publicKey } = privateKey;
  const keys = {
    d: exportSm2PrivateKey('hex', privateKey),
    point: exportSm2PublicKey('hex', publicKey),
  };
  const form = { form: 'raw', order: order === 1 ? 'C1C3C2' : 'C1C2C3' } as const;
  const options = { userId, form: der ? 'asn1' : 'raw' } as const;
  const text = toHex(message);

  const encrypted = hex(peer.encrypt(message, keys.point, order));
  yield {
    kind: 'decrypted here',
    holds: same(() => decryptSm2(privateKey, encrypted, form), text),
  };
  const ours = toHex(encryptSm2(publicKey, message, { ...form, ...chosen(round.k) }));
  yield { kind: 'decrypted there', holds: same(() => peer.decrypt(ours, keys.d, order), text) };
  const theirSignature = hex(peer.sign(message, keys, userId, der));
  yield {
    kind: 'verified here',
    holds: verifySm2(publicKey, message, theirSignature, options),
  };
  const signature = toHex(signSm2(privateKey, message, options));
  yield {
    kind: 'verified there',
    holds: peer.verify(message, signature, keys.point, userId, der),
  };
  if (peer.exchange !== undefined && round.exchanges) {
    yield { kind: 'agreed', holds: agree(peer, round, keys) };
  }
}

/** Whether the bytes come, and are the expected ones. */
function same(run: () => Uint8Array, text: string): boolean {
  try {
    return toHex(run()) === text;
  } catch {
    return false;
  }
}

function agree(peer: Peer, round: Round, keys: { readonly d: string; readonly point: string }) {
  const other = generateSm2KeyPair();
  const ephemeral = generateSm2KeyPair();
  const responds = round.order === 1;
  const point = exportSm2PublicKey('hex', other.publicKey);
  const length = 16 + (round.message.length % 33);
  const exchange = createSm2KeyExchange({
    role: responds ? 'initiator' : 'responder',
    privateKey: round.privateKey,
    userId: round.userId,
    peerPublicKey: importSm2PublicKey('hex', point),
    peerUserId: 'the other side',
    ...chosen(round.ephemeral),
  });
  const theirs = peer.exchange!(
    {
      own: { d: exportSm2PrivateKey('hex', other.privateKey), point },
      ownEphemeral: {
        d: exportSm2PrivateKey('hex', ephemeral.privateKey),
        point: exportSm2PublicKey('hex', ephemeral.publicKey),
      },
      other: keys.point,
      otherEphemeral: toHex(exchange.ephemeralPublicKey),
      ownId: 'the other side',
      otherId: round.userId,
      responds,
    },
    length,
  );
  return same(
    () => exchange.agree(exportSm2PublicKey('raw', ephemeral.publicKey), length).key,
    toHex(theirs),
  );
}
