export type { CustomDetector, CustomMatch } from './custom-detector.ts';
export { createScanner, type FieldPlace, type Scanner, type ScanReport } from './scanner.ts';
export type { Coverage, ScanBudget, ScannerOptions } from './scanner-options.ts';
export type { StreamSource } from './stream-source.ts';
export { TextStream } from './text-stream.ts';
