export { type BackFillOptions, backFillIndexes, type IndexColumn } from './back-fill.ts';
export {
  type BlindIndex,
  type BlindIndexOptions,
  createBlindIndex,
  type IndexKind,
  type Normalizer,
  normalizers,
} from './blind-index.ts';
export {
  type BlindIndexPlan,
  type IndexedColumn,
  planBlindIndex,
  suggestBlindIndex,
} from './plan-blind-index.ts';
