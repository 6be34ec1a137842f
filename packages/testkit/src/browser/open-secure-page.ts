/**
 * A page of a real browser that counts as come by https.
 *
 * @module
 */
import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';

/** Where Chromium is on this machine, if it is. */
export const chromiumPath = [
  process.env['CHROMIUM_PATH'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((path) => path !== undefined && existsSync(path));

/**
 * An empty page in a headless Chromium of its own. WebCrypto's `subtle` is only where a page came by https, as this one did in the
 * eyes of the browser; about:blank did not. No request leaves it.
 */
export async function openSecurePage(): Promise<{
  readonly browser: Browser;
  readonly page: Page;
}> {
  const browser = await chromium.launch({
    executablePath: chromiumPath!,
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  const page = await browser.newPage();
  const body = '<!doctype html><title>empty</title>';
  await page.route('https://page.test/', (route) =>
    route.fulfill({ contentType: 'text/html', body }),
  );
  await page.goto('https://page.test/');
  return { browser, page };
}
