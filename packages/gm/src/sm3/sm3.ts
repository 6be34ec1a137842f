import { hashPlatform } from '#platform/sm3';
import { type MessageInput, readMessage } from '../bytes/read-input.ts';
import { stateError } from '../errors.ts';

/**
 * The SM3 hash of a message, 32 bytes (GB/T 32905-2016; ISO/IEC 10118-3:2018).
 *
 * @param data - bytes, or text that is read as UTF-8
 * @throws {DataSecurityError} `ERR_GM_INPUT` for other types and for text with half a surrogate pair
 *
 * @example
 * ```ts
 * import { sm3 } from '@yushu/gm/sm3';
 *
 * console.log(Buffer.from(sm3('abc')).toString('hex').slice(0, 16)); // 66c7f0f462eeedd9
 * ```
 */
export function sm3(data: MessageInput): Uint8Array {
  return hashPlatform.hash(readMessage(data, 'data'));
}

/** A hash or MAC that takes its message in parts. */
export interface IncrementalHash {
  /** Takes the next part of the message. Where a text is cut must not be within a surrogate pair. */
  update(data: MessageInput): this;
  /**
   * Ends the message and gives the result, 32 bytes.
   *
   * @throws {DataSecurityError} `ERR_GM_STATE` on a second call
   */
  digest(): Uint8Array;
}

/**
 * An SM3 hash of a message that comes in parts, such as a file.
 *
 * @example
 * ```ts
 * import { createSm3, sm3 } from '@yushu/gm/sm3';
 *
 * const hash = createSm3().update('ab').update('c').digest();
 * console.log(Buffer.from(hash).equals(sm3('abc'))); // true
 * ```
 */
export function createSm3(): IncrementalHash {
  const engine = hashPlatform.createHash();
  let ended = false;
  const refuseEnded = () => {
    if (ended) throw stateError('The hash has ended', 'Create another one for another message.');
  };
  return {
    update(data) {
      refuseEnded();
      engine.update(readMessage(data, 'data'));
      return this;
    },
    digest() {
      refuseEnded();
      ended = true;
      return engine.digest();
    },
  };
}
