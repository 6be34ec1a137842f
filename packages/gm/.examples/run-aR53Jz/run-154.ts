import { isDataSecurityError } from '@yushu/core';
import { createSm4Gcm, type GmErrorCode, generateSm4Key } from '@yushu/gm';

const expected: GmErrorCode = 'ERR_GM_OPEN';
try {
  createSm4Gcm(generateSm4Key()).open(new Uint8Array(40));
} catch (error) {
  globalThis.reportSnippet.bind(null, 8)(isDataSecurityError(error, expected)); // true
}
export {};
