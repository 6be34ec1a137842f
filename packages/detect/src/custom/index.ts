export type { CustomDetector, CustomMatch } from '../custom-detector.ts';
export { type CompileOptions, compileDetectors, type LinearRegExp } from './compile-detectors.ts';
export type { DetectorRule } from './rule.ts';
