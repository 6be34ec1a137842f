import { isDataSecurityError } from '@yushu/core';
import type { FieldValue } from '@yushu/encrypt';
import { countSealed } from '../sealed/find-sealed.ts';
import type { SealPlace } from '../sealed/sealer.ts';
import type { Part, TextKind } from './plan-parts.ts';
import { blockedText, type CoverPlace, type Treatment } from './treatment.ts';
import { walkFormats } from './walk-formats.ts';

/** What is put in the place of a part of a text. */
export interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** How the treatment of a part ended: `denied` is the policy's word, `failure` a value that could not be treated and is withheld. */
export interface Outcome {
  readonly treatment: Treatment;
  readonly start: number;
  readonly end: number;
  readonly outcome: 'success' | 'denied' | 'failure';
}

/** A text with what is to be done with it. */
export interface WriteRequest {
  readonly text: string;
  readonly parts: readonly Part[];
  readonly kind: TextKind;
  readonly place: SealPlace;
  /** Ordinal of the first part that is sealed. */
  readonly firstPart: number;
  /** For running text: number of its first line in the output; the row of what is sealed. */
  readonly line?: number;
  /** The whole value with its type, where it is no text. */
  readonly value?: FieldValue;
  /** Whether reveal will scan the output for values that were encrypted in their format. */
  readonly seeksFormats: boolean;
  /** Whether reveal will see the text in another light than it was seen here: under another name, or line by line. */
  readonly isSeenAnew: boolean;
  /** Where masks, pseudonyms and formats see it. */
  coverPlace(): CoverPlace;
  /** How the document writes a part, where the decoded text would not give it back. */
  rawOf(start: number, end: number): string | undefined;
  /** What would be done with this text in the place of the whole, when the output is scanned again. */
  plan(text: string): readonly Part[];
}

/** What was done. */
export interface WriteResult {
  /** The text with its replacements. */
  readonly text: string;
  readonly replacements: readonly Replacement[];
  readonly outcomes: readonly Outcome[];
  /** Ordinal that the next sealed part has. */
  readonly nextPart: number;
}

/** Errors of one value; any other, such as a key that is used up, ends the work. */
const valueErrors = /^ERR_(?:ENCRYPT_(?:VALUE|CONTEXT|FPE_.*)|MASK_VALUE)$/;

function isValueError(error: unknown): boolean {
  return isDataSecurityError(error) && valueErrors.test(error.code);
}

/** The text with its replacements, which do not overlap and come from left to right. */
export function replaceParts(text: string, replacements: readonly Replacement[]): string {
  const only = replacements[0];
  if (only === undefined) return text;
  if (replacements.length === 1 && only.end - only.start === text.length) return only.text;
  let result = '';
  let at = 0;
  for (const { start, end, text: replacement } of replacements) {
    result += text.slice(at, start) + replacement;
    at = end;
  }
  return result + text.slice(at);
}

function countLines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

class PartWriter {
  readonly outcomes: Outcome[] = [];
  readonly replacements: Replacement[] = [];
  nextPart: number;
  private line: number;
  private sealed = 0;
  private readonly request: WriteRequest;

  constructor(request: WriteRequest) {
    this.request = request;
    this.nextPart = request.firstPart;
    this.line = request.line ?? 0;
  }

  write(): WriteResult {
    const { text, parts, firstPart, seeksFormats, isSeenAnew } = this.request;
    const formats: Part[] = [];
    let at = 0;
    for (const part of parts) {
      this.pass(text, at, part.start);
      if (part.treatment.format !== undefined) formats.push(part);
      else if (part.treatment.action === 'allow') this.note(part, 'success');
      else this.replace(part);
      const last = this.replacements.at(-1);
      if (last?.start === part.start) this.pass(last.text, 0, last.text.length);
      at = part.end;
    }
    const isScannedAgain = seeksFormats && (isSeenAnew || this.replacements.length > 0);
    const isDone = formats.length === 0 && !isScannedAgain ? true : this.writeFormats(formats);
    const newText = replaceParts(text, this.replacements);
    // Pieces beside each other that read as a sealed value could not be told from ours.
    if (!isDone || (this.replacements.length > 0 && countSealed(newText) !== this.sealed)) {
      return {
        text: blockedText,
        replacements: [{ start: 0, end: text.length, text: blockedText }],
        outcomes: this.outcomes.map((outcome) => ({ ...outcome, outcome: 'failure' })),
        nextPart: firstPart,
      };
    }
    const { replacements, outcomes, nextPart } = this;
    return { text: newText, replacements, outcomes, nextPart };
  }

