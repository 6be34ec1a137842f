import { createECDH } from 'node:crypto';
import { afterEach, expect, it, vi } from 'vitest';
import { numberTo32Bytes } from '../../src/bytes/big-endian.ts';
import { Sm2Point } from '../../src/sm2/curve.ts';
import { sm2Parameters } from '../../src/sm2/parameters.ts';
import { hashMessage } from '../../src/sm2/sign-sm2.ts';
import { importSm2PrivateKey, signSm2, verifySm2 } from '../../src/sm2.ts';

/** What the next product is said to be: such values come by chance once in 2^256. */
const pretended: Uint8Array[] = [];

vi.mock('#platform/sm2', () => ({
  curvePlatform: {
    multiplyBase(k: bigint): Uint8Array {
      const ecdh = createECDH('SM2');
      ecdh.setPrivateKey(numberTo32Bytes(k));
      return pretended.shift() ?? ecdh.getPublicKey();
    },
  },
}));

const { n } = sm2Parameters;
const { Fn } = Sm2Point;
const d = 0x3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8n;
const privateKey = importSm2PrivateKey('raw', numberTo32Bytes(d));
const publicPoint = Sm2Point.BASE.multiply(d).toBytes(false);
const e = hashMessage(publicPoint, 'message', undefined);
const first = 12345n;
const second = 67890n;

afterEach(() => {
  pretended.length = 0;
});

it.each([
  ['r = 0', 0n],
  ['r + k = n', n - first],
  ['s = 0', Fn.div(first, d)],
])('signs with another k where %s', (_, r) => {
  const draw = (...numbers: readonly bigint[]) => {
    const left = [...numbers];
    return () => numberTo32Bytes(left.shift()!);
  };
  const expected = signSm2(privateKey, 'message', { random: draw(second) });
  pretended.push(
    Uint8Array.of(4, ...numberTo32Bytes(Fn.sub(r, Fn.create(e))), ...numberTo32Bytes(1n)),
  );
  const signature = signSm2(privateKey, 'message', { random: draw(first, second) });
  expect(pretended).toHaveLength(0);
  expect(signature).toEqual(expected);
  expect(verifySm2(privateKey.publicKey, 'message', signature)).toBe(true);
});
