export { type DetectionReason, detectionReasons } from './api-detection.ts';
export type { ApiBudget, ApiObserverOptions, RoleProfile } from './api-observer-options.ts';
export { type ApiWatcher, createApiObserver } from './create-api-observer.ts';
export type { ObservedExchange } from './observed-exchange.ts';
export type { Frequent } from './sketches/space-saving.ts';