  /** Output goes on by this text: in running text, a new line is a new row, and its parts count from 0. */
  private pass(text: string, from: number, to: number): void {
    if (this.request.line === undefined) return;
    const lines = countLines(text.slice(from, to));
    if (lines === 0) return;
    this.line += lines;
    this.nextPart = 0;
  }

  private note({ treatment, start, end }: Part, outcome: Outcome['outcome']): void {
    this.outcomes.push({ treatment, start, end, outcome });
  }

  private replace(part: Part): void {
    const { start, end, treatment } = part;
    try {
      const text = treatment.sealer === undefined ? this.cover(part) : this.seal(part);
      this.replacements.push({ start, end, text });
      this.note(part, treatment.action === 'block' ? 'denied' : 'success');
    } catch (error) {
      if (!isValueError(error)) throw error;
      this.withhold(part);
    }
  }

  private withhold(part: Part): void {
    this.replacements.push({ start: part.start, end: part.end, text: blockedText });
    this.note(part, 'failure');
  }

  private cover({ start, end, treatment }: Part): string {
    const { request } = this;
    return treatment.cover!(request.text.slice(start, end), request.coverPlace());
  }

  private seal({ start, end, treatment }: Part): string {
    const { text, kind, line, value } = this.request;
    const sealer = treatment.sealer!;
    const whole = (kind === 'field' || kind === 'solid') && end - start === text.length;
    const raw = this.request.rawOf(start, end);
    const place =
      line === undefined ? this.request.place : { ...this.request.place, row: String(this.line) };
    const sealed = sealer.seal(
      raw ?? (whole && value !== undefined ? value : text.slice(start, end)),
      place,
      whole ? undefined : this.nextPart,
      { category: treatment.category, raw: raw !== undefined },
    );
    this.sealed += 1;
    if (whole) return sealed;
    this.nextPart += 1;
    return `[${sealed}]`;
  }

  /**
   * Formats come last, over the text as the others leave it: that is the text which reveal will scan. Whatever it will find there
   * must be encrypted now, whether it was found before or not.
   *
   * @returns whether reveal will find just that.
   */
  private writeFormats(wanted: readonly Part[]): boolean {
    let pending = wanted.filter((part) => {
      const isPossible = this.canEncrypt(part);
      if (!isPossible) this.withhold(part);
      return isPossible;
    });
    this.replacements.sort((a, b) => a.start - b.start);
    for (let attempt = 0; attempt < 3; attempt += 1) {
      const text = replaceParts(this.request.text, this.replacements);
      const found = locateParts(this.findFormats(text), this.replacements);
      const names = new Set(found.map((part) => part.old && nameOfPart(part.old, part)));
      const lost = new Set(pending.filter((part) => !names.has(nameOfPart(part, part))));
      if (lost.size === 0) {
        if (found.length === 0 || this.applyFormats(text, found)) return true;
        for (const { old, treatment } of found) {
          this.note({ start: 0, end: text.length, ...old, treatment }, 'failure');
        }
        return false;
      }
      // Under its new surroundings a value is not seen any more: it could not be revealed.
      for (const part of lost) this.withhold(part);
      this.replacements.sort((a, b) => a.start - b.start);
      pending = pending.filter((part) => !lost.has(part));
    }
    return false;
  }

  /** Whether a value has the format: policies name categories, which hold more than one. */
  private canEncrypt({ start, end, treatment }: Part): boolean {
    const { request } = this;
    try {
      treatment.format!.apply(request.text.slice(start, end), request.coverPlace());
      return true;
    } catch (error) {
      if (!isValueError(error)) throw error;
      return false;
    }
  }

