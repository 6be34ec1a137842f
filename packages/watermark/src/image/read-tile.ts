import { codedBits, decodeMessage } from './convolutional-code.ts';
import {
  type ComplexTile,
  createComplexTile,
  tileSide,
  transformTile,
} from './fourier-transform.ts';
import { readMessage } from './picture-id.ts';
import { ringCount, type TilePlan } from './tile-plan.ts';

/** A part of a picture whose contrast is leveled. */
export interface LeveledPicture {
  readonly values: Float32Array;
  readonly width: number;
  readonly height: number;
}

/** How a picture was scaled, and where in it a tile begins. */
export interface Alignment {
  /** Pixels of this picture for one of the marked one. */
  readonly scaleX: number;
  readonly scaleY: number;
  /** Where the tile begins, in pixels of the marked picture. */
  readonly offsetX: number;
  readonly offsetY: number;
  /** How far the pilots stand out, in standard deviations of what chance gives at one place. */
  readonly score: number;
}

/** The alignment of a picture that was only marked. */
export const untouched: Alignment = { scaleX: 1, scaleY: 1, offsetX: 0, offsetY: 0, score: 0 };

/** Lays all tiles of a picture on one another and reads what they have in common. */
export class TileReader {
  readonly #plan: TilePlan;
  readonly #folded: ComplexTile = createComplexTile();
  readonly #matched: ComplexTile = createComplexTile();
  readonly #noise = new Float64Array(ringCount);

  constructor(plan: TilePlan) {
    this.#plan = plan;
  }

  /**
   * Where the tile lies if the picture was scaled so.
   *
   * @param window Side of the square in the middle that is looked at, in pixels of the marked picture.
   * @param peaks How many of the best places to give; they are apart from one another.
   */
  align(
    picture: LeveledPicture,
    scaleX: number,
    scaleY: number,
    window: number,
    peaks = 1,
  ): Alignment[] {
    const deviation = this.#match(picture, scaleX, scaleY, window);
    const { real } = this.#matched;
    const found: Alignment[] = [];
    for (let peak = 0; peak < peaks; peak += 1) {
      let best = 0;
      for (let index = 1; index < real.length; index += 1) {
        if ((real[index] as number) > (real[best] as number)) best = index;
      }
      const offsetX = best % tileSide;
      const offsetY = Math.floor(best / tileSide);
      found.push({ scaleX, scaleY, offsetX, offsetY, score: (real[best] as number) / deviation });
      for (let dy = -2; dy <= 2; dy += 1) {
        for (let dx = -2; dx <= 2; dx += 1) {
          const x = (offsetX + dx + tileSide) % tileSide;
          const y = (offsetY + dy + tileSide) % tileSide;
          real[y * tileSide + x] = Number.NEGATIVE_INFINITY;
        }
      }
    }
    return found;
  }

  /** The id of the whole picture at this alignment, or `undefined` if its tag does not fit. */
  read(picture: LeveledPicture, alignment: Alignment): bigint | undefined {
    const { scaleX, scaleY } = alignment;
    this.#fold(picture, scaleX, scaleY, Number.POSITIVE_INFINITY);
    const { pilots, places, ring, bitOf, tagKey } = this.#plan;
    const [offsetX, offsetY] = this.#betweenPixels(alignment);
    const reliability = this.#reliability(offsetX, offsetY);
    const evidence = new Float64Array(codedBits);
    for (let index = pilots; index < places.length; index += 1) {
      const [inPhase, quadrature] = this.#turned(index, offsetX, offsetY);
      const weight = reliability[ring[index] as number] as number;
      const half = 2 * (index - pilots);
      const first = bitOf[half] as number;
      const second = bitOf[half + 1] as number;
      evidence[first] = (evidence[first] as number) + weight * inPhase;
      evidence[second] = (evidence[second] as number) + weight * quadrature;
    }
    return readMessage(decodeMessage(evidence), tagKey);
  }

