/**
 * Tokens that no prefix tells, but the lengths of their parts: Discord, Telegram, Mailchimp.
 *
 * @module
 */
import { isAlphanumeric, isDigit } from '../engine/characters.ts';
import { type Detector, reason, type Scan } from '../engine/scan.ts';
import type { TextView } from '../engine/view.ts';
import { shannonEntropy } from './secret-value.ts';

const detectorOf = (category: Detector['category']): Detector => ({
  id: 'token-in-parts',
  category,
  topics: [],
});
const discord = detectorOf('secret.discord.token');
const telegram = detectorOf('secret.telegram.bot_token');
const mailchimp = detectorOf('secret.mailchimp.key');

const parts = reason('format', 2.2, 'parts and their lengths');
const dull = reason('entropy', -4, 'little entropy');

const isBase64Url = (unit: number): boolean =>
  isAlphanumeric(unit) || unit === 0x2d || unit === 0x5f;

/** End of the base64url from `start` on, at most `most` units. */
function base64UrlEnd(view: TextView, start: number, most: number): number {
  let at = start;
  while (at - start <= most && isBase64Url(view.at(at))) at += 1;
  return at;
}

function report(scan: Scan, detector: Detector, start: number, end: number): void {
  const low = shannonEntropy(scan.view.slice(start, end)) < 3.2;
  scan.report(detector, start, end, low ? [parts, dull] : [parts]);
}

/** Whether the base64url of a text is that of decimal digits. */
function isNumberInBase64(text: string): boolean {
  try {
    return /^\d+$/.test(atob(text.replaceAll('-', '+').replaceAll('_', '/')));
  } catch {
    return false;
  }
}

/** A Discord token, whose first part at `[start, end)` is the base64 of a number of 17 to 19 digits: it begins with M, N or O. */
export function findDiscordToken(scan: Scan, start: number, end: number): void {
  const { view } = scan;
  const first = view.at(start);
  const length = end - start;
  if (first < 0x4d || first > 0x4f || length < 23 || length > 27 || view.at(end) !== 0x2e) return;
  const second = base64UrlEnd(view, end + 1, 7);
  if (second - end !== 7 || view.at(second) !== 0x2e) return;
  const last = base64UrlEnd(view, second + 1, 39);
  if (last - second < 28 || last - second > 39 || isBase64Url(view.at(start - 1))) return;
  // Numbers of 18 and 19 digits give 24 and 26 units; 23 are those of the oldest accounts.
  if ((length < 24 || length > 26) && !isNumberInBase64(view.slice(start, end))) return;
  report(scan, discord, start, last);
}

/** A Telegram bot token: the bot's number at `[start, end)`, a colon, and 35 units that begin with AA. */
export function findTelegramToken(scan: Scan, start: number, end: number): void {
  const { view } = scan;
  const length = end - start;
  if (length < 8 || length > 10 || view.at(end + 1) !== 0x41 || view.at(end + 2) !== 0x41) return;
  const last = base64UrlEnd(view, end + 1, 36);
  if (last - end !== 36 || isBase64Url(view.at(start - 1))) return;
  report(scan, telegram, start, last);
}

/** A Mailchimp key: 32 hexadecimal digits at `[start, end)` and the data centre, `-us12`. */
export function findMailchimpKey(scan: Scan, start: number, end: number): void {
  const { view } = scan;
  if (end - start !== 32 || !view.startsWith('-us', end) || !isDigit(view.at(end + 3))) return;
  if (!/^[\da-f]{32}$/.test(view.slice(start, end))) return;
  const last = isDigit(view.at(end + 4)) ? end + 5 : end + 4;
  if (isBase64Url(view.at(last)) || isBase64Url(view.at(start - 1))) return;
  report(scan, mailchimp, start, last);
}
