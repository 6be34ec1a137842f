import { exportSm2PublicKey, importSm2PrivateKey } from '@yushu/gm/sm2';

const privateKey = importSm2PrivateKey(
  'hex',
  '3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8',
);
console.log(exportSm2PublicKey('hex', privateKey.publicKey).slice(0, 10)); // 0409f9df31
export {};
