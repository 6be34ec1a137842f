/**
 * Web hooks and other addresses that hold their own key.
 *
 * @module
 */
import { type Detector, reason, type Scan } from '../engine/scan.ts';
import { webhooks } from '../lexicon/webhooks.ts';
import { isPlaceholder } from './secret-value.ts';

const address = reason('format', 3, 'address of a web hook');
const example = reason('negative', -4, 'placeholder');

/** Looks for a web hook in the URL whose `://` begins at `colon`. */
export function findWebhook(scan: Scan, colon: number): void {
  const { view } = scan;
  for (const [host, category, rest] of webhooks) {
    if (!view.startsWith(host, colon + 3)) continue;
    const from = colon + 3 + host.length;
    const match = rest.exec(view.slice(from, from + 120));
    if (match === null) return;
    const start = view.startsWith('https', colon - 5) ? colon - 5 : colon - 4;
    const detector: Detector = { id: 'webhook', category, topics: [] };
    scan.report(
      detector,
      start,
      from + match[0].length,
      isPlaceholder(match[0]) ? [address, example] : [address],
    );
    return;
  }
}
