export { type MarkedImage, type MarkImageOptions, markImage } from './mark-image.ts';
export type { RasterImage } from './raster-image.ts';
export { type ImageTrace, type TraceImageOptions, traceImage } from './trace-image.ts';