  /** How far the pilots stand out at no offset, in a square in the middle. */
  scoreAt(picture: LeveledPicture, window: number): number {
    const deviation = this.#match(picture, 1, 1, window);
    return (this.#matched.real[0] as number) / deviation;
  }

  /** How well the pilots fit at each offset; returns the deviation that chance gives. */
  #match(picture: LeveledPicture, scaleX: number, scaleY: number, window: number): number {
    this.#fold(picture, scaleX, scaleY, window);
    const { pilots, places, cosine, sine, ring } = this.#plan;
    const { real, imaginary } = this.#matched;
    real.fill(0);
    imaginary.fill(0);
    let energy = 0;
    for (let index = 0; index < pilots; index += 1) {
      const place = places[index] as number;
      const scale = 1 / (this.#noise[ring[index] as number] as number);
      const r = (this.#folded.real[place] as number) * scale;
      const i = (this.#folded.imaginary[place] as number) * scale;
      real[place] = r * (cosine[index] as number) + i * (sine[index] as number);
      imaginary[place] = i * (cosine[index] as number) - r * (sine[index] as number);
      energy += r * r + i * i;
    }
    transformTile(this.#matched, 'to-pixels');
    return Math.sqrt(energy / 2) + 1e-9;
  }

  #fold(
    { values, width, height }: LeveledPicture,
    scaleX: number,
    scaleY: number,
    window: number,
  ): void {
    const { real, imaginary } = this.#folded;
    real.fill(0);
    imaginary.fill(0);
    const across = Math.min(width, Math.round(window * scaleX));
    const down = Math.min(height, Math.round(window * scaleY));
    const left = (width - across) >> 1;
    const top = (height - down) >> 1;
    const columns = Uint8Array.from(
      { length: across },
      (_, x) => Math.floor((left + x + 0.5) / scaleX) % tileSide,
    );
    for (let y = top; y < top + down; y += 1) {
      const row = (Math.floor((y + 0.5) / scaleY) % tileSide) * tileSide;
      const start = y * width + left;
      for (let x = 0; x < across; x += 1) {
        const at = row + (columns[x] as number);
        real[at] = (real[at] as number) + (values[start + x] as number);
      }
    }
    transformTile(this.#folded, 'to-frequencies');
    const { places, ring } = this.#plan;
    const power = new Float64Array(ringCount);
    const count = new Float64Array(ringCount);
    for (const [index, place] of places.entries()) {
      const at = ring[index] as number;
      power[at] =
        (power[at] as number) + (real[place] as number) ** 2 + (imaginary[place] as number) ** 2;
      count[at] = (count[at] as number) + 1;
    }
    for (let at = 0; at < ringCount; at += 1) {
      this.#noise[at] = Math.sqrt((power[at] as number) / Math.max(1, count[at] as number)) + 1e-6;
    }
  }

  /** What stands at a place, over its noise, turned back by the key's phase and the offset: cosine and sine. */
  #turned(index: number, offsetX: number, offsetY: number): [number, number] {
    const { places, across, down, cosine, sine, ring } = this.#plan;
    const turn =
      (2 * Math.PI * ((across[index] as number) * offsetX + (down[index] as number) * offsetY)) /
      tileSide;
    const c = Math.cos(turn) * (cosine[index] as number) + Math.sin(turn) * (sine[index] as number);
    const s = Math.cos(turn) * (sine[index] as number) - Math.sin(turn) * (cosine[index] as number);
    const noise = this.#noise[ring[index] as number] as number;
    const r = (this.#folded.real[places[index] as number] as number) / noise;
    const i = (this.#folded.imaginary[places[index] as number] as number) / noise;
    return [r * c + i * s, i * c - r * s];
  }

  /** The offset to a quarter of a pixel, where the pilots fit best. */
  #betweenPixels({ offsetX, offsetY }: Alignment): [number, number] {
    let best = Number.NEGATIVE_INFINITY;
    let result: [number, number] = [offsetX, offsetY];
    for (let y = offsetY - 0.5; y <= offsetY + 0.5; y += 0.25) {
      for (let x = offsetX - 0.5; x <= offsetX + 0.5; x += 0.25) {
        let sum = 0;
        for (let index = 0; index < this.#plan.pilots; index += 1)
          sum += this.#turned(index, x, y)[0];
        if (sum > best) {
          best = sum;
          result = [x, y];
        }
      }
    }
    return result;
  }

  /** How much is left of the mark at each distance from the centre, by its pilots: JPEG takes the outer ones, scaling too. */
  #reliability(offsetX: number, offsetY: number): Float64Array {
    const sums = new Float64Array(ringCount);
    const counts = new Float64Array(ringCount);
    for (let index = 0; index < this.#plan.pilots; index += 1) {
      const at = this.#plan.ring[index] as number;
      sums[at] = (sums[at] as number) + this.#turned(index, offsetX, offsetY)[0];
      counts[at] = (counts[at] as number) + 1;
    }
    return Float64Array.from({ length: ringCount }, (_, at) => {
      let sum = 0;
      let count = 0;
      for (let other = Math.max(0, at - 4); other <= Math.min(ringCount - 1, at + 4); other += 1) {
        const share = 5 - Math.abs(other - at);
        sum += share * (sums[other] as number);
        count += share * (counts[other] as number);
      }
      return Math.max(0.02, sum / Math.max(1, count));
    });
  }
}
