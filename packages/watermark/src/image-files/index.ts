export { createSharpCodec, type Sharp, type SharpPipeline } from './create-sharp-codec.ts';
export { detectImageFormat } from './detect-image-format.ts';
export type { ImageCodec, ImageFormat } from './image-codec.ts';
export { javascriptCodec } from './javascript-codec.ts';
export { type MarkImageFileOptions, markImageFile } from './mark-image-file.ts';
export { type TraceImageFileOptions, traceImageFile } from './trace-image-file.ts';
