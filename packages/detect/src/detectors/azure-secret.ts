/**
 * Client secrets of Microsoft Entra ID (Azure AD): three characters, a digit, `Q~` and 31 to 34 more.
 *
 * @module
 */
import { isAlphanumeric } from '../engine/characters.ts';
import { type Detector, reason, type Scan } from '../engine/scan.ts';
import { shannonEntropy } from './secret-value.ts';

const detector: Detector = {
  id: 'azure-client-secret',
  category: 'secret.azure.client_secret',
  topics: [],
};
const shape = reason('format', 2.4, 'form of a client secret');

/** Looks for a client secret whose word before the `~` is `[start, tilde)`. */
export function findAzureSecret(scan: Scan, start: number, tilde: number): void {
  if (tilde - start < 5) return;
  const { view } = scan;
  let end = tilde + 1;
  while (end - tilde < 37) {
    const unit = view.at(end);
    if (!isAlphanumeric(unit) && unit !== 0x5f && unit !== 0x7e && unit !== 0x2e && unit !== 0x2d)
      break;
    end += 1;
  }
  const from = tilde - 5;
  const length = end - tilde - 1;
  if (from !== start || length < 31 || length > 34) return;
  if (shannonEntropy(view.slice(from, end)) < 3.5) return;
  scan.report(detector, from, end, [shape]);
}
