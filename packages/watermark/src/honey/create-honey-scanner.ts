import { watermarkError } from '../watermark-error.ts';
import { checkDomain, type HoneyOptions } from './create-honey.ts';
import { createHoneyDraws, mostNumbers } from './honey-key.ts';
import { type HoneyKind, honeyKinds } from './honey-kinds.ts';

/** Options of {@link createHoneyScanner}. */
export interface HoneyScannerOptions extends HoneyOptions {
  /** Numbers from 0 up to here are looked for, at most 65,536. Default 1,000. */
  readonly count?: number;
  /** Default all. */
  readonly kinds?: readonly HoneyKind[];
}

/** A honey value in a text. */
export interface HoneyHit {
  readonly kind: HoneyKind;
  /** The number of the place where it was planted. */
  readonly number: number;
  /** Offsets in the text or stream, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
  /**
   * The chance that a value of the same range that has nothing to do with the key is taken for honey. Such values are not in use, so
   * that it is the chance of who makes one up.
   */
  readonly falsePositive: number;
}

/** Finds honey in a stream. */
export interface HoneyStream {
  /** Hits that are certain now. */
  push(chunk: string): HoneyHit[];
  /** The rest. */
  end(): HoneyHit[];
}

/** Finds honey. */
export interface HoneyScanner {
  scan(text: string): HoneyHit[];
  /** For logs: the same hits as `scan` of the whole, for any chunks, where no word has more than 600 characters; holds so many. */
  openStream(): HoneyStream;
}

interface Planted {
  readonly kind: HoneyKind;
  readonly number: number;
}

/**
 * What may be a honey value: digits, also in groups, with an X at the end; addresses; and words of letters and digits. Longer words than
 * a token hold nothing.
 */
const candidate =
  /\d(?:[ -]?\d){10,17}[Xx]?|[a-z0-9][a-z0-9._-]{0,253}@[a-z0-9.-]{1,253}|[a-z0-9-]{8,600}(?:\.[a-z0-9-]{1,63})*/gi;
/** A number in another one, or a word in another one, is none. */
const wordCharacter = /[A-Za-z0-9]/;
/** No candidate is longer. */
const longestCandidate = 600;

/**
 * Recognises the honey of a key in any text, table or log, in time that grows with the length alone. Digits may be grouped with spaces or
 * hyphens, letters in any case.
 *
 * @throws {DataSecurityError} `ERR_WATERMARK_KEY` for a key shorter than 16 bytes, `ERR_WATERMARK_OPTIONS` for a count or domain out of range.
 *
 * @example
 * ```ts
 * import { createHoney, createHoneyScanner } from '@yushu/watermark/honey';
 *
 * const key = new Uint8Array(32).fill(7);
 * const stream = createHoneyScanner({ key, kinds: ['token'] }).openStream();
 * const log = `GET /?api_key=${createHoney({ key }).value('token', 41)} 200`;
 * const hits = [...stream.push(log.slice(0, 30)), ...stream.push(log.slice(30)), ...stream.end()];
 * console.log(hits.map(({ kind, number }) => `${kind} ${number}`)); // [ 'token 41' ]
 * ```
 */
export function createHoneyScanner({
  key,
  domain = 'example.com',
  count = 1000,
  kinds = Object.keys(honeyKinds) as HoneyKind[],
}: HoneyScannerOptions): HoneyScanner {
  const draw = createHoneyDraws(key);
  checkDomain(domain);
  const unknown = kinds.some((kind) => !Object.hasOwn(honeyKinds, kind));
  if (!Number.isInteger(count) || count < 1 || count > mostNumbers || unknown) {
    throw watermarkError(
      'ERR_WATERMARK_OPTIONS',
      unknown ? 'There is no such kind of honey' : `count must be from 1 to ${mostNumbers}`,
      `Kinds are ${Object.keys(honeyKinds).join(', ')}.`,
    );
  }
  const planted = new Map<string, Planted>();
  for (const kind of kinds) {
    for (let number = 0; number < count; number += 1) {
      const value = honeyKinds[kind].make(draw, number, domain).toLowerCase();
      planted.set(value, { kind, number });
    }
  }
  const lookUp = (
    found: string,
  ): { planted: Planted; from: number; length: number } | undefined => {
    const lower = found.toLowerCase();
    const digits = lower.replace(/[ -]/g, '');
    const national = /^(?:00)?86\d{11}$/.test(digits) ? digits.slice(-11) : digits;
    const whole = planted.get(lower) ?? planted.get(national);
    if (whole !== undefined) return { planted: whole, from: 0, length: found.length };
    // Beside other words or numbers, as in xoxb-1-token.
    for (const { 0: part, index } of lower.matchAll(/[a-z0-9]{11,}/g)) {
      const inner = planted.get(part);
      if (inner !== undefined) return { planted: inner, from: index, length: part.length };
    }
    // A host may be a name below it.
    for (let dot = lower.indexOf('.'); dot >= 0; dot = lower.indexOf('.', dot + 1)) {
      const inner = planted.get(lower.slice(dot + 1));
      if (inner !== undefined)
        return { planted: inner, from: dot + 1, length: found.length - dot - 1 };
    }
    return undefined;
  };

  /** Hits that begin from `from` on and before `limit`. */
  function* find(text: string, from: number, limit: number, offset: number): Generator<HoneyHit> {
    const pattern = new RegExp(candidate);
    pattern.lastIndex = from;
    for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
      const { 0: found, index } = match;
      if (index >= limit) return;
      const before = text.charAt(index - 1);
      if (/^\d/.test(found) && wordCharacter.test(before)) continue;
      const trimmed = found.replace(/[.-]+$/, '');
      const hit = lookUp(trimmed);
      if (hit === undefined) continue;
      const start = index + hit.from;
      const end = start + hit.length;
      if (wordCharacter.test(text.charAt(end)) || wordCharacter.test(text.charAt(start - 1)))
        continue;
      const { kind, number } = hit.planted;
      const falsePositive = count / honeyKinds[kind].values;
      yield { kind, number, start: offset + start, end: offset + end, falsePositive };
    }
  }
  return {
    scan: (text) => [...find(text, 0, text.length, 0)],
    openStream() {
      let held = '';
      /** Where it begins in the stream. */
      let offset = 0;
      /** Characters of it that were looked at: one, so that it is known what stands before. */
      let done = 0;
      return {
        push(chunk) {
          held += chunk;
          const safe = findBoundary(held, done);
          const hits = [...find(held, done, safe, offset)];
          const cut = Math.max(0, safe - 1);
          offset += cut;
          held = held.slice(cut);
          done = safe - cut;
          return hits;
        },
        end: () => [...find(held, done, held.length, offset)],
      };
    },
  };
}

/** The last place, from `from` on, before which no value can go on; a word that is longer than any is cut. */
function findBoundary(text: string, from: number): number {
  const earliest = Math.max(from, text.length - longestCandidate);
  for (let at = text.length; at > earliest; at -= 1) {
    const before = text.charAt(at - 1);
    const isGap = before === ' ' && /\d/.test(text.charAt(at - 2));
    if (!isGap && !/[A-Za-z0-9@._-]/.test(before)) return at;
  }
  return earliest;
}
