import type { Finding } from '@yushu/core';
import { ByteOffsets } from './byte-offsets.ts';
import type { Coverage } from './scanner-options.ts';
import type { TextStream } from './text-stream.ts';

/**
 * Scans UTF-8 that comes in pieces, by way of a {@link TextStream}. Spans and coverage count bytes. What is no UTF-8 counts as
 * U+FFFD, as it does for `TextDecoder`.
 */
export class ByteStream {
  readonly #text: TextStream;
  readonly #decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  readonly #offsets = new ByteOffsets();
  #coverage: Coverage = { complete: false, scannedTo: 0 };

  /** Use `scanner.scan`, `inspect` or `scanStream` with bytes. */
  constructor(text: TextStream) {
    this.#text = text;
  }

  /** What has been looked at, in bytes. */
  get coverage(): Coverage {
    return this.#coverage;
  }

  /** Takes the next bytes. @returns The findings that are final now. */
  push(chunk: Uint8Array): Finding[] {
    this.#offsets.add(chunk);
    return this.#place(this.#text.push(this.#decoder.decode(chunk, { stream: true })));
  }

  /** Ends the bytes. @returns The rest of the findings. */
  end(): Finding[] {
    const last = this.#text.push(this.#decoder.decode());
    return this.#place([...last, ...this.#text.end()]);
  }

  #place(findings: readonly Finding[]): Finding[] {
    const placed = findings.map((finding): Finding => {
      const start = this.#offsets.offsetOf(finding.span.start);
      return {
        ...finding,
        span: { start, end: this.#offsets.offsetOf(finding.span.end), unit: 'byte' },
      };
    });
    const { coverage } = this.#text;
    this.#coverage = { ...coverage, scannedTo: this.#offsets.offsetOf(coverage.scannedTo) };
    return placed;
  }
}
