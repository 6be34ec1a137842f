export { type Anonymiser, type AnonymiserOptions, createAnonymiser } from './create-anonymiser.ts';
export { createGeneralisation } from './hierarchy/create-generalisation.ts';
export type { Hierarchy } from './hierarchy/hierarchy.ts';
export type { CategoryTree, DateStep, HierarchySpec } from './hierarchy/hierarchy-spec.ts';
export { suggestHierarchy } from './hierarchy/suggest-hierarchy.ts';
export type { Aggregate, LossMetric } from './loss/loss-metric.ts';
export type { CostBenefit } from './models/cost-benefit.ts';
export type { PrivacyModel } from './models/privacy-model.ts';
export type { Solution } from './solution.ts';
