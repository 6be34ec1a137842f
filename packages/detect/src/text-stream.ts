import { DataSecurityError, type Finding } from '@yushu/core';
import type { BlockScanner } from './engine/block-scanner.ts';
import type { BudgetMeter } from './engine/budget.ts';
import { blockSize, reachAhead, reachBack } from './engine/limits.ts';
import type { Coverage } from './scanner-options.ts';

/**
 * Scans a text that comes in pieces; made by `scanner.openStream()`. Findings are those of `scan` over the whole text, for any
 * way of cutting it. At most some 25,000 code units wait for their neighbourhood.
 *
 * @example
 * ```ts
 * import { createScanner } from '@yushu/detect';
 *
 * const stream = createScanner().openStream();
 * const findings = [...stream.push('call +1 415 5'), ...stream.push('55 2671 today'), ...stream.end()];
 * console.log(findings.map((finding) => finding.span)); // [ { start: 5, end: 20 } ]
 * ```
 */
export class TextStream {
  readonly #blocks: BlockScanner;
  readonly #meter: BudgetMeter;
  #buffer = '';
  #pieces: string[] = [];
  #waiting = 0;
  /** Offset of the buffer's first unit. */
  #origin = 0;
  #count = 0;
  #ended = false;
  #coverage: Coverage = { complete: false, scannedTo: 0 };

  /** Use `scanner.openStream()`. */
  constructor(blocks: BlockScanner, meter: BudgetMeter) {
    this.#blocks = blocks;
    this.#meter = meter;
  }

  /** No later finding begins before this offset, in UTF-16 code units from the start of the stream. */
  get settled(): number {
    return this.#blocks.scannedTo;
  }

  /** What has been looked at; `complete` after `end` where no budget was reached. */
  get coverage(): Coverage {
    return this.#coverage;
  }

  /**
   * Takes the next piece.
   *
   * @returns The findings that are final now. Offsets count from the start of the stream.
   * @throws {DataSecurityError} `ERR_DETECT_STREAM_ENDED` after `end`.
   */
  push(chunk: string): Finding[] {
    if (this.#ended) {
      throw new DataSecurityError('ERR_DETECT_STREAM_ENDED', 'The stream has ended', {
        hint: 'Open another stream for another text.',
      });
    }
    // Small pieces are joined only when a block may be complete: joining each would copy the buffer again and again.
    this.#pieces.push(chunk);
    this.#waiting += chunk.length;
    const rest = this.#buffer.length + this.#waiting - (this.#blocks.scannedTo - this.#origin);
    if (rest < blockSize + reachAhead) return [];
    return this.#advance(false);
  }

  /** Ends the text. @returns The rest of the findings. */
  end(): Finding[] {
    if (this.#ended) return [];
    this.#ended = true;
    return this.#advance(true);
  }

  #advance(last: boolean): Finding[] {
    this.#buffer += this.#pieces.join('');
    this.#pieces = [];
    this.#waiting = 0;
    const findings: Finding[] = [];
    const blocks = this.#blocks;
    while (
      this.#meter.goesOn(this.#count + findings.length) &&
      blocks.next(this.#buffer, this.#origin, last, undefined, findings)
    );
    const total = this.#origin + this.#buffer.length;
    const complete = last && blocks.scannedTo >= total;
    const report = this.#meter.report(findings, blocks.scannedTo, complete, this.#count);
    this.#count += report.findings.length;
    this.#coverage = report.coverage;
    const drop = Math.max(0, blocks.scannedTo - this.#origin - reachBack);
    this.#buffer = this.#buffer.slice(drop);
    this.#origin += drop;
    return report.findings;
  }
}
