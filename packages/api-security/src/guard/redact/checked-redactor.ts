import type { Violation } from '../check/violation.ts';
import { guardError } from '../guard-error.ts';
import type { BodyRedactor } from './body-redactor.ts';
import { ByteBuffer } from './byte-buffer.ts';

/** Holds a body to its schema while it is redacted. Where it is to be refused, nothing of it goes out before its end. */
export class CheckedRedactor implements BodyRedactor {
  private readonly redactor: BodyRedactor;
  private readonly check: (bytes: Uint8Array) => readonly Violation[];
  private readonly report: ((violations: readonly Violation[]) => void) | undefined;
  private readonly maxBytes: number;
  private readonly seen = new ByteBuffer(4096);
  private readonly held = new ByteBuffer(4096);
  private isTooLong = false;

  /** @param report where it is given, violations are reported; otherwise they are an error. */
  constructor(
    redactor: BodyRedactor,
    check: (bytes: Uint8Array) => readonly Violation[],
    report: ((violations: readonly Violation[]) => void) | undefined,
    maxBytes: number,
  ) {
    this.redactor = redactor;
    this.check = check;
    this.report = report;
    this.maxBytes = maxBytes;
  }

  push(chunk: Uint8Array): Uint8Array {
    this.isTooLong ||= this.seen.length + chunk.length > this.maxBytes;
    if (this.isTooLong) {
      if (this.report === undefined)
        throw this.fail('The body is too long to be held to its schema');
      this.seen.clear();
    } else this.seen.append(chunk, 0, chunk.length);
    return this.hold(this.redactor.push(chunk));
  }

  end(): Uint8Array {
    const rest = this.hold(this.redactor.end());
    const violations = this.isTooLong ? [] : this.check(this.seen.view());
    if (violations.length > 0) {
      if (this.report === undefined) throw this.fail('The body is not as described');
      this.report(violations);
    }
    return this.report === undefined ? this.held.take() : rest;
  }

  private hold(bytes: Uint8Array): Uint8Array {
    if (this.report !== undefined) return bytes;
    this.held.append(bytes, 0, bytes.length);
    return bytes.subarray(0, 0);
  }

  private fail(message: string): Error {
    return guardError('ERR_API_SECURITY_BODY', message, {
      hint: 'Answer as the description says.',
    });
  }
}
