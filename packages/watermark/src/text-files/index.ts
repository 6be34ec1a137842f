export {
  type CleanedTextFile,
  type CleanTextFileOptions,
  cleanTextFile,
} from './clean-text-file.ts';
export { detectTextFormat } from './detect-text-format.ts';
export { type MarkedTextFile, type MarkTextFileOptions, markTextFile } from './mark-text-file.ts';
export {
  type MeasureTextFileOptions,
  measureTextFile,
  type TextFileCapacity,
} from './measure-text-file.ts';
export type { TextFileFormat } from './text-file.ts';
export { type TraceTextFileOptions, traceTextFile } from './trace-text-file.ts';
