/** Quantisation of luminance at quality 50. Source: ITU-T T.81 (JPEG), table K.1. */
const steps = [
  16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56,
  14, 17, 22, 29, 51, 87, 80, 62, 18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113,
  92, 49, 64, 78, 87, 103, 121, 120, 101, 72, 92, 95, 98, 112, 100, 103, 99,
];

const basis = Float64Array.from({ length: 64 }, (_, index) => {
  const k = index >> 3;
  const x = index & 7;
  return (k === 0 ? Math.SQRT1_2 : 1) * 0.5 * Math.cos(((2 * x + 1) * k * Math.PI) / 16);
});

const half = new Float64Array(64);
const block = new Float64Array(64);

/** Multiplies the block by the basis on both sides: to frequencies, or back. */
function transform(back: boolean): void {
  for (let pass = 0; pass < 2; pass += 1) {
    const [from, to] = pass === 0 ? [block, half] : [half, block];
    for (let row = 0; row < 8; row += 1) {
      for (let column = 0; column < 8; column += 1) {
        let sum = 0;
        for (let k = 0; k < 8; k += 1) {
          const factor = back ? basis[k * 8 + column] : basis[column * 8 + k];
          sum += (from[row * 8 + k] as number) * (factor as number);
        }
        // Written across, so that the second pass takes the columns.
        to[column * 8 + row] = sum;
      }
    }
  }
}

/** A little coarser than quality 50, so that there is room. */
const coarseness = 1.25;

/** What JPEG of quality 40 leaves of the luminance; the last rows and columns that fill no block of 8 stay as they are. */
export function compressBlocks(values: Float32Array, width: number, height: number): Float32Array {
  const result = values.slice();
  for (let top = 0; top + 8 <= height; top += 8) {
    for (let left = 0; left + 8 <= width; left += 8) {
      const start = top * width + left;
      for (let at = 0; at < 64; at += 1) {
        block[at] = (values[start + (at >> 3) * width + (at & 7)] as number) - 128;
      }
      transform(false);
      for (let at = 0; at < 64; at += 1) {
        const step = coarseness * (steps[at] as number);
        block[at] = Math.round((block[at] as number) / step) * step;
      }
      transform(true);
      for (let at = 0; at < 64; at += 1) {
        result[start + (at >> 3) * width + (at & 7)] = (block[at] as number) + 128;
      }
    }
  }
  return result;
}
