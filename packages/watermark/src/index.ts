export {
  type BiasDistribution,
  gaussLegendreBiases,
  maxColluders,
} from './code/gauss-legendre-biases.ts';
export type { WatermarkErrorCode } from './watermark-error.ts';
