export {
  type AesCbcHmac,
  type AesCbcHmacAlgorithm,
  type AesCbcHmacOptions,
  type AesCbcHmacSealed,
  createAesCbcHmac,
} from './create-aes-cbc-hmac.ts';
