import { importSm2PublicKey, verifySm2 } from '@yushu/gm/sm2';

const publicKey = importSm2PublicKey(
  'hex',
  '0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020' +
    'ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13',
);
const signature = Buffer.from(
  'f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3' +
    'b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa',
  'hex',
);
console.log(verifySm2(publicKey, 'message digest', signature, { form: 'raw' })); // true
console.log(verifySm2(publicKey, 'another message', signature, { form: 'raw' })); // false
export {};
