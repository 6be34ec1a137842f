export { createAllowList } from './allow-list.ts';
export {
  type Baseline,
  BaselineBuilder,
  type BaselineDocument,
  type BaselineEntry,
  type BaselineFile,
  type BaselineOptions,
  readBaseline,
} from './baseline.ts';
export { createDenyList, type DenyListOptions } from './deny-list.ts';
export { type IgnoreComment, isIgnoredLine, readIgnoreComment } from './ignore-comment.ts';
export { type ListEntry, readList } from './list-entry.ts';
