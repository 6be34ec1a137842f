export {
  createRiskCensus,
  type RiskCensus,
  type RiskCensusOptions,
  type RiskReport,
  type RiskRow,
} from './create-risk-census.ts';
export { type MissingMatch, type MissingMatchOptions, matchMissing } from './match-missing.ts';
export { type ColumnRisk, measureColumns } from './measure-columns.ts';
export type { JournalistRisk } from './measure-journalist.ts';
export type { SensitiveRisk } from './measure-sensitive.ts';
export {
  estimatePopulationUniqueness,
  type PopulationUniquenessOptions,
  type UniquenessEstimator,
} from './population/estimate-population-uniqueness.ts';
