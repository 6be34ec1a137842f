import { checkOptionText } from '../check-options.ts';
import type { TokenEntry, TokenStore } from './token-store.ts';

/** Sends one command and gives its reply: `client.sendCommand` of `redis`, or `client.call` of `ioredis` over its arguments. */
export type RedisCommand = (command: string[]) => Promise<unknown>;

/** Options of {@link createRedisTokenStore}. */
export interface RedisTokenStoreOptions {
  /** Beginning of all keys, `yushu:tokens` by default; in a cluster it decides on the node. */
  readonly prefix?: string;
}

/** Both keys of an entry are written in one step, so that no token is ever without its fingerprint. */
const putScript = `
local token = redis.call('GET', KEYS[1])
if token then return {token, redis.call('HGET', ARGV[1] .. token, 's')} end
redis.call('SET', KEYS[1], ARGV[2])
redis.call('HSET', KEYS[2], 'f', ARGV[3], 's', ARGV[4])
return {ARGV[2], ARGV[4]}`;

const deleteScript = `
local fingerprint = redis.call('HGET', KEYS[1], 'f')
if not fingerprint then return 0 end
redis.call('DEL', ARGV[1] .. fingerprint, KEYS[1])
return 1`;

/**
 * A token store in Redis 4 or later. Let it write to disk: a token whose entry is lost cannot be turned back.
 *
 * @throws {DataSecurityError} `ERR_MASK_OPTIONS` where the prefix is none.
 *
 * @example
 * ```ts
 * import { createRedisTokenStore, type RedisCommand } from '@yushu/mask/vault';
 *
 * const openStore = (send: RedisCommand) => createRedisTokenStore(send); // (command) => client.sendCommand(command)
 * console.log(typeof openStore); // function
 * ```
 */
export function createRedisTokenStore(
  send: RedisCommand,
  options: RedisTokenStoreOptions = {},
): TokenStore {
  const prefix = checkOptionText(options.prefix ?? 'yushu:tokens', 'prefix', 128);
  // What stands in braces decides on the slot of a cluster: all keys of a store are on one node, as scripts need it.
  const fingerprints = `{${prefix}}:f:`;
  const tokens = `{${prefix}}:t:`;
  return {
    async putIfAbsent({ token, fingerprint, sealed }) {
      const keys = [fingerprints + fingerprint, tokens + token];
      const reply = await send([
        'EVAL',
        putScript,
        '2',
        ...keys,
        tokens,
        token,
        fingerprint,
        sealed,
      ]);
      const [known, text] = reply as [unknown, unknown];
      return { token: String(known), fingerprint, sealed: String(text) };
    },
    async find(token): Promise<TokenEntry | undefined> {
      const [fingerprint, sealed] = (await send(['HMGET', tokens + token, 'f', 's'])) as unknown[];
      return fingerprint === null || sealed === null
        ? undefined
        : { token, fingerprint: String(fingerprint), sealed: String(sealed) };
    },
    async delete(token) {
      return Number(await send(['EVAL', deleteScript, '1', tokens + token, fingerprints])) === 1;
    },
  };
}
