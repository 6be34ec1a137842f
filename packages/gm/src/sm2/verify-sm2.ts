import { bytesToNumber } from '../bytes/big-endian.ts';
import { type MessageInput, readBytes, readChoice } from '../bytes/read-input.ts';
import { sm2Parameters } from './parameters.ts';
import { hashMessage, type Sm2SignatureOptions } from './sign-sm2.ts';
import { readSignature, signatureForms } from './signature-form.ts';
import { combineX, pointOf, type Sm2PublicKey } from './sm2-public-key.ts';

const { n } = sm2Parameters;
const inRange = (value: bigint): boolean => value >= 1n && value < n;

/**
 * Whether a signature is the key's over the message (GB/T 32918.2-2016 section 7.1). Whatever bytes the signature is, the answer is true
 * or false.
 *
 * At its fifth verification a key object gets a table of some 200 KB, and is then some four times as fast: keep the object. The 64
 * newest tables are kept. All of it is public, and not constant-time.
 *
 * @param message - bytes, or text that is read as UTF-8
 * @param options - user id and form, as they were when it was signed
 * @throws {DataSecurityError} `ERR_GM_KEY` for what is not a public key, `ERR_GM_INPUT` for other types and options
 *
 * @example
 * ```ts
 * import { importSm2PublicKey, verifySm2 } from '@yushu/gm/sm2';
 *
 * const publicKey = importSm2PublicKey(
 *   'hex',
 *   '0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020' +
 *     'ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13',
 * );
 * const signature = Buffer.from(
 *   'f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3' +
 *     'b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa',
 *   'hex',
 * );
 * console.log(verifySm2(publicKey, 'message digest', signature, { form: 'raw' })); // true
 * console.log(verifySm2(publicKey, 'another message', signature, { form: 'raw' })); // false
 * ```
 */
export function verifySm2(
  publicKey: Sm2PublicKey,
  message: MessageInput,
  signature: Uint8Array,
  options: Sm2SignatureOptions = {},
): boolean {
  const form = readChoice(options.form ?? 'asn1', signatureForms, 'form');
  const e = hashMessage(pointOf(publicKey), message, options.userId);
  const parts = readSignature(readBytes(signature, 'signature'), form);
  if (parts === undefined) return false;
  const r = bytesToNumber(parts.r);
  const s = bytesToNumber(parts.s);
  const t = (r + s) % n;
  if (!inRange(r) || !inRange(s) || t === 0n) return false;
  const x = combineX(publicKey, s, t);
  return x !== undefined && (e + x) % n === r;
}
