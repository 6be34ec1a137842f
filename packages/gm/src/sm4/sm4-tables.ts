/**
 * The S-box of SM4 (GB/T 32907-2016 section 6.2.1) and the tables that join it with the linear transform L.
 *
 * The S-box is computed from its algebra, S(x) = A·I(A·x + C) + C over GF(2^8) modulo x^8+x^7+x^6+x^5+x^4+x^2+1,
 * so that there are no 256 constants to trust; the vectors prove it.
 *
 * @module
 */

const affineRow = 0xa7;
const affineConstant = 0xd3;
const fieldPolynomial = 0x1f5;

/** The inverse of every field element, and 0 for 0: x + 1 generates the group, so the inverse of its i-th power is its (255-i)-th. */
function invertAll(): Uint8Array {
  const powers = new Uint8Array(255);
  for (let i = 0, power = 1; i < 255; i++) {
    powers[i] = power;
    power ^= power << 1;
    if (power & 0x100) power ^= fieldPolynomial;
  }
  const inverses = new Uint8Array(256);
  for (let i = 0; i < 255; i++) inverses[powers[i]!] = powers[(255 - i) % 255]!;
  return inverses;
}

function applyAffineMap(x: number): number {
  let y = 0;
  for (let row = 0; row < 8; row++) {
    let bits = x & ((affineRow << row) | (affineRow >> (8 - row)));
    bits ^= bits >> 4;
    bits ^= bits >> 2;
    bits ^= bits >> 1;
    y |= (bits & 1) << row;
  }
  return y ^ affineConstant;
}

const rotateLeft = (x: number, count: number): number => (x << count) | (x >>> (32 - count));

function computeSbox(): Uint8Array {
  const inverses = invertAll();
  return Uint8Array.from({ length: 256 }, (_, x) => applyAffineMap(inverses[applyAffineMap(x)]!));
}

/** L of what the S-box gives, for a byte at each of the four places of a word: four tables in one array, 256 entries apart. */
function computeRoundTable(): Int32Array {
  const table = new Int32Array(1024);
  for (let x = 0; x < 256; x++) {
    const b = sbox[x]! << 24;
    const l = b ^ rotateLeft(b, 2) ^ rotateLeft(b, 10) ^ rotateLeft(b, 18) ^ rotateLeft(b, 24);
    table[x] = l;
    for (let place = 1; place < 4; place++) table[256 * place + x] = rotateLeft(l, 32 - 8 * place);
  }
  return table;
}

export const sbox: Uint8Array = /* @__PURE__ */ computeSbox();
/** One array and not four: a third faster. */
export const roundTable: Int32Array = /* @__PURE__ */ computeRoundTable();
