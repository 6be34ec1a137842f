/**
 * Redaction of logs as they stream: one JSON value a line.
 *
 * @module
 */
import { checkCount, optionError } from '../check-options.ts';
import type { Redactor } from './create-redactor.ts';

/** Options of {@link createNdjsonRedaction}. */
export interface NdjsonRedactionOptions {
  readonly redactor: Redactor;
  /**
   * What becomes of a line that is not JSON: `withhold` (the default) puts a note in its place, `text` passes it on with what
   * `strings` of the redactor finds redacted, and no more.
   */
  readonly invalid?: 'withhold' | 'text';
  /** Longest line in UTF-16 code units, 1 to 2^28; 2^24 by default. A longer one is withheld, and never held in full. */
  readonly maxLineLength?: number;
}

/** What stands in the place of a line that could not be looked at. */
const notes = {
  invalid: '{"redaction":"line withheld: not JSON"}',
  long: '{"redaction":"line withheld: too long"}',
} as const;

/** One line without its end, redacted. */
export function redactLine(line: string, redactor: Redactor, invalid: 'withhold' | 'text'): string {
  if (line.trim() === '') return line;
  try {
    return redactor.redactJson(line);
  } catch {
    return invalid === 'text' ? redactor.redactText(line) : notes.invalid;
  }
}

/**
 * A Web stream of text that redacts NDJSON. The result is the same however the text is cut into chunks; memory is bounded by the
 * longest line. Line ends stay as they are.
 *
 * @throws {DataSecurityError} `ERR_MASK_OPTIONS` where an option is not as expected.
 *
 * @example
 * ```ts
 * import { createNdjsonRedaction, createRedactor } from '@yushu/mask/objects';
 *
 * const redactor = createRedactor({ keys: ['password'] });
 * const stream = new Blob(['{"password":"x"}\n']).stream().pipeThrough(new TextDecoderStream());
 * for await (const text of stream.pipeThrough(createNdjsonRedaction({ redactor }))) console.log(text);
 * // {"password":"[REDACTED]"}
 * ```
 */
export function createNdjsonRedaction(
  options: NdjsonRedactionOptions,
): TransformStream<string, string> {
  const { redactor, invalid = 'withhold' } = options;
  if (typeof redactor?.redactJson !== 'function') throw optionError('redactor', 'a redactor');
  if (invalid !== 'withhold' && invalid !== 'text')
    throw optionError('invalid', 'withhold or text');
  const maxLineLength = checkCount(options.maxLineLength ?? 2 ** 24, 'maxLineLength', 1, 2 ** 28);
  let pieces: string[] = [];
  let held = 0;
  let overlong = false;

  const hold = (piece: string) => {
    if (overlong || piece === '') return;
    held += piece.length;
    if (held > maxLineLength) {
      overlong = true;
      pieces = [];
    } else pieces.push(piece);
  };

  const release = (): string => {
    const line = pieces.join('');
    const wasOverlong = overlong;
    pieces = [];
    held = 0;
    overlong = false;
    if (wasOverlong) return notes.long;
    const ending = line.endsWith('\r') ? '\r' : '';
    return redactLine(ending === '' ? line : line.slice(0, -1), redactor, invalid) + ending;
  };

  return new TransformStream<string, string>({
    transform(chunk, controller) {
      let output = '';
      let start = 0;
      for (;;) {
        const end = chunk.indexOf('\n', start);
        if (end < 0) break;
        hold(chunk.slice(start, end));
        output += `${release()}\n`;
        start = end + 1;
      }
      hold(chunk.slice(start));
      if (output !== '') controller.enqueue(output);
    },
    flush(controller) {
      if (held > 0) controller.enqueue(release());
    },
  });
}
