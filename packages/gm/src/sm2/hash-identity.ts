import { hashPlatform } from '#platform/sm3';
import { numberTo32Bytes } from '../bytes/big-endian.ts';
import { concatBytes } from '../bytes/concat-bytes.ts';
import { type MessageInput, readMessage } from '../bytes/read-input.ts';
import { inputError } from '../errors.ts';
import { sm2Parameters } from './parameters.ts';

/** The user id of GM/T 0009-2012 section 10, which everybody means who names none. */
export const defaultSm2UserId = '1234567812345678';

const { a, b, Gx, Gy } = sm2Parameters;
const curveBytes = /* @__PURE__ */ concatBytes(
  ...[a, b, Gx, Gy].map((value) => numberTo32Bytes(value)),
);

/** Its length in bits is written in 16 bits. */
const mostUserIdBytes = 8191;

/** Z of the default user id for the points of key objects, which stay as they are. */
const defaultIdentities = /* @__PURE__ */ new WeakMap<Uint8Array, Uint8Array>();

/**
 * Z: the hash that binds a signature or a key exchange to who made it, SM3(bit length of id ‖ id ‖ a ‖ b ‖ G ‖ P) (GB/T 32918.2-2016
 * section 5.5).
 *
 * @param point - that of a key object, as `pointOf` gives it
 */
export function hashIdentity(point: Uint8Array, userId: MessageInput | undefined): Uint8Array {
  if (userId !== undefined) return hashUserId(point, userId);
  let identity = defaultIdentities.get(point);
  if (identity === undefined) {
    identity = hashUserId(point, defaultSm2UserId);
    defaultIdentities.set(point, identity);
  }
  return identity;
}

function hashUserId(point: Uint8Array, userId: MessageInput): Uint8Array {
  const id = readMessage(userId, 'userId');
  if (id.length > mostUserIdBytes) {
    throw inputError('The user id is too long', `It has at most ${mostUserIdBytes} bytes.`, {
      length: id.length,
      most: mostUserIdBytes,
    });
  }
  const bits = id.length * 8;
  return hashPlatform.hash(
    concatBytes(Uint8Array.of(bits >>> 8, bits), id, curveBytes, point.subarray(1)),
  );
}
