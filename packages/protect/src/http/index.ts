export {
  createResponseProtection,
  type Decoder,
  type RequestHead,
  type ResponseProtection,
  type ResponseProtectionOptions,
} from './create-response-protection.ts';
export type { BodyTreatment } from './media-types.ts';
export { correctConditions, correctHeaders, variantOf } from './response-headers.ts';
