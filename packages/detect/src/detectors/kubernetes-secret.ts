/**
 * Values of Kubernetes secrets: base64 under `data:` of a document of kind `Secret`.
 *
 * @module
 */
import { type Detector, reason, type Scan } from '../engine/scan.ts';

const detector: Detector = {
  id: 'kubernetes-secret',
  category: 'secret.kubernetes.secret',
  topics: [],
};
const manifest = reason('format', 2.4, 'data of a manifest of kind Secret');

/** How far from `kind: Secret` its data may stand, in code units. */
const reach = 4000;
/** Shorter values are mostly names. */
const shortest = 12;

/** Looks for the data of the manifest whose word `Secret` stands at `word`. */
export function findKubernetesSecret(scan: Scan, word: number): void {
  const { view } = scan;
  if (!/(?:^|\n)\s*["']?kind["']?\s*:\s*["']?$/i.test(view.slice(word - 40, word))) return;
  const from = Math.max(0, word - reach);
  const before = view.slice(from, word);
  const behind = view.slice(word, word + reach);
  // Manifests in one file are divided by lines of three hyphens.
  const first = from + Math.max(0, before.lastIndexOf('\n---'));
  const stop = behind.indexOf('\n---');
  const last = stop < 0 ? word + behind.length : word + stop;
  const text = view.slice(first, last);
  if (!/(?:^|\n)\s*["']?apiVersion["']?\s*:\s*["']?v1["']?\s*(?:\n|$)/.test(text)) return;
  const data = /(?:^|\n)([ \t]*)["']?data["']?:[ \t]*(?=\n)/.exec(text);
  if (data === null) return;
  let at = data.index + data[0].length;
  const indent = data[1]!.length;
  while (at < text.length) {
    const end = text.indexOf('\n', at + 1);
    const line = text.slice(at + 1, end < 0 ? text.length : end);
    if (line.trim() !== '' && line.search(/\S/) <= indent) break;
    const match =
      /^(\s*(?:["']?[\w.-]+["']?:\s*(?:[|>][-+]?\s*)?)?["']?)([A-Za-z0-9+/]{11,}={0,3})["']?\s*$/.exec(
        line,
      );
    if (match !== null && match[2]!.length >= shortest) {
      const start = first + at + 1 + match[1]!.length;
      scan.report(detector, start, start + match[2]!.length, [manifest]);
    }
    if (end < 0) break;
    at = end;
  }
}
