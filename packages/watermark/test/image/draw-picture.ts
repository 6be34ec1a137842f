import type { RasterImage } from '@yushu/watermark/image';

/** A generator of numbers from 0 to 1: the same for the same seed. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  };
}

export type PictureKind = 'landscape' | 'texture' | 'document' | 'flat' | 'dark';

/** Noise of several octaves, whose spectrum falls as that of photographs does. */
function fractal(width: number, height: number, seed: number, roughness: number): Float64Array {
  const random = seededRandom(seed);
  const values = new Float64Array(width * height);
  for (let cell = 128, weight = 1; cell >= 2; cell /= 2, weight *= roughness) {
    const columns = Math.ceil(width / cell) + 2;
    const grid = Float64Array.from(
      { length: columns * (Math.ceil(height / cell) + 2) },
      () => random() - 0.5,
    );
    for (let y = 0; y < height; y += 1) {
      const row = Math.floor(y / cell);
      const v = y / cell - row;
      for (let x = 0; x < width; x += 1) {
        const column = Math.floor(x / cell);
        const u = x / cell - column;
        const at = row * columns + column;
        const upper = grid[at]! * (1 - u) + grid[at + 1]! * u;
        const lower = grid[at + columns]! * (1 - u) + grid[at + columns + 1]! * u;
        values[y * width + x]! += weight * (upper * (1 - v) + lower * v);
      }
    }
  }
  return values;
}

/** A picture that no camera took: enough like one for tests, and made from its seed alone. */
export function drawPicture(
  kind: PictureKind,
  width: number,
  height: number,
  seed = 1,
): RasterImage {
  const data = new Uint8ClampedArray(width * height * 4);
  const coarse = fractal(width, height, seed, 0.5);
  const fine = fractal(width, height, seed + 1000, 0.75);
  const random = seededRandom(seed);
  const lines = Array.from({ length: 60 }, () => random());
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = y * width + x;
      const c = coarse[at]!;
      const f = fine[at]!;
      let rgb: readonly [number, number, number];
      if (kind === 'flat') rgb = [214, 218, 224];
      else if (kind === 'dark') rgb = [12 + 20 * c, 14 + 20 * c, 22 + 24 * c];
      else if (kind === 'texture') rgb = [128 + 160 * f, 120 + 150 * f, 96 + 130 * f];
      else if (kind === 'document') {
        const line = Math.floor(y / 18);
        const ink =
          y % 18 > 4 && y % 18 < 15 && x < width * (0.5 + 0.5 * lines[line % 60]!) && f > 0.12;
        rgb = ink ? [24, 24, 28] : [252, 252, 250];
      } else {
        const horizon = height * 0.45 + 90 * coarse[x]!;
        rgb =
          y < horizon
            ? [120 + 60 * (y / height) + 20 * c, 165 + 30 * (y / height) + 16 * c, 225 + 10 * c]
            : [90 + 110 * f + 40 * c, 110 + 110 * f + 40 * c, 60 + 80 * f + 30 * c];
      }
      data.set([...rgb, 255], 4 * at);
    }
  }
  return { width, height, data };
}
