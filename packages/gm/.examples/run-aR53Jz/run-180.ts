import { createSm4Xts } from '@yushu/gm/sm4';

const key = crypto.getRandomValues(new Uint8Array(32));
const disk = createSm4Xts(key);
const sector = disk.encryptUnit(7, new Uint8Array(512));
globalThis.reportSnippet.bind(null, 6)(disk.decryptUnit(7, sector).every((byte) => byte === 0)); // true
export {};
