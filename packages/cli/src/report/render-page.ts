/**
 * The frame of every page: head, bar, footer, and a content security policy that admits the page's own script and style alone.
 *
 * @module
 */
import { createHash } from 'node:crypto';
import { reportScript, reportStyle } from '../data/report-assets.ts';
import { type Html, html, Html as Markup } from './html.ts';
import { type Bilingual, both, show } from './names.ts';

/** A source of the content security policy that admits this very text (CSP Level 3, section 2.3.1). */
function hashSource(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

// Nothing may be loaded, sent or framed; the page's own script and style are admitted by their digests alone.
const contentSecurityPolicy = [
  "default-src 'none'",
  `script-src ${hashSource(reportScript)}`,
  `style-src ${hashSource(reportStyle)}`,
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

function choice(group: string, value: string, label: Html, checked: boolean): Html {
  return html`<label><input type="radio" name="${group}" value="${value}"${checked && html` checked`}><span>${label}</span></label>`;
}

/** The bar at the top: mark, name, language and theme. */
function renderBar(title: Html): Html {
  return html`<div class="top">
<p class="brand"><svg width="28" height="28" viewBox="0 0 28 28" aria-hidden="true" focusable="false"><rect class="seal" width="28" height="28" rx="6"/><path class="seal-ink" d="M7 9h14M7 19h9"/><path class="seal-ink" d="M7.5 14h.01M12 14h.01M16.5 14h.01M21 14h.01"/></svg><span>御数 Yushu</span><span class="kind">${title}</span></p>
<div class="choices" hidden>
<fieldset><legend class="hidden">${both('Language', '语言')}</legend>${choice('language', 'en', new Markup('<span lang="en" class="always">EN</span>'), true)}${choice('language', 'zh-Hans', new Markup('<span lang="zh-Hans" class="always">中文</span>'), false)}</fieldset>
<fieldset><legend class="hidden">${both('Colours', '配色')}</legend>${choice('theme', 'auto', both('Auto', '自动'), true)}${choice('theme', 'light', both('Light', '浅色'), false)}${choice('theme', 'dark', both('Dark', '深色'), false)}</fieldset>
</div>
</div>`;
}

/** What stands in the frame. */
export interface PageContent {
  readonly title: Bilingual;
  readonly version: string;
  /** Where the link for those who read by keyboard leads, and what it says. */
  readonly skip?: Html | undefined;
  readonly main: Html;
  /** What the page keeps to itself. */
  readonly promise: Bilingual;
  /** Data for the page's script. */
  readonly data?: Html | undefined;
}

/** A page as one HTML file: it opens from disk, loads nothing and sends nothing. */
export function renderPage({ title, version, skip, main, promise, data }: PageContent): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="yushu ${version}">
<title data-en="${title.en} · Yushu" data-zh="${title.zh} · 御数">Yushu</title>
<style>${new Markup(reportStyle)}</style>
<script>${new Markup(reportScript)}</script>
</head>
<body>
${skip}
${renderBar(show(title))}
<main>
${main}
</main>
<footer><p>${show(promise)} <span class="version">yushu ${version}</span></p></footer>
${data}
</body>
</html>
`.text;
}
