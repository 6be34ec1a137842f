import type { ApiNode } from '../model/api-node.ts';
import { textAt } from '../model/json-object.ts';

/** Two lanes of FNV-1a, 32 bits each: enough to tell the findings of one document apart, and no secret. */
export function hashText(text: string): string {
  let low = 0x811c9dc5;
  let high = 0x9747b28c;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ code ^ (low >>> 24), 0x01000193);
  }
  const hex = (lane: number): string => (lane >>> 0).toString(16).padStart(8, '0');
  return hex(high) + hex(low);
}

/** Names a place without positions in lists, so that a new parameter before it changes nothing. */
export function fingerprintOf(
  ruleId: string,
  node: ApiNode,
  at: readonly (string | number)[],
): string {
  const parts: string[] = [];
  for (let one: ApiNode = node; one.parent !== undefined; one = one.parent) {
    const name =
      typeof one.key === 'number'
        ? (textAt(one.value, 'name') ??
          one.reference ??
          textAt(one.value, 'url')?.replace(/^[a-z]+:/i, ''))
        : undefined;
    parts.push(`${one.via}/${name ?? one.key}`);
  }
  return hashText([ruleId, ...parts.reverse(), ...at].join('\u0000'));
}
