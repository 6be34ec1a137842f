export type { CustomDetector, CustomMatch } from '../custom-detector.ts';
export { type CompileOptions, compileDetectors } from './compile-detectors.ts';
export { lintRules, type RuleReport } from './lint-rules.ts';
export type { LinearRegExp } from './matcher.ts';
export type { DetectorRule } from './rule.ts';
export type { ValidatorName } from './validators.ts';
