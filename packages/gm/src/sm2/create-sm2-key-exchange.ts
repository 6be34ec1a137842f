import type { RandomBytes } from '@yushu/core';
import { equalBytes } from '#platform/equal-bytes';
import { curvePlatform } from '#platform/sm2';
import { hashPlatform } from '#platform/sm3';
import { concatBytes } from '../bytes/concat-bytes.ts';
import { type MessageInput, readBytes, readChoice, readCount } from '../bytes/read-input.ts';
import { openError, stateError } from '../errors.ts';
import { kdfSm3 } from '../sm3/kdf-sm3.ts';
import { drawScalar } from './draw-scalar.ts';
import { hashIdentity } from './hash-identity.ts';
import { computeSharedPoint } from './key-exchange-point.ts';
import { sm2Parameters } from './parameters.ts';
import { readPoint } from './point.ts';
import { type Sm2PrivateKey, secretsOf } from './sm2-private-key.ts';
import { pointOf, type Sm2PublicKey } from './sm2-public-key.ts';

/** Options of {@link createSm2KeyExchange}. */
export interface Sm2KeyExchangeOptions {
  /** The initiator sends its ephemeral key first. Both sides must know who is who. */
  readonly role: 'initiator' | 'responder';
  readonly privateKey: Sm2PrivateKey;
  /** Own user id; `1234567812345678` unless given. */
  readonly userId?: MessageInput;
  /** The other side's public key, known beforehand and trusted. */
  readonly peerPublicKey: Sm2PublicKey;
  /** The other side's user id; `1234567812345678` unless given. */
  readonly peerUserId?: MessageInput;
  /** The source of the ephemeral key; the platform's unless given. */
  readonly random?: RandomBytes;
}

/** What both sides share at the end. */
export interface Sm2Agreement {
  /** The shared key. */
  readonly key: Uint8Array;
  /** 32 bytes to send, by which the other side knows that this one has the key. */
  readonly confirmation: Uint8Array;
  /**
   * Checks the 32 bytes that the other side sent. Until then, who has the key is not proved.
   *
   * @throws {DataSecurityError} `ERR_GM_OPEN` if they are not its confirmation; `ERR_GM_INPUT` for other types
   */
  confirmPeer(confirmation: Uint8Array): void;
}

/** One side of a key exchange, for one exchange only. */
export interface Sm2KeyExchange {
  /** 04 ‖ x ‖ y, to send. */
  readonly ephemeralPublicKey: Uint8Array;
  /**
   * Computes the shared key.
   *
   * @param peerEphemeralPublicKey - what the other side sent
   * @param length - bytes of the key, 1 to 2^20
   * @throws {DataSecurityError} `ERR_GM_OPEN` for what is not a point of the curve; `ERR_GM_STATE` on a second call; `ERR_GM_INPUT`
   */
  agree(peerEphemeralPublicKey: Uint8Array, length: number): Sm2Agreement;
}

/**
 * Begins a key exchange with SM2 (GB/T 32918.3-2016 section 6): two sides that know each other's public keys come to a key that
 * nobody learns who reads along, not even with the private keys of later.
 *
 * @throws {DataSecurityError} `ERR_GM_KEY` for what are not keys, `ERR_GM_INPUT` for other types and options, `ERR_GM_RANDOM`
 *
 * @example
 * ```ts
 * import { createSm2KeyExchange, generateSm2KeyPair } from '@yushu/gm/sm2';
 *
 * const a = generateSm2KeyPair();
 * const b = generateSm2KeyPair();
 * const alice = createSm2KeyExchange({
 *   role: 'initiator',
 *   privateKey: a.privateKey,
 *   peerPublicKey: b.publicKey,
 * });
 * const bob = createSm2KeyExchange({
 *   role: 'responder',
 *   privateKey: b.privateKey,
 *   peerPublicKey: a.publicKey,
 * });
 * const forAlice = alice.agree(bob.ephemeralPublicKey, 16);
 * const forBob = bob.agree(alice.ephemeralPublicKey, 16);
 * forAlice.confirmPeer(forBob.confirmation);
 * forBob.confirmPeer(forAlice.confirmation);
 * console.log(Buffer.from(forAlice.key).equals(forBob.key)); // true
 * ```
 */
export function createSm2KeyExchange(options: Sm2KeyExchangeOptions): Sm2KeyExchange {
  const initiates = readChoice(options.role, ['initiator', 'responder'], 'role') === 'initiator';
  const { d } = secretsOf(options.privateKey);
  const peerPoint = pointOf(options.peerPublicKey);
  const ownIdentity = hashIdentity(pointOf(options.privateKey.publicKey), options.userId);
  const peerIdentity = hashIdentity(peerPoint, options.peerUserId);
  let ephemeral: bigint | undefined = drawScalar(sm2Parameters.n - 1n, options.random);
  const ephemeralPoint = curvePlatform.multiplyBase(ephemeral);

  /** What both sides order in the same way: the initiator's part first. */
  const inOrder = (own: Uint8Array, peer: Uint8Array) =>
    initiates ? concatBytes(own, peer) : concatBytes(peer, own);

  return {
    ephemeralPublicKey: ephemeralPoint.slice(),
    agree(peerEphemeralPublicKey, length) {
      const given = readBytes(peerEphemeralPublicKey, 'peerEphemeralPublicKey');
      readCount(length, 1, 2 ** 20, 'length');
      if (ephemeral === undefined) {
        throw stateError('The exchange is over', 'Create another one: its key is used once.');
      }
      const peerEphemeral = given.length === 65 ? readPoint(given) : undefined;
      const own = { d, ephemeral, ephemeralPoint };
      ephemeral = undefined;
      const shared =
        peerEphemeral &&
        computeSharedPoint(own, { point: peerPoint, ephemeralPoint: peerEphemeral });
      if (peerEphemeral === undefined || shared === undefined) throw openError();

      const identities = inOrder(ownIdentity, peerIdentity);
      const points = inOrder(ephemeralPoint.subarray(1), peerEphemeral.subarray(1));
      const inner = hashPlatform.hash(concatBytes(shared.subarray(1, 33), identities, points));
      const confirm = (mark: number) =>
        hashPlatform.hash(concatBytes(Uint8Array.of(mark), shared.subarray(33), inner));
      // Steps B8 and A10: the responder's confirmation begins with 2, the initiator's with 3.
      const expected = confirm(initiates ? 0x02 : 0x03);
      return {
        key: kdfSm3(concatBytes(shared.subarray(1), identities), length),
        confirmation: confirm(initiates ? 0x03 : 0x02),
        confirmPeer(confirmation) {
          if (!equalBytes(expected, readBytes(confirmation, 'confirmation'))) throw openError();
        },
      };
    },
  };
}
