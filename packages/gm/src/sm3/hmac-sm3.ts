import { equalBytes } from '#platform/equal-bytes';
import { hashPlatform } from '#platform/sm3';
import { type MessageInput, readBytes, readMessage } from '../bytes/read-input.ts';
import { stateError } from '../errors.ts';
import type { IncrementalHash } from './sm3.ts';
import { Sm3State, sm3BlockBytes, sm3HashBytes } from './sm3-state.ts';

/** The shortest tag that {@link HmacSm3.verify} takes, in bytes. */
const leastTagBytes = 16;

/**
 * A key of HMAC-SM3, made ready once: the two blocks that depend on the key alone are hashed when it is created, so that a short
 * message costs two blocks and not four. The key is in no property.
 *
 * @see {@link createHmacSm3}
 */
export interface HmacSm3 {
  /** The tag of a message, 32 bytes. */
  compute(data: MessageInput): Uint8Array;
  /**
   * Whether the tag is that of the message. The comparison takes the same time wherever they differ.
   *
   * @param tag - 16 to 32 bytes; a shorter one is compared with the beginning of the full tag (GB/T 15852.2-2024)
   */
  verify(data: MessageInput, tag: Uint8Array): boolean;
  /** The tag of a message that comes in parts. */
  begin(): IncrementalHash;
}

function keyedState(block: Uint8Array, pad: number): Sm3State {
  const state = new Sm3State();
  state.update(block.map((byte) => byte ^ pad));
  return state;
}

/**
 * Makes a key of HMAC-SM3 ready for many messages (RFC 2104 with GB/T 32905-2016; GB/T 15852.2).
 *
 * @param key - of any length; 32 random bytes are right
 * @throws {DataSecurityError} `ERR_GM_INPUT` if the key is not bytes
 *
 * @example
 * ```ts
 * import { createHmacSm3 } from '@yushu/gm/sm3';
 *
 * const mac = createHmacSm3(new Uint8Array(32));
 * const tag = mac.compute('13800138000');
 * console.log(mac.verify('13800138000', tag), mac.verify('13800138001', tag)); // true false
 * ```
 */
export function createHmacSm3(key: Uint8Array): HmacSm3 {
  const given = readBytes(key, 'key');
  const block = new Uint8Array(sm3BlockBytes);
  block.set(given.length > sm3BlockBytes ? hashPlatform.hash(given) : given);
  const inner = keyedState(block, 0x36);
  const outer = keyedState(block, 0x5c);

  const finish = (state: Sm3State): Uint8Array => {
    const last = outer.clone();
    last.update(state.digest());
    return last.digest();
  };
  const compute = (data: MessageInput): Uint8Array => {
    const message = readMessage(data, 'data');
    const tag = hashPlatform.hmac(block, message);
    if (tag !== undefined) return tag;
    const state = inner.clone();
    state.update(message);
    return finish(state);
  };
  return {
    compute,
    verify(data, tag) {
      const { length } = readBytes(tag, 'tag');
      const expected = compute(data);
      if (length < leastTagBytes || length > sm3HashBytes) return false;
      return equalBytes(expected.subarray(0, length), tag);
    },
    begin() {
      const state = inner.clone();
      let ended = false;
      const refuseEnded = () => {
        if (ended) throw stateError('The MAC has ended', 'Begin another one for another message.');
      };
      return {
        update(data) {
          refuseEnded();
          state.update(readMessage(data, 'data'));
          return this;
        },
        digest() {
          refuseEnded();
          ended = true;
          return finish(state);
        },
      };
    },
  };
}

/**
 * The HMAC-SM3 tag of one message, 32 bytes. For many messages under one key, {@link createHmacSm3} is faster.
 *
 * @throws {DataSecurityError} `ERR_GM_INPUT` for arguments of other types
 *
 * @example
 * ```ts
 * import { hmacSm3 } from '@yushu/gm/sm3';
 *
 * console.log(hmacSm3(new Uint8Array(32), 'message').length); // 32
 * ```
 */
export function hmacSm3(key: Uint8Array, data: MessageInput): Uint8Array {
  return createHmacSm3(key).compute(data);
}
