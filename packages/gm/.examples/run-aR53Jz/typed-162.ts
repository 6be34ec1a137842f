import { generateSm2KeyPair, type Sm2PrivateKey } from '@yushu/gm/sm2';

const privateKey: Sm2PrivateKey = generateSm2KeyPair().privateKey;
console.log(JSON.stringify({ privateKey })); // {"privateKey":"[Sm2PrivateKey]"}
export {};
