export { createMemoryTokenStore } from './create-memory-token-store.ts';
export { createPostgresTokenStore, type PostgresClient } from './create-postgres-token-store.ts';
export {
  createRedisTokenStore,
  type RedisCommand,
  type RedisTokenStoreOptions,
} from './create-redis-token-store.ts';
export {
  createSqliteTokenStore,
  type SqliteDatabase,
  type TableStoreOptions,
} from './create-sqlite-token-store.ts';
export { createTokenVault, type TokenVault, type TokenVaultOptions } from './create-token-vault.ts';
export type { TokenEntry, TokenStore } from './token-store.ts';
