import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { renderReport } from '../../src/report/render-report.ts';
import type { ReportData } from '../../src/report/report-data.ts';
import { chromiumPath, openChromium } from './open-chromium.ts';
import { sampleProtectReport, sampleReport } from './sample-report.ts';

const missing = chromiumPath === undefined;
if (missing && process.env['CI'] === undefined) {
  console.warn('No Chromium (CHROMIUM_PATH, or /usr/bin): the page of the report is not tested.');
}

if (missing && process.env['CI'] !== undefined) {
  test('Chromium is there in CI', () => {
    throw new Error('Install Chromium (Debian: apt-get install chromium) or set CHROMIUM_PATH.');
  });
}

describe.skipIf(missing)('the page in Chromium, opened from disk', () => {
  const folder = mkdtempSync(join(tmpdir(), 'yushu-report-'));
  const report = sampleReport(3000);
  const of = (test: (finding: ReportData['findings'][number]) => boolean) =>
    report.findings.filter(test).length;
  const count = (value: number) => value.toLocaleString('en-US');
  const addressOf = (name: string, data: ReportData) => {
    const path = join(folder, `${name}.html`);
    writeFileSync(path, renderReport(data));
    return pathToFileURL(path).href;
  };
  const addresses = {
    scan: addressOf('scan', report),
    protect: addressOf('protect', sampleProtectReport(300)),
  };
  let browser: Browser;
  let complaints: string[] = [];

  beforeAll(async () => {
    browser = await openChromium();
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true });
  });
  afterEach(() => {
    expect(complaints).toEqual([]);
  });

  /** A page that notes every request but its own, and every word on the console. */
  async function open(address: string, options: BrowserContextOptions = {}): Promise<Page> {
    complaints = [];
    const context = await browser.newContext({ locale: 'en-US', ...options });
    const page = await context.newPage();
    page.on('request', (request) => {
      if (request.url() !== address) complaints.push(`request ${request.url()}`);
    });
    page.on('console', (message) => complaints.push(`console ${message.text()}`));
    page.on('pageerror', (error) => complaints.push(`error ${error.message}`));
    await page.goto(address);
    return page;
  }
  // biome-ignore lint/performance/useDomNodeTextContent: the text of the other language is there too, but not shown.
  const shown = (locator: Locator) => locator.innerText();
  const status = (page: Page) => shown(page.locator('[role=status]'));
  const rowCount = (page: Page) => page.locator('tr[data-row]').count();

  const sizes = [
    { width: 1280, height: 900 },
    { width: 390, height: 844 },
  ];
  for (const viewport of sizes) {
    for (const colorScheme of ['light', 'dark'] as const) {
      test(`${viewport.width} px, ${colorScheme}: shows the numbers, fits, and can be read`, async () => {
        for (const address of Object.values(addresses)) {
          const page = await open(address, { viewport, colorScheme });
          await page.locator('button.open').first().click();
          for (const fold of await page.locator('summary').all()) await fold.click();
          const overflow = await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          );
          expect(overflow).toBe(0);
          const faint = await page.evaluate(findFaintTexts);
          expect(faint).toEqual([]);
          await page.context().close();
        }

        const page = await open(addresses.scan, { viewport, colorScheme });
        expect(await shown(page.locator('h1'))).toBe('3,000 findings in 6 of 7 files');
        expect(await status(page)).toBe('1–50 of 3,000 findings');
        expect(await rowCount(page)).toBe(50);
        const phones = of(({ category }) => category === 'contact.phone');
        const bar = page.getByRole('button', { name: /^Phone number/ });
        expect(await shown(bar.locator('.row-count'))).toBe(count(phones));
        const level4 = page.locator('.levels').getByRole('button', { name: /^Level 4/ });
        expect(await shown(level4.locator('b'))).toBe(count(of(({ level }) => level === 4)));
        expect(await shown(page.locator('#problems'))).toBe('Problems 2');
        const background = await page.evaluate(
          () => getComputedStyle(document.body).backgroundColor,
        );
        expect(background).toBe(colorScheme === 'light' ? 'rgb(251, 250, 247)' : 'rgb(19, 21, 24)');
        await page.context().close();
      });
    }
  }

  test('filters, sorts, pages and explains by keyboard alone', async () => {
    const page = await open(addresses.scan, { viewport: sizes[0]!, reducedMotion: 'reduce' });
    const press = async (...keys: string[]) => {
      for (const key of keys) await page.keyboard.press(key);
    };
    const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');

    await press('Tab');
    expect(await focused()).toContain('Skip to the findings');
    expect(
      await page.locator('.skip').evaluate((e) => e.getBoundingClientRect().top),
    ).toBeGreaterThan(0);
    await press('Enter', 'Tab');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('filter-text');
    const outline = await page.evaluate(
      () => getComputedStyle(document.activeElement!).outlineStyle,
    );
    expect(outline).toBe('solid');

    await page.keyboard.type('resident identity');
    const residents = of(({ category }) => category === 'id.resident.cn');
    await expect
      .poll(() => status(page))
      .toBe(`1–50 of ${count(residents)} findings (3,000 in all)`);

    // Category, level, likelihood: the first choice of the third is the highest.
    await press('Tab', 'Tab', 'Tab', 'ArrowDown');
    const sure = of(
      ({ category, likelihood }) => category === 'id.resident.cn' && likelihood === 'very_likely',
    );
    await expect
      .poll(() => status(page))
      .toBe(`1–${Math.min(50, sure)} of ${count(sure)} findings (3,000 in all)`);

    // File, then Clear: everything is back, and the focus is at the search.
    await press('Tab', 'Tab', 'Enter');
    await expect.poll(() => status(page)).toBe('1–50 of 3,000 findings');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('filter-text');

    // Next page, by its button: search, four selects, first, previous, number, next.
    await press('Tab', 'Tab', 'Tab', 'Tab', 'Tab', 'Tab', 'Tab', 'Tab', 'Enter');
    expect(await status(page)).toBe('51–100 of 3,000 findings');

    // Last page, then the header of the first column: sorts the other way, from the first page.
    await press('Tab', 'Tab', 'Enter');
    expect(await page.locator('th[data-sort=level]').getAttribute('aria-sort')).toBe('ascending');
    expect(await status(page)).toBe('1–50 of 3,000 findings');
    expect(await shown(page.locator('tr[data-row] td.level').first())).toContain('Level 1');

    // Category, place, likelihood, first row: opens, moves on with the arrow, closes again.
    await press('Tab', 'Tab', 'Tab', 'Tab', 'Enter');
    expect(await shown(page.locator('tr.evidence'))).toContain('Shape');
    await press('ArrowDown', 'ArrowUp', 'Enter');
    expect(await page.locator('tr.evidence').count()).toBe(0);
    await page.context().close();
  });

  test('a bar filters the table; its group is one stop of Tab, with arrows inside', async () => {
    const page = await open(addresses.scan, { viewport: sizes[0]! });
    const phone = page.getByRole('button', { name: /^Phone number/ });
    await phone.focus();
    await page.keyboard.press('ArrowDown');
    const names = of(({ category }) => category === 'person.name');
    await page.keyboard.press('Enter');
    await expect.poll(() => status(page)).toBe(`1–50 of ${count(names)} findings (3,000 in all)`);
    expect(
      await page
        .getByRole('button', { name: /^Person name/ })
        .first()
        .getAttribute('aria-pressed'),
    ).toBe('true');
    expect(await page.locator('#filter-category option:checked').textContent()).toBe('Person name');
    await page.keyboard.press('Tab');
    expect(
      await page.evaluate(() =>
        document.activeElement?.closest('[role=toolbar]')?.getAttribute('data-filter'),
      ),
    ).toBe('file');
    await page.context().close();
  });

  test('says what a bar did while the table is out of sight, and takes it back', async () => {
    const page = await open(addresses.scan, { viewport: sizes[1]! });
    const bar = page.getByRole('button', { name: /^Phone number/ }).first();
    const phones = of(({ category }) => category === 'contact.phone');
    expect(await page.locator('.pill').isVisible()).toBe(false);
    await bar.click();
    const pill = page.locator('.pill');
    await pill.waitFor();
    expect(await shown(pill.getByRole('link'))).toBe(
      `↓ 1–50 of ${count(phones)} findings (3,000 in all)`,
    );
    await pill.getByRole('button').click();
    await pill.waitFor({ state: 'hidden' });
    expect(await status(page)).toBe('1–50 of 3,000 findings');
    expect(await bar.evaluate((element) => element === document.activeElement)).toBe(true);
    await bar.click();
    await pill.getByRole('link').click();
    await pill.waitFor({ state: 'hidden' });
    expect(await page.locator('#findings').isVisible()).toBe(true);
    await page.context().close();
  });

  test('speaks the language of the browser, switches, and says so in lang', async () => {
    const page = await open(addresses.scan, { locale: 'zh-CN', viewport: sizes[1]! });
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-Hans');
    expect(await page.title()).toBe('扫描报告 · 御数');
    expect(await shown(page.locator('h1'))).toBe('7 个文件中有 6 个含敏感数据，共 3,000 处');
    expect(await status(page)).toBe('第 1–50 条，共 3,000 条');
    expect(await page.getByRole('button', { name: /^电话号码/ }).count()).toBeGreaterThan(0);
    await page.getByRole('radio', { name: '中文' }).focus();
    await page.keyboard.press('ArrowLeft');
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(await page.title()).toBe('Scan report · Yushu');
    expect(await status(page)).toBe('1–50 of 3,000 findings');
    expect(await page.locator('#filter-text').getAttribute('placeholder')).toContain('File');
    await page.reload();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.context().close();
  });

  test('keeps the colours that the reader chose', async () => {
    const page = await open(addresses.scan, { colorScheme: 'light' });
    await page.getByRole('radio', { name: 'Dark' }).focus();
    await page.keyboard.press('Space');
    const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(await paper()).toBe('rgb(19, 21, 24)');
    await page.reload();
    expect(await paper()).toBe('rgb(19, 21, 24)');
    await page.context().close();
  });

  test('100 000 findings: filters and turns pages, with no more than a page of rows', async () => {
    const page = await open(addressOf('large', sampleReport(100_000)));
    expect(await status(page)).toBe('1–50 of 100,000 findings');
    await page.getByRole('button', { name: 'Last page' }).click();
    expect(await status(page)).toBe('99,951–100,000 of 100,000 findings');
    await page.locator('#filter-text').fill('no such thing anywhere');
    await expect.poll(() => status(page)).toBe('None of 100,000 findings');
    await page.locator('#filter-text').fill('customers.csv 138****5678');
    await expect.poll(() => status(page)).toMatch(/^1–50 of [\d,]+ findings \(100,000 in all\)$/);
    expect(await rowCount(page)).toBe(50);
    await page.context().close();
  });

  test('hostile names stay text', async () => {
    const attack = '"><img src=x onerror=console.log(1)></script><script>console.log(2)</script>';
    const hostile = sampleReport(3);
    const page = await open(
      addressOf('hostile', {
        ...hostile,
        files: [{ path: attack, findings: 3 }],
        findings: hostile.findings.map((finding) => ({
          ...finding,
          path: attack,
          pointer: attack,
        })),
      }),
    );
    await page.locator('button.open').first().click();
    expect(await shown(page.locator('td.where .path').first())).toContain(attack);
    expect(await page.locator('img').count()).toBe(0);
    await page.context().close();
  });

  test('paper shows the figures, without what only works on a screen', async () => {
    const page = await open(addresses.scan, { colorScheme: 'dark' });
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.filters').isVisible()).toBe(false);
    expect(await page.locator('h1').isVisible()).toBe(true);
    const background = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(background).toBe('rgb(251, 250, 247)');
    await page.context().close();
  });
});

/** Texts whose contrast against what is behind them is below WCAG 2.2 AA (success criterion 1.4.3). Runs in the page. */
function findFaintTexts(): string[] {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;
  const rgba = (color: string) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const luminance = (color: number[]) => {
    const [r, g, b] = color.slice(0, 3).map((value) => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
  };
  const behind = (element: Element | null): number[] => {
    for (let at = element; at !== null; at = at.parentElement) {
      const color = rgba(getComputedStyle(at).backgroundColor);
      if (color[3] === 255) return color;
    }
    return [255, 255, 255, 255];
  };
  const faint: string[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement!;
    const text = walker.currentNode.textContent!.trim();
    if (text === '' || parent.closest('script, option, :disabled') || parent.offsetParent === null)
      continue;
    const style = getComputedStyle(parent);
    const [a, b] = [luminance(rgba(style.color)), luminance(behind(parent))];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    const large = Number.parseFloat(style.fontSize) >= 24;
    if (ratio < (large ? 3 : 4.5)) faint.push(`${ratio.toFixed(2)} ${text.slice(0, 40)}`);
  }
  return faint;
}
