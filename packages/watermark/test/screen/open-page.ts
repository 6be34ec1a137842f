import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { type Browser, chromium } from 'playwright-core';
import { chinese, english } from '../text/sample-texts.ts';

/** Where Chromium stands on this machine, if it does. */
export const chromiumPath = [
  process.env['CHROMIUM_PATH'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((place) => place !== undefined && existsSync(place));

/** A headless Chromium that talks to nobody of its own accord. */
export function openChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath!,
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
}

/** The part of the package that runs in a page, as `screenMark`. */
export async function bundleScreen(): Promise<string> {
  const entry = fileURLToPath(new URL('../../src/screen/show-screen-mark.ts', import.meta.url));
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'screenMark',
    conditions: ['@yushu/source'],
  });
  return outputFiles[0]?.text ?? '';
}

/** A page as offices have it: a menu, a table, and text. */
export function makePage(theme: 'light' | 'dark'): string {
  const [ground, ink, side] =
    theme === 'light' ? ['#fff', '#111', '#f3f4f6'] : ['#111827', '#e5e7eb', '#1f2937'];
  const rows = Array.from(
    { length: 11 },
    (_, i) => `<tr><td>${i}<td>张三${i}<td>138****${i}000<td>${english.slice(30 * i, 30 * i + 30)}`,
  );
  return `<!doctype html><meta charset="utf-8"><style>html{background:${ground}}body{margin:0;font:14px sans-serif;color:${ink};display:flex}
nav{width:180px;padding:20px;background:${side};min-height:860px}main{padding:24px;max-width:800px}td{padding:6px 10px;border-bottom:1px solid #8884}</style>
<nav>客户<br>订单<br>Reports</nav><main><h1>客户名单</h1><button id="save">Save</button><table>${rows.join('')}</table><p>${chinese}</p><p>${english.slice(0, 600)}</p></main>`;
}
