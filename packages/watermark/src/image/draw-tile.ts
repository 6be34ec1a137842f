import { encodeMessage } from './convolutional-code.ts';
import { createComplexTile, tileSide, transformTile } from './fourier-transform.ts';
import { writeMessage } from './picture-id.ts';
import type { TilePlan } from './tile-plan.ts';

/**
 * The tile that stands for an id: waves of one band, of which the pilots have phases that only the key says, and the others carry
 * one bit of the code in their cosine and one in their sine. Its pixels have mean 0 and variance 1.
 *
 * @throws {DataSecurityError} `ERR_WATERMARK_OPTIONS` if the id has more than 64 bits.
 */
export function drawTile(plan: TilePlan, id: bigint): Float64Array {
  const word = encodeMessage(writeMessage(id, plan.tagKey));
  const tile = createComplexTile();
  const { real, imaginary } = tile;
  for (const [index, place] of plan.places.entries()) {
    // Amplitudes grow with the frequency, for what disturbs them, the picture, falls with it.
    const amplitude = plan.ring[index] as number;
    let inPhase = amplitude;
    let quadrature = 0;
    if (index >= plan.pilots) {
      const half = 2 * (index - plan.pilots);
      const sign = (bit: number) =>
        word[plan.bitOf[bit] as number] ? Math.SQRT1_2 : -Math.SQRT1_2;
      inPhase = amplitude * sign(half);
      quadrature = amplitude * sign(half + 1);
    }
    const cosine = plan.cosine[index] as number;
    const sine = plan.sine[index] as number;
    real[place] = inPhase * cosine - quadrature * sine;
    imaginary[place] = inPhase * sine + quadrature * cosine;
    const column = (tileSide - (place % tileSide)) % tileSide;
    const row = (tileSide - Math.floor(place / tileSide)) % tileSide;
    real[row * tileSide + column] = real[place] as number;
    imaginary[row * tileSide + column] = -(imaginary[place] as number);
  }
  transformTile(tile, 'to-pixels');
  const power = real.reduce((sum, value) => sum + value * value, 0) / real.length;
  return real.map((value) => value / Math.sqrt(power));
}
