export { type CreateScreenPatternOptions, createScreenPattern } from './create-screen-pattern.ts';
export {
  type ScreenMark,
  type ScreenTampering,
  type ShowScreenMarkOptions,
  showScreenMark,
} from './show-screen-mark.ts';
export type { Corners, Point } from './straighten.ts';
export {
  type ScreenshotTrace,
  type TraceScreenshotOptions,
  traceScreenshot,
} from './trace-screenshot.ts';
