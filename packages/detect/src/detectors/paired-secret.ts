/**
 * Secrets that stand directly behind the id of their key, as people paste the two: `AKIA… / wJal…`, `LTAI…:…`, or in one line below.
 *
 * @module
 */
import type { CategoryId } from '@yushu/core';
import { type Detector, reason, type Scan } from '../engine/scan.ts';
import { isKnownExample, isPlaceholder, shannonEntropy } from './secret-value.ts';

const behindId = reason('format', 2.4, 'length of a secret, behind the id of its key');

/** What stands between the two: one sign and spaces, or a new line. */
const between = String.raw`^["'\`]?(?:[ \t]{0,2}[/,:;|][ \t]{0,2}|[ \t]{1,4}|\r?\n[ \t]{0,4})["'\`]?`;

interface Pair {
  readonly detector: Detector;
  readonly shape: RegExp;
}

const pair = (category: CategoryId, secret: string): Pair => ({
  detector: { id: 'paired-secret', category, topics: ['secret.generic', 'secret.password'] },
  shape: new RegExp(`${between}(${secret})(?![A-Za-z0-9/+=_-])`),
});

/** Category of an id → the secret that belongs to it. */
const pairs: ReadonlyMap<string, Pair> = new Map([
  ['secret.aws.access_key_id', pair('secret.aws.secret_access_key', '[A-Za-z0-9/+]{40}')],
  ['secret.alibaba.access_key_id', pair('secret.alibaba.secret_key', '[A-Za-z0-9]{30}')],
  ['secret.tencent.secret_id', pair('secret.tencent.secret_key', '[A-Za-z0-9]{32}')],
]);

/** Looks for the secret of the key whose id, of the category `idCategory`, ends before `end`. */
export function findPairedSecret(scan: Scan, idCategory: CategoryId, end: number): void {
  const { view } = scan;
  const paired = pairs.get(idCategory);
  if (paired === undefined) return;
  const found = paired.shape.exec(view.slice(end, end + 64));
  if (found === null) return;
  const secret = found[1]!;
  const isMixed = /[a-z]/.test(secret) && /[A-Z]/.test(secret) && /\d/.test(secret);
  if (!isMixed || shannonEntropy(secret) < 3.6) return;
  if (isPlaceholder(secret) || isKnownExample(secret)) return;
  const stop = end + found[0].length;
  scan.report(paired.detector, stop - secret.length, stop, [behindId]);
}
