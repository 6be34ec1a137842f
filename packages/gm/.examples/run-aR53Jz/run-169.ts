import { hmacSm3 } from '@yushu/gm/sm3';

globalThis.reportSnippet.bind(null, 3)(hmacSm3(new Uint8Array(32), 'message').length); // 32
export {};
