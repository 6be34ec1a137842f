/** The side of the tile in pixels; a power of two. */
export const tileSide = 128;

const half = tileSide / 2;
const cosines = Float64Array.from({ length: half }, (_, k) =>
  Math.cos((2 * Math.PI * k) / tileSide),
);
const sines = Float64Array.from({ length: half }, (_, k) => Math.sin((2 * Math.PI * k) / tileSide));
const reversed = Uint16Array.from({ length: tileSide }, (_, index) => {
  let bits = 0;
  for (let bit = 1; bit < tileSide; bit <<= 1) bits = (bits << 1) | (index & bit ? 1 : 0);
  return bits;
});

/** Complex numbers of one tile, row by row. */
export interface ComplexTile {
  readonly real: Float64Array;
  readonly imaginary: Float64Array;
}

/** A tile of zeros. */
export function createComplexTile(): ComplexTile {
  return {
    real: new Float64Array(tileSide * tileSide),
    imaginary: new Float64Array(tileSide * tileSide),
  };
}

function swap(values: Float64Array, a: number, b: number): void {
  const value = values[a] as number;
  values[a] = values[b] as number;
  values[b] = value;
}

function transformLine(tile: ComplexTile, start: number, stride: number, sign: 1 | -1): void {
  const { real, imaginary } = tile;
  for (let index = 0; index < tileSide; index += 1) {
    const other = reversed[index] as number;
    if (other > index) {
      swap(real, start + index * stride, start + other * stride);
      swap(imaginary, start + index * stride, start + other * stride);
    }
  }
  for (let span = 1; span < tileSide; span <<= 1) {
    const turn = half / span;
    for (let first = 0; first < tileSide; first += 2 * span) {
      for (let k = 0; k < span; k += 1) {
        const cosine = cosines[k * turn] as number;
        const sine = -sign * (sines[k * turn] as number);
        const a = start + (first + k) * stride;
        const b = a + span * stride;
        const r = (real[b] as number) * cosine - (imaginary[b] as number) * sine;
        const i = (real[b] as number) * sine + (imaginary[b] as number) * cosine;
        real[b] = (real[a] as number) - r;
        imaginary[b] = (imaginary[a] as number) - i;
        real[a] = (real[a] as number) + r;
        imaginary[a] = (imaginary[a] as number) + i;
      }
    }
  }
}

/**
 * Transforms a tile in place between pixels and frequencies; without a factor, so that there and back multiplies by the number of
 * pixels.
 *
 * Source: J. W. Cooley, J. W. Tukey, "An algorithm for the machine calculation of complex Fourier series" (1965).
 */
export function transformTile(tile: ComplexTile, direction: 'to-frequencies' | 'to-pixels'): void {
  const sign = direction === 'to-frequencies' ? 1 : -1;
  for (let y = 0; y < tileSide; y += 1) transformLine(tile, y * tileSide, 1, sign);
  for (let x = 0; x < tileSide; x += 1) transformLine(tile, x, tileSide, sign);
}
