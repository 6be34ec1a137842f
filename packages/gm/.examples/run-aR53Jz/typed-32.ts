import { exportSm2PrivateKey, importSm2PrivateKey } from '@yushu/gm/sm2';

const hex = '3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8';
const privateKey = importSm2PrivateKey('hex', hex);
console.log(exportSm2PrivateKey('pem', privateKey).split('\n')[0]); // -----BEGIN PRIVATE KEY-----
console.log(exportSm2PrivateKey('jwk', privateKey).crv); // SM2
export {};
