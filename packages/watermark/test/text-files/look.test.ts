import { markTextFile } from '@yushu/watermark/text-files';
import { decode } from 'fast-png';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath, makePage, openChromium } from '../screen/open-page.ts';
import { dialogue } from '../text/sample-texts.ts';

const why = chromiumPath === undefined ? ' (no Chromium here)' : '';
const mustRun = process.env['CI'] !== undefined && process.env['CHROMIUM_PATH'] !== undefined;

describe.skipIf(chromiumPath === undefined && !mustRun)(`a marked page in Chromium${why}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openChromium();
  });
  afterAll(() => browser?.close());

  it('looks the same, line by line and to the pixel, and reads the same', async () => {
    const html = `${makePage('light')}<p style="width:11em">${dialogue}</p>`;
    const key = new Uint8Array(32).fill(5);
    const { bytes } = markTextFile(new TextEncoder().encode(html), { format: 'html', key, id: 3 });
    const marked = new TextDecoder().decode(bytes);
    expect(marked.length).toBeGreaterThan(html.length + 300);
    const page = await browser.newPage({ viewport: { width: 1100, height: 1000 } });
    const see = async (content: string) => {
      await page.setContent(content);
      const text = await page.evaluate(() => document.body.textContent);
      return { text, pixels: decode(await page.screenshot()).data };
    };
    const before = await see(html);
    const after = await see(marked);
    expect(after.text?.replace(/[\ufe04-\ufe0b]/g, '')).toBe(before.text);
    let different = 0;
    for (let at = 0; at < before.pixels.length; at += 1) {
      if (before.pixels[at] !== after.pixels[at]) different += 1;
    }
    expect(different).toBe(0);
    await page.close();
  });
});
