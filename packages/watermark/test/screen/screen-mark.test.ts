import { javascriptCodec } from '@yushu/watermark/image-files';
import {
  createScreenPattern,
  type ShowScreenMarkOptions,
  traceScreenshot,
} from '@yushu/watermark/screen';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleScreen, chromiumPath, makePage, openChromium } from './open-page.ts';

const key = new Uint8Array(32).fill(5);
const id = 0xab_cdef_0123n;
const pattern = createScreenPattern({ key, id });
const why = chromiumPath === undefined ? ' (no Chromium here)' : '';
const mustRun = process.env['CI'] !== undefined && process.env['CHROMIUM_PATH'] !== undefined;

interface InPage {
  readonly screenMark: { showScreenMark(options: ShowScreenMarkOptions): { remove(): void } };
  mark: { remove(): void };
  tampering: string[];
}

describe.skipIf(chromiumPath === undefined && !mustRun)(`a screen mark in Chromium${why}`, () => {
  let browser: Browser;
  let script: string;
  beforeAll(async () => {
    [browser, script] = await Promise.all([openChromium(), bundleScreen()]);
  });
  afterAll(() => browser?.close());

  async function openMarked(
    deviceScaleFactor = 1,
    theme: 'light' | 'dark' = 'light',
  ): Promise<Page> {
    const page = await browser.newPage({
      viewport: { width: 1100, height: 700 },
      deviceScaleFactor,
    });
    await page.setContent(makePage(theme));
    await page.addScriptTag({ content: script });
    await page.evaluate((shown) => {
      const here = globalThis as unknown as InPage;
      here.tampering = [];
      here.mark = here.screenMark.showScreenMark({
        pattern: shown,
        label: '张三 Zhang San\n2026-11-29 10:00',
        onTampering: (what) => here.tampering.push(what),
      });
    }, pattern);
    return page;
  }
  const read = async (page: Page, type: 'png' | 'jpeg' = 'png') => {
    const clip = { x: 150, y: 60, width: 640, height: 440 };
    const shot = await page.screenshot(type === 'png' ? { clip } : { clip, type, quality: 60 });
    return traceScreenshot(await javascriptCodec.decode(shot, type), { key });
  };
  /** Whether the mark is there, on top, and all of the page. */
  const isThere = (page: Page) =>
    page.evaluate(() => {
      const host = document.documentElement.lastElementChild as HTMLElement;
      const { width, height } = host.getBoundingClientRect();
      const style = getComputedStyle(host);
      return (
        host.matches('div[aria-hidden=true]:popover-open') &&
        style.display === 'block' &&
        style.opacity === '1' &&
        style.visibility === 'visible' &&
        width >= innerWidth - 20 &&
        height >= innerHeight
      );
    });

  it.each([
    [1, 'light'],
    [2, 'dark'],
  ] as const)('is read from screenshots, %d pixels a pixel, %s', async (factor, theme) => {
    const page = await openMarked(factor, theme);
    expect(await read(page, factor === 1 ? 'jpeg' : 'png')).toMatchObject({ found: true, id });
    await page.close();
  });

  it('is silent, lets clicks through, and is read from what is printed', async () => {
    const page = await openMarked();
    let clicks = 0;
    await page.exposeFunction('clicked', () => {
      clicks += 1;
    });
    await page.evaluate(() => {
      const { clicked } = globalThis as unknown as { clicked(): void };
      document.getElementById('save')?.addEventListener('click', () => clicked());
    });
    await page.click('#save');
    await expect.poll(() => clicks).toBe(1);
    expect(await page.evaluate(() => document.elementFromPoint(300, 300)?.tagName)).not.toBe('DIV');
    await page.emulateMedia({ media: 'print' });
    expect(await read(page)).toMatchObject({ found: true, id });
    await page.close();
  });

  const attacks: Record<string, () => void> = {
    'taken out': () => document.documentElement.lastElementChild?.remove(),
    'lost with all that the page holds': () => {
      while (document.documentElement.lastChild) document.documentElement.lastChild.remove();
      document.documentElement.append(document.createElement('body'));
    },
    'moved into the body': () => {
      document.body.append(document.documentElement.lastElementChild as Element);
    },
    'hidden by its style': () => {
      (document.documentElement.lastElementChild as HTMLElement).style.cssText =
        'display:none!important';
    },
    'hidden by an attribute': () => {
      (document.documentElement.lastElementChild as HTMLElement).hidden = true;
    },
    'hidden by a style sheet': () => {
      const sheet = document.createElement('style');
      sheet.textContent =
        'html > div, [popover] { display: none !important; opacity: 0 !important; width: 0 !important }';
      document.head.append(sheet);
    },
    'hidden by a class': () => {
      const sheet = document.createElement('style');
      sheet.textContent = '.gone { visibility: hidden !important; transform: scale(0) !important }';
      document.head.append(sheet);
      document.documentElement.lastElementChild?.classList.add('gone');
    },
    'faded out': () => {
      document.documentElement.lastElementChild?.animate([{ opacity: 0 }, { opacity: 0 }], {
        duration: 1e6,
        fill: 'forwards',
      });
    },
    closed: () => (document.documentElement.lastElementChild as HTMLElement).hidePopover(),
    'without its popover': () =>
      document.documentElement.lastElementChild?.removeAttribute('popover'),
    'read aloud': () =>
      document.documentElement.lastElementChild?.setAttribute('aria-hidden', 'false'),
  };
  it.each(Object.keys(attacks))('is back when it was %s', async (name) => {
    const page = await openMarked();
    await page.evaluate(attacks[name] as () => void);
    // No style sheet and no animation has a say: then there is nothing to undo.
    const isUndone = name !== 'hidden by a style sheet' && name !== 'faded out';
    const count = () => page.evaluate(() => (globalThis as unknown as InPage).tampering.length);
    if (isUndone) await expect.poll(count, { timeout: 5000 }).toBeGreaterThan(0);
    await expect.poll(() => isThere(page), { timeout: 5000 }).toBe(true);
    await page.close();
  });

  it('stays above dialogs that open after it', async () => {
    const page = await openMarked();
    await page.evaluate(() => {
      const dialog = document.createElement('dialog');
      dialog.style.cssText =
        'width:100vw;height:100vh;max-width:none;max-height:none;background:#fff;border:0;margin:0';
      document.body.append(dialog);
      dialog.showModal();
    });
    expect(await read(page)).toMatchObject({ found: true, id });
    await page.close();
  });

  it('is gone when it is taken away by who put it there, with all that guards it', async () => {
    const page = await browser.newPage();
    await page.setContent(makePage('light'));
    await page.addScriptTag({ content: script });
    const counts = await page.evaluate((shown) => {
      const here = globalThis as unknown as InPage;
      const timers = new Set<unknown>();
      const { setInterval: start, clearInterval: stop } = globalThis;
      globalThis.setInterval = ((...given: Parameters<typeof start>) => {
        const timer = start(...given);
        timers.add(timer);
        return timer;
      }) as typeof start;
      globalThis.clearInterval = (timer) => {
        timers.delete(timer);
        stop(timer);
      };
      const before = document.documentElement.innerHTML;
      const signals = new Set<AbortSignal>();
      const listen = EventTarget.prototype.addEventListener;
      EventTarget.prototype.addEventListener = function (
        this: EventTarget,
        type,
        listener,
        options,
      ) {
        if (typeof options === 'object' && options.signal) signals.add(options.signal);
        listen.call(this, type, listener, options);
      };
      const mark = here.screenMark.showScreenMark({ pattern: shown, label: () => 'now' });
      const during = timers.size;
      mark.remove();
      mark.remove();
      return {
        during,
        timers: timers.size,
        ended: [...signals].every(({ aborted }) => aborted) && signals.size > 0,
        same: document.documentElement.innerHTML === before,
      };
    }, pattern);
    expect(counts).toEqual({ during: 2, timers: 0, ended: true, same: true });
    await page.evaluate(() => document.body.append('more'));
    expect(await page.evaluate(() => document.querySelector('[popover]'))).toBeNull();
    await page.close();
  });

  it('does not keep the page busy when it is removed in a loop', async () => {
    const page = await openMarked();
    const done = await page.evaluate(async () => {
      for (let round = 0; round < 150; round += 1) {
        document.querySelector('[popover]')?.remove();
        await new Promise((resolve) => setTimeout(resolve));
      }
      return (globalThis as unknown as InPage).tampering.length;
    });
    expect(done).toBeGreaterThan(10);
    expect(done).toBeLessThan(150);
    await expect.poll(() => isThere(page), { timeout: 5000 }).toBe(true);
    await page.close();
  });
});

describe('showScreenMark', () => {
  it('needs a document, and something to show', async () => {
    const { showScreenMark } = await import('@yushu/watermark/screen');
    expect(() => showScreenMark({ pattern })).toThrow(
      expect.objectContaining({ code: 'ERR_WATERMARK_OPTIONS' }),
    );
  });

  it.each([[0], [13], [Number.NaN]])('has no pattern of strength %d', (strengthLevels) => {
    expect(() => createScreenPattern({ key, id, strengthLevels })).toThrow(
      expect.objectContaining({ code: 'ERR_WATERMARK_OPTIONS' }),
    );
  });
});