  private applyFormats(text: string, found: readonly FoundPart[]): boolean {
    const values =
      this.request.kind === 'text' ? this.walkLines(text, found) : this.walk(text, found);
    if (values === undefined) return false;
    for (const [index, { old, treatment }] of found.entries()) {
      // It runs into something that was replaced.
      if (old === undefined) return false;
      this.note({ ...old, treatment }, 'success');
      this.replacements.push({ ...old, text: values[index]! });
    }
    this.replacements.sort((a, b) => a.start - b.start);
    return true;
  }

  /** The parts of a text that reveal will take for encrypted in their format. */
  private findFormats(text: string): readonly Part[] {
    const isFormat = (part: Part) => part.treatment.format !== undefined;
    if (this.request.kind !== 'text') return this.request.plan(text).filter(isFormat);
    return linesOf(text).flatMap(({ start, end }) =>
      this.request
        .plan(text.slice(start, end))
        .filter(isFormat)
        .map((part) => ({ ...part, start: part.start + start, end: part.end + start })),
    );
  }

  private walk(text: string, parts: readonly Part[]): string[] | undefined {
    const coverPlace = this.request.coverPlace();
    try {
      return walkFormats(
        text,
        parts,
        (candidate) => this.request.plan(candidate),
        (treatment, value) => treatment.format!.apply(value, coverPlace),
        1,
      );
    } catch (error) {
      if (!isValueError(error)) throw error;
      return undefined;
    }
  }

  /** Reveal looks at running text line by line, so each line must hold its own. */
  private walkLines(text: string, parts: readonly Part[]): string[] | undefined {
    const values: string[] = [];
    let next = 0;
    for (const { start, end } of linesOf(text)) {
      const first = next;
      while (next < parts.length && parts[next]!.start < end) next += 1;
      if (next === first) continue;
      const walked = this.walk(
        text.slice(start, end),
        parts
          .slice(first, next)
          .map((part) => ({ ...part, start: part.start - start, end: part.end - start })),
      );
      if (walked === undefined) return undefined;
      values.push(...walked);
    }
    return values;
  }
}

/** The lines of a text without their ends. */
function linesOf(text: string): { start: number; end: number }[] {
  const lines: { start: number; end: number }[] = [];
  for (let start = 0; start <= text.length; ) {
    const stop = text.indexOf('\n', start);
    const end = stop < 0 ? text.length : text[stop - 1] === '\r' ? Math.max(start, stop - 1) : stop;
    lines.push({ start, end });
    if (stop < 0) break;
    start = stop + 1;
  }
  return lines;
}

/** A part of the new text, with its place in the old one where it stands in what was not replaced. */
interface FoundPart extends Part {
  readonly old: { readonly start: number; readonly end: number } | undefined;
}

/** Where parts of a new text stood in the old one; both come from left to right. */
function locateParts(
  parts: readonly Part[],
  replacements: readonly Replacement[],
): readonly FoundPart[] {
  let next = 0;
  let shift = 0;
  return parts.map((part) => {
    for (let done = replacements[next]; done !== undefined; done = replacements[next]) {
      const end = done.start + shift + done.text.length;
      if (end > part.start) break;
      shift = end - done.end;
      next += 1;
    }
    const following = replacements[next];
    const overlaps = following !== undefined && following.start + shift < part.end;
    const old = overlaps ? undefined : { start: part.start - shift, end: part.end - shift };
    return { ...part, old };
  });
}

function nameOfPart(place: { start: number; end: number }, { treatment }: Part): string {
  return `${place.start}:${place.end}:${treatment.rule}`;
}

/**
 * Treats every part of a text. A value that cannot be treated is withheld, never passed through.
 *
 * @throws {DataSecurityError} what ends the whole work, such as `ERR_ENCRYPT_KEY_EXHAUSTED`.
 */
export function writeParts(request: WriteRequest): WriteResult {
  return new PartWriter(request).write();
}
