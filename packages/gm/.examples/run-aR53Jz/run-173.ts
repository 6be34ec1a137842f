import { generateSm4Key } from '@yushu/gm/sm4';

globalThis.reportSnippet.bind(null, 3)(generateSm4Key().length); // 16
export {};
