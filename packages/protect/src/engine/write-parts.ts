import { isDataSecurityError } from '@yushu/core';
import type { FieldValue } from '@yushu/encrypt';
import { countSealed } from '../sealed/find-sealed.ts';
import type { SealPlace } from '../sealed/sealer.ts';
import type { Part, TextKind } from './plan-parts.ts';
import { blockedText } from './prepare-actions.ts';
import type { CoverPlace, Treatment } from './treatment.ts';
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
  readonly coverPlace: CoverPlace;
  /** Ordinal of the first part that is sealed. */
  readonly firstPart: number;
  /** For running text: number of its first line in the output; the row of what is sealed. */
  readonly line?: number;
  /** The whole value with its type, where it is no text. */
  readonly value?: FieldValue;
  /** How the document writes a part, where the decoded text would not give it back. */
  rawOf(start: number, end: number): string | undefined;
  /** What would be done with this text in the place of the whole, when the output is scanned again. */
  plan(text: string): readonly Part[];
}

/** What was done. */
export interface WriteResult {
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
  let result = '';
  let at = 0;
  for (const { start, end, text: replacement } of replacements) {
    result += text.slice(at, start) + replacement;
    at = end;
  }
  return result + text.slice(at);
}

function countLines(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) {
    count += 1;
  }
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
    const { text, parts, firstPart } = this.request;
    const formats: Part[] = [];
    let at = 0;
    for (const part of parts) {
      this.pass(text, at, part.start);
      if (part.treatment.format !== undefined) formats.push(part);
      else if (part.treatment.kind === 'allow') this.note(part, 'success');
      else this.replace(part);
      const last = this.replacements.at(-1);
      if (last?.start === part.start) this.pass(last.text, 0, last.text.length);
      at = part.end;
    }
    if (formats.length > 0) this.writeFormats(formats);
    const { replacements } = this;
    if (replacements.length > 0 && countSealed(replaceParts(text, replacements)) !== this.sealed) {
      // Pieces beside each other read as a sealed value: nobody could tell it from ours.
      return {
        replacements: [{ start: 0, end: text.length, text: blockedText }],
        outcomes: this.outcomes.map((outcome) => ({ ...outcome, outcome: 'failure' })),
        nextPart: firstPart,
      };
    }
    return { replacements, outcomes: this.outcomes, nextPart: this.nextPart };
  }

  /** Output goes on by this text: in running text, a new line is a new row, and its parts count from 0. */
  private pass(text: string, from: number, to: number): void {
    if (this.request.line === undefined) return;
    const lines = countLines(text, from, to);
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
      this.note(part, treatment.kind === 'block' ? 'denied' : 'success');
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
    const { text, coverPlace } = this.request;
    return treatment.cover!(text.slice(start, end), coverPlace);
  }

  private seal({ start, end, treatment }: Part): string {
    const { text, kind, line, value } = this.request;
    const sealer = treatment.sealer!;
    const whole = (kind === 'field' || kind === 'solid') && end - start === text.length;
    const raw = this.request.rawOf(start, end);
    const place =
      line === undefined ? this.request.place : { ...this.request.place, row: String(this.line) };
    const sealed = sealer.seal(
      raw ?? (whole ? value : undefined) ?? text.slice(start, end),
      place,
      whole ? undefined : this.nextPart,
      { category: treatment.category, raw: raw !== undefined },
    );
    this.sealed += 1;
    if (whole) return sealed;
    this.nextPart += 1;
    return `[${sealed}]`;
  }

  /** Formats come last, over the text as the others leave it: that is the text which reveal will scan. */
  private writeFormats(formats: readonly Part[]): void {
    const { text } = this.request;
    const output = replaceParts(text, this.replacements);
    let shift = 0;
    let next = 0;
    const moved = formats.map((part) => {
      for (let done = this.replacements[next]; done !== undefined && done.start < part.start; ) {
        shift += done.text.length - (done.end - done.start);
        next += 1;
        done = this.replacements[next];
      }
      return { ...part, start: part.start + shift, end: part.end + shift };
    });
    const values =
      this.request.kind === 'text' ? this.walkLines(output, moved) : this.walk(output, moved);
    for (const [index, part] of formats.entries()) {
      const value = values?.[index];
      if (value === undefined) this.withhold(part);
      else {
        this.replacements.push({ start: part.start, end: part.end, text: value });
        this.note(part, 'success');
      }
    }
    this.replacements.sort((a, b) => a.start - b.start);
  }

  private walk(text: string, parts: readonly Part[]): (string | undefined)[] | undefined {
    const { coverPlace } = this.request;
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
  private walkLines(text: string, parts: readonly Part[]): (string | undefined)[] {
    const values: (string | undefined)[] = [];
    for (let index = 0; index < parts.length; ) {
      const start = text.lastIndexOf('\n', parts[index]!.start - 1) + 1;
      const stop = text.indexOf('\n', parts[index]!.start);
      const end = stop < 0 ? text.length : text[stop - 1] === '\r' ? stop - 1 : stop;
      const mine = parts.slice(index).filter((part) => part.start < end);
      const walked = this.walk(
        text.slice(start, end),
        mine.map((part) => ({ ...part, start: part.start - start, end: part.end - start })),
      );
      for (let k = 0; k < mine.length; k += 1) values.push(walked?.[k]);
      index += mine.length;
    }
    return values;
  }
}

/**
 * Treats every part of a text. A value that cannot be treated is withheld, never passed through.
 *
 * @throws {DataSecurityError} what ends the whole work, such as `ERR_ENCRYPT_KEY_EXHAUSTED`.
 */
export function writeParts(request: WriteRequest): WriteResult {
  return new PartWriter(request).write();
}
