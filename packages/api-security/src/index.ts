export type { Diagnostic, DiagnosticCode } from './document/diagnostic.ts';
export { type DescriptionSource, readDescription } from './document/read-description.ts';
export type { ReadLimits } from './document/read-limits.ts';
export type { TextPlace } from './document/text-place.ts';
