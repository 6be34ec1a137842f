export {
  createShardingSphereMask,
  type ShardingSphereMask,
  type ShardingSphereMaskType,
  type ShardingSphereProps,
  shardingSphereMaskTypes,
} from './create-shardingsphere-mask.ts';
