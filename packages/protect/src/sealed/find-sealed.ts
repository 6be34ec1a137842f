/** What a sealed value begins with. */
export const sealedPrefix = 'ysk1.';

/** A sealed value in a text. */
export interface SealedSpan {
  readonly start: number;
  readonly end: number;
  /** `ysk1.…`, without brackets. */
  readonly sealed: string;
}

/** Whether a text holds anything that could be taken for a sealed value. */
export function holdsSealed(text: string): boolean {
  return text.includes(sealedPrefix);
}

/** How often a text says `ysk1.`. */
export function countSealed(text: string): number {
  let count = 0;
  for (let at = text.indexOf(sealedPrefix); at >= 0; at = text.indexOf(sealedPrefix, at + 5)) {
    count += 1;
  }
  return count;
}

/**
 * The parts `[ysk1.…]` of a text from left to right. Anything else that says `ysk1.` comes as a span too, without what would open:
 * it is not ours, and must not pass for plain text.
 */
export function findSealedParts(text: string): SealedSpan[] {
  const spans: SealedSpan[] = [];
  const lastClose = text.lastIndexOf(']');
  for (let at = text.indexOf(sealedPrefix); at >= 0; ) {
    const whole = at > 0 && text[at - 1] === '[' && at < lastClose;
    const close = whole ? text.indexOf(']', at) : -1;
    const end = whole ? close + 1 : at + sealedPrefix.length;
    spans.push({ start: whole ? at - 1 : at, end, sealed: whole ? text.slice(at, close) : '' });
    at = text.indexOf(sealedPrefix, end);
  }
  return spans;
}
