import { appendPointer, parsePointer } from '@yushu/core';
import type { Scanner } from '@yushu/detect';

/** Segments that were looked at are remembered, up to this many. */
const maxRemembered = 10_000;

/** Names of columns and keys have fewer digits; so have the numbers of records and elements, but for the very largest. */
const manyDigits = /^\d{8,}$|^(?=.*\D)(?:\D*\d){5}/s;

/**
 * Keeps data out of JSON Pointers: a key or column name that is itself sensitive becomes `*`, and so does one with so many digits
 * that it could be a number of somebody, written in a way that no detector knows.
 */
export class PointerGuard {
  private readonly scanner: Scanner;
  private readonly remembered = new Map<string, boolean>();
  private readonly cleaned = new Map<string, string>();

  /** @param scanner - what finds even the less likely. */
  constructor(scanner: Scanner) {
    this.scanner = scanner;
  }

  /** The pointer as it may be shown. */
  clean(pointer: string): string {
    let cleaned = this.cleaned.get(pointer);
    if (cleaned !== undefined) return cleaned;
    cleaned = this.cleanSegments(pointer);
    // Pointers within lines repeat; those of tables never do, and only the first are kept.
    if (this.cleaned.size < maxRemembered) this.cleaned.set(pointer, cleaned);
    return cleaned;
  }

  private cleanSegments(pointer: string): string {
    let cleaned = '';
    for (const segment of parsePointer(pointer)) {
      cleaned = appendPointer(cleaned, this.isSensitive(segment) ? '*' : segment);
    }
    return cleaned;
  }

  private isSensitive(segment: string): boolean {
    if (segment.length < 4) return false;
    if (manyDigits.test(segment)) return true;
    let answer = this.remembered.get(segment);
    if (answer === undefined) {
      answer = this.scanner.scan(segment).length > 0;
      if (this.remembered.size >= maxRemembered) this.remembered.clear();
      this.remembered.set(segment, answer);
    }
    return answer;
  }
}
