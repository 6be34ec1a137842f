import { guardError } from '../guard-error.ts';
import { kindOf } from '../plan/kind-of.ts';
import type { ReaderPlan } from '../plan/reader-plans.ts';
import type { RedactionRecord } from './redaction-record.ts';

const encoder = new TextEncoder();

/**
 * Text of which nothing is known, by a scan: a pair of streams over bytes. Ends with an error where something could not be looked at, or
 * holds a credential that no rule lets out or a value that the policy blocks.
 */
export function createTextStream(
  { pipeline, isRuled }: ReaderPlan,
  type: 'text' | 'csv' | 'tsv',
  charset: string,
  record: RedactionRecord,
): ReadableWritablePair<Uint8Array, Uint8Array> {
  const decoder = new TextDecoderStream(charset, { fatal: true });
  const rewriter = pipeline.stream(type);
  const assertClean = (): void => {
    const { withheldCount, actions } = rewriter.summary();
    const isBlocked = actions.some(
      ({ action, category }) =>
        action === 'block' ||
        (action === 'allow' && category?.startsWith('secret.') === true && !isRuled(category)),
    );
    if (withheldCount === 0 && !isBlocked) return;
    throw guardError('ERR_API_SECURITY_BODY', 'The text holds what may not go out', {
      hint: 'Nothing that follows was given out.',
      details: { withheld: withheldCount },
    });
  };
  const check = new TransformStream<string, Uint8Array>({
    transform(text, controller) {
      assertClean();
      controller.enqueue(encoder.encode(text));
    },
    flush() {
      assertClean();
      const { records, actions } = rewriter.summary();
      record.records += records;
      for (const { category, action, count } of actions) {
        if (category !== undefined) record.see(kindOf(category), action === 'allow', count);
      }
    },
  });
  return {
    writable: decoder.writable as WritableStream<Uint8Array>,
    readable: decoder.readable.pipeThrough(rewriter).pipeThrough(check),
  };
}
