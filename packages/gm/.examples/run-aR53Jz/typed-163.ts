import { exportSm2PublicKey, generateSm2KeyPair, importSm2PublicKey } from '@yushu/gm/sm2';

const pem = exportSm2PublicKey('pem', generateSm2KeyPair().publicKey);
const publicKey = importSm2PublicKey('pem', pem);
console.log(exportSm2PublicKey('pem', publicKey) === pem); // true
export {};
