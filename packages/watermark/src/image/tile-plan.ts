import { chacha20 } from '@noble/ciphers/chacha.js';
import { expandKey } from '../keys/expand-key.ts';
import { codedBits } from './convolutional-code.ts';
import { tileSide } from './fourier-transform.ts';

/**
 * The band of the mark, in cycles a tile. Below, the picture itself is too strong; above, halving the picture or JPEG take the mark
 * away. Between, amplitudes grow with the frequency, as those of pictures fall.
 */
const lowestFrequency = 4;
const highestFrequency = 28;

/** Of the frequencies, how many are pilots: known to the reader, they say where the tile lies and how it was scaled. */
const pilotShare = 0.25;

/** Where the key puts what in the tile. */
export interface TilePlan {
  /** Places in the tile's spectrum, one of each pair that stands for a real wave; the pilots first. */
  readonly places: Int32Array;
  /** Of each place: whole waves across and down. */
  readonly across: Int32Array;
  readonly down: Int32Array;
  /** Of each place: distance from the centre of the spectrum, rounded. */
  readonly ring: Uint8Array;
  /** Of each place: the phase that the key gives it, as cosine and sine. */
  readonly cosine: Float64Array;
  readonly sine: Float64Array;
  /** How many of the places are pilots. */
  readonly pilots: number;
  /** Of each half (cosine, then sine) of each place that is no pilot: which bit of the code it carries. */
  readonly bitOf: Uint16Array;
  /** What the tag of an id is computed with. */
  readonly tagKey: Uint8Array;
}

/** The number of rings, the centre included. */
export const ringCount = highestFrequency + 2;

function shuffled(values: readonly number[], random: DataView, at: number): number[] {
  return values
    .map((value, index) => [random.getUint32(at + 4 * index), index, value] as const)
    .sort((a, b) => a[0] - b[0] || a[1] - b[1])
    .map(([, , value]) => value);
}

/** Derives from a key of at least 16 bytes where pilots and bits stand in the tile. */
export function planTile(key: Uint8Array): TilePlan {
  const keys = expandKey(key, 'a picture mark', 'yushu picture mark 1', 64);
  const found: number[] = [];
  for (let v = 0; v <= highestFrequency; v += 1) {
    for (let u = -highestFrequency; u <= highestFrequency; u += 1) {
      const radius = Math.hypot(u, v);
      // A wave and its mirror image are one real wave: the upper half is enough, of the middle row the right half.
      if ((v > 0 || u > 0) && radius >= lowestFrequency && radius <= highestFrequency) {
        found.push(v * tileSide + ((u + tileSide) % tileSide));
      }
    }
  }
  const pilots = Math.round(found.length * pilotShare);
  const halves = 2 * (found.length - pilots);
  const stream = new Uint8Array(8 * found.length + 4 * halves);
  const random = new DataView(
    chacha20(keys.subarray(0, 32), new Uint8Array(12), stream).buffer as ArrayBuffer,
  );
  const places = Int32Array.from(shuffled(found, random, 0));
  const phases = Float64Array.from(
    places,
    (_, index) => (random.getUint32(4 * (found.length + index)) / 2 ** 32) * 2 * Math.PI,
  );
  const across = places.map((place) => {
    const u = place % tileSide;
    return u > tileSide / 2 ? u - tileSide : u;
  });
  const down = places.map((place) => Math.floor(place / tileSide));
  const bits = Array.from({ length: halves }, (_, index) => index % codedBits);
  return {
    places,
    across,
    down,
    ring: Uint8Array.from(places, (_, index) =>
      Math.round(Math.hypot(across[index] as number, down[index] as number)),
    ),
    cosine: phases.map(Math.cos),
    sine: phases.map(Math.sin),
    pilots,
    bitOf: Uint16Array.from(shuffled(bits, random, 8 * found.length)),
    tagKey: keys.subarray(32),
  };
}
