import type { RasterImage } from '@yushu/watermark/image';
import { type Corners, createScreenPattern, traceScreenshot } from '@yushu/watermark/screen';
import sharp from 'sharp';
import { straighten, turnMiddle } from '../../src/screen/straighten.ts';
import { bundleScreen, makePage, openChromium } from '../screen/open-page.ts';

/** Screenshots of marked pages in Chromium, after what happens to them: how many are read. */
const key = new Uint8Array(32).fill(5);
const id = 0xab_cdef_0123n;
const width = 1280;
const height = 800;

async function decode(bytes: Uint8Array): Promise<RasterImage> {
  const { data, info } = await sharp(bytes)
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data };
}

interface Attacked {
  readonly image: RasterImage;
  readonly corners?: Corners;
  readonly aspectRatio?: number;
  readonly maxTurnDegrees?: number;
}

const compress = (shot: Buffer, quality: number) => sharp(shot).jpeg({ quality }).toBuffer();
const attacks: Record<string, (shot: Buffer) => Promise<Attacked>> = {
  nothing: async (shot) => ({ image: await decode(shot) }),
  'JPEG 75': async (shot) => ({ image: await decode(await compress(shot, 75)) }),
  'JPEG 50': async (shot) => ({ image: await decode(await compress(shot, 50)) }),
  'scale 0.6 and JPEG 80': async (shot) => {
    const { width: from = 0 } = await sharp(shot).metadata();
    const small = await sharp(shot)
      .resize({ width: Math.round(0.6 * from) })
      .toBuffer();
    return { image: await decode(await compress(small, 80)) };
  },
  'crop to 47 % × 50 % and JPEG 80': async (shot) => {
    const { width: w = 0, height: h = 0 } = await sharp(shot).metadata();
    const region = {
      left: Math.round(0.23 * w),
      top: Math.round(0.25 * h),
      width: Math.round(0.47 * w),
      height: Math.round(0.5 * h),
    };
    return {
      image: await decode(await compress(await sharp(shot).extract(region).toBuffer(), 80)),
    };
  },
  'turned by 1.3°, JPEG 80, searched to 2°': async (shot) => {
    const image = await decode(await compress(shot, 80));
    const turned = turnMiddle(
      image,
      1.3,
      Math.round(0.8 * image.width),
      Math.round(0.8 * image.height),
    );
    return { image: turned, maxTurnDegrees: 2 };
  },
  'seen at an angle, noise, JPEG 80, with corners': async (shot) => {
    const image = await decode(shot);
    const { width: w, height: h } = image;
    // The photograph's own corners on the screen: it shows all of the screen, and some of what is around it.
    const seen: Corners = [
      [-0.05 * w, -0.02 * h],
      [1.09 * w, -0.08 * h],
      [1.02 * w, 1.1 * h],
      [-0.02 * w, 1.03 * h],
    ];
    const photograph = straighten(image, seen, 2600);
    const { data } = photograph;
    let state = 1;
    for (let at = 0; at < data.length; at += 1) {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      if (at % 4 !== 3)
        data[at] = Math.max(0, Math.min(255, (data[at] as number) + (state >>> 28) - 7.5));
    }
    const raw = { width: photograph.width, height: photograph.height, channels: 4 as const };
    const file = await sharp(data, { raw }).removeAlpha().jpeg({ quality: 80 }).toBuffer();
    return {
      image: await decode(file),
      corners: locate(seen, w, h, raw),
      aspectRatio: width / height,
    };
  },
};

/** Where the corners of the screen are in a photograph that shows this part of it: Newton's method on the map between. */
function locate(
  seen: Corners,
  w: number,
  h: number,
  photo: { width: number; height: number },
): Corners {
  const toScreen = (x: number, y: number): [number, number] => {
    const [a, b, c, d] = seen;
    const [dx1, dx2, sx] = [b[0] - c[0], d[0] - c[0], a[0] - b[0] + c[0] - d[0]];
    const [dy1, dy2, sy] = [b[1] - c[1], d[1] - c[1], a[1] - b[1] + c[1] - d[1]];
    const area = dx1 * dy2 - dx2 * dy1;
    const g = (sx * dy2 - dx2 * sy) / area;
    const k = (dx1 * sy - sx * dy1) / area;
    const [u, v] = [x / photo.width, y / photo.height];
    const scale = g * u + k * v + 1;
    return [
      ((b[0] - a[0] + g * b[0]) * u + (d[0] - a[0] + k * d[0]) * v + a[0]) / scale,
      ((b[1] - a[1] + g * b[1]) * u + (d[1] - a[1] + k * d[1]) * v + a[1]) / scale,
    ];
  };
  const find = (wantedX: number, wantedY: number): [number, number] => {
    let [x, y] = [(wantedX / w) * photo.width, (wantedY / h) * photo.height];
    for (let round = 0; round < 60; round += 1) {
      const [atX, atY] = toScreen(x, y);
      x += ((wantedX - atX) * photo.width) / w;
      y += ((wantedY - atY) * photo.height) / h;
    }
    return [x, y];
  };
  return [find(0, 0), find(w, 0), find(w, h), find(0, h)];
}

const browser = await openChromium();
const script = await bundleScreen();
const pattern = createScreenPattern({ key, id });
const counts = new Map<string, number>();
const factors = [1, 1.25, 1.5, 2];
try {
  for (const deviceScaleFactor of factors) {
    for (const theme of ['light', 'dark'] as const) {
      const page = await browser.newPage({ viewport: { width, height }, deviceScaleFactor });
      await page.setContent(makePage(theme));
      await page.addScriptTag({ content: script });
      await page.evaluate((shown) => {
        const { screenMark } = globalThis as unknown as {
          screenMark: { showScreenMark(options: { pattern: string; label: string }): void };
        };
        screenMark.showScreenMark({ pattern: shown, label: '张三 4711\n2026-11-29 10:00' });
      }, pattern);
      const shot = await page.screenshot();
      await page.close();
      for (const [name, attack] of Object.entries(attacks)) {
        const { image, ...options } = await attack(shot);
        const trace = traceScreenshot(image, { key, ...options });
        const isRight = trace.found && trace.id === id;
        if (trace.found && !isRight) throw new Error('a wrong id was read');
        counts.set(name, (counts.get(name) ?? 0) + (isRight ? 1 : 0));
        process.stdout.write(
          `${deviceScaleFactor} ${theme} ${name}: ${isRight ? 'read' : 'not read'}\n`,
        );
      }
    }
  }
} finally {
  await browser.close();
}
for (const [name, count] of counts)
  process.stdout.write(`${name}: ${count} of ${2 * factors.length}\n`);
