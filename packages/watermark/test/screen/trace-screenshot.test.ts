import { javascriptCodec } from '@yushu/watermark/image-files';
import { type Corners, createScreenPattern, traceScreenshot } from '@yushu/watermark/screen';
import { describe, expect, it } from 'vitest';
import { straighten, turnMiddle } from '../../src/screen/straighten.ts';

const key = new Uint8Array(32).fill(5);
const id = 77n;

/** A white screen with lines of grey bars for words, under a pattern. */
async function drawScreen(width: number, height: number) {
  const url = createScreenPattern({ key, id, strengthLevels: 4 });
  const png = Uint8Array.from(Buffer.from(url.slice(url.indexOf(',') + 1), 'base64'));
  const tile = await javascriptCodec.decode(png, 'png');
  const data = new Uint8Array(4 * width * height).fill(255);
  for (let y = 0, at = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1, at += 4) {
      const isWord = y % 24 < 9 && (x * 7 + Math.floor(y / 24) * 131) % 97 < 60 && x % 400 > 40;
      const under = isWord ? 150 : 250;
      const from = 4 * (128 * Math.floor((y / 1.5) % 128) + Math.floor((x / 1.5) % 128));
      const opacity = (tile.data[from + 3] as number) / 255;
      const level = Math.round(under * (1 - opacity) + (tile.data[from] as number) * opacity);
      data.fill(level, at, at + 3);
    }
  }
  return { width, height, data };
}

const screen = await drawScreen(1000, 640);

describe('traceScreenshot', () => {
  it('reads a photograph taken at an angle, by the corners of the screen, as straight as it was', () => {
    // What a camera at the side sees: the inverse of straightening.
    const seen: Corners = [
      [-60, -30],
      [1040, -10],
      [1010, 660],
      [-20, 690],
    ];
    const photograph = straighten(screen, seen, 2000);
    const corners = findCorners(photograph);
    const aspectRatio = screen.width / screen.height;
    expect(traceScreenshot(photograph, { key, corners, aspectRatio })).toMatchObject({
      found: true,
      id,
    });
  });

  it('says nothing of a screen without a pattern, or with another key', () => {
    const part = turnMiddle(screen, 0, 400, 300);
    const blank = { ...part, data: part.data.map((value) => (value > 200 ? 250 : 150)) };
    expect(traceScreenshot(blank, { key })).toEqual({ found: false });
    expect(traceScreenshot(part, { key: new Uint8Array(32) })).toEqual({ found: false });
  });

  it.each([
    [{ key, maxTurnDegrees: 11 }, 'ERR_WATERMARK_OPTIONS'],
    [{ key, aspectRatio: 0 }, 'ERR_WATERMARK_OPTIONS'],
    [
      {
        key,
        corners: [
          [0, 0],
          [1, 0],
          [1, 1],
          [0, 1],
        ],
      },
      'ERR_WATERMARK_OPTIONS',
    ],
    [
      {
        key,
        corners: [
          [0, 0],
          [0, 600],
          [900, 600],
          [900, 0],
        ],
      },
      'ERR_WATERMARK_OPTIONS',
    ],
    [{ key: new Uint8Array(3) }, 'ERR_WATERMARK_KEY'],
  ] as [
    { key: Uint8Array; maxTurnDegrees?: number; aspectRatio?: number; corners?: Corners },
    string,
  ][])('refuses options out of range: %#', (options, code) => {
    expect(() => traceScreenshot(screen, options)).toThrow(expect.objectContaining({ code }));
  });
});

/** The corners of what is not grey 128. */
function findCorners({
  width,
  height,
  data,
}: {
  width: number;
  height: number;
  data: Uint8Array | Uint8ClampedArray;
}): Corners {
  const extreme = (value: (x: number, y: number) => number): [number, number] => {
    let best: [number, number] = [0, 0];
    let most = Number.NEGATIVE_INFINITY;
    for (let y = 0; y < height; y += 1) {
      for (let x = 0; x < width; x += 1) {
        if (data[4 * (y * width + x)] === 128 || value(x, y) <= most) continue;
        most = value(x, y);
        best = [x, y];
      }
    }
    return best;
  };
  const [a, b, c, d] = [
    extreme((x, y) => -x - y),
    extreme((x, y) => x - y),
    extreme((x, y) => x + y),
    extreme((x, y) => y - x),
  ] as [[number, number], [number, number], [number, number], [number, number]];
  return [a, [b[0] + 1, b[1]], [c[0] + 1, c[1] + 1], [d[0], d[1] + 1]];
}
