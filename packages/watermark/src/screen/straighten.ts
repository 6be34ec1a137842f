import type { RasterImage } from '../image/raster-image.ts';

/** A point of a picture, in pixels from the top left. */
export type Point = readonly [x: number, y: number];

/** Corners of a screen in a photograph: top left, top right, bottom right, bottom left. */
export type Corners = readonly [Point, Point, Point, Point];

/** A place of the result to a place of the source. */
type Mapping = (x: number, y: number) => Point;

/**
 * The perspective map of a rectangle to a quadrilateral.
 *
 * Source: P. S. Heckbert, "Fundamentals of Texture Mapping and Image Warping" (1989), section 2.2.3.
 */
function mapToCorners([a, b, c, d]: Corners, width: number, height: number): Mapping {
  const dx1 = b[0] - c[0];
  const dx2 = d[0] - c[0];
  const dy1 = b[1] - c[1];
  const dy2 = d[1] - c[1];
  const sx = a[0] - b[0] + c[0] - d[0];
  const sy = a[1] - b[1] + c[1] - d[1];
  const area = dx1 * dy2 - dx2 * dy1;
  const g = (sx * dy2 - dx2 * sy) / area;
  const h = (dx1 * sy - sx * dy1) / area;
  return (x, y) => {
    const u = x / width;
    const v = y / height;
    const w = g * u + h * v + 1;
    return [
      ((b[0] - a[0] + g * b[0]) * u + (d[0] - a[0] + h * d[0]) * v + a[0]) / w,
      ((b[1] - a[1] + g * b[1]) * u + (d[1] - a[1] + h * d[1]) * v + a[1]) / w,
    ];
  };
}

/** Samples between pixels; what lies outside is grey. */
function resample(image: RasterImage, width: number, height: number, map: Mapping): RasterImage {
  const { width: across, height: down, data: source } = image;
  const data = new Uint8Array(4 * width * height).fill(128);
  for (let y = 0, at = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1, at += 4) {
      const [fromX, fromY] = map(x + 0.5, y + 0.5);
      const left = Math.floor(fromX - 0.5);
      const top = Math.floor(fromY - 0.5);
      data[at + 3] = 255;
      if (left < 0 || top < 0 || left + 1 >= across || top + 1 >= down) continue;
      const shareX = fromX - 0.5 - left;
      const shareY = fromY - 0.5 - top;
      const first = 4 * (top * across + left);
      for (let channel = 0; channel < 3; channel += 1) {
        const corner = first + channel;
        const upper =
          (source[corner] as number) * (1 - shareX) + (source[corner + 4] as number) * shareX;
        const below = corner + 4 * across;
        const lower =
          (source[below] as number) * (1 - shareX) + (source[below + 4] as number) * shareX;
        data[at + channel] = Math.round(upper * (1 - shareY) + lower * shareY);
      }
    }
  }
  return { width, height, data };
}

const distance = (a: Point, b: Point) => Math.hypot(a[0] - b[0], a[1] - b[1]);

/**
 * The screen within these corners as a rectangle, at most `mostPixels` wide and high.
 *
 * @param aspectRatio - Width by height; by the lengths of the edges unless given.
 */
export function straighten(
  image: RasterImage,
  corners: Corners,
  mostPixels: number,
  aspectRatio?: number,
): RasterImage {
  const [a, b, c, d] = corners;
  const across = (distance(a, b) + distance(d, c)) / 2;
  const down =
    aspectRatio === undefined ? (distance(a, d) + distance(b, c)) / 2 : across / aspectRatio;
  const shrink = Math.min(1, mostPixels / Math.max(across, down));
  const width = Math.max(1, Math.round(across * shrink));
  const height = Math.max(1, Math.round(down * shrink));
  return resample(image, width, height, mapToCorners(corners, width, height));
}

/** The middle of a picture after a turn about its centre, of this width and height. */
export function turnMiddle(
  image: RasterImage,
  degrees: number,
  width: number,
  height: number,
): RasterImage {
  const cosine = Math.cos((degrees * Math.PI) / 180);
  const sine = Math.sin((degrees * Math.PI) / 180);
  return resample(image, width, height, (x, y) => {
    const fromX = x - width / 2;
    const fromY = y - height / 2;
    return [
      image.width / 2 + fromX * cosine - fromY * sine,
      image.height / 2 + fromX * sine + fromY * cosine,
    ];
  });
}
