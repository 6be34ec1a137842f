import type { Finding } from '@yushu/core';
import type { Scanner } from '../../scanner.ts';
import { readHttpMessage } from './read-http-message.ts';

/**
 * Finds what is sensitive in a request or response: each value by its name and place, and the message as a whole for what only its
 * headers tell, such as credentials. Spans are those of the message, paths those of {@link readHttpMessage}.
 *
 * @param scanner - of `createScanner`.
 * @returns Findings in the order of the message, never overlapping; those of a plain scan where the text is no message.
 *
 * @example
 * ```ts
 * import { createScanner } from '@yushu/detect';
 * import { scanHttpMessage } from '@yushu/detect/formats';
 *
 * const text = 'POST /u HTTP/1.1\nContent-Type: application/x-www-form-urlencoded\n\nmobile=138+0013+8000&nick=%E5%B0%8F%E6%98%8E';
 * const [finding] = scanHttpMessage(createScanner(), text);
 * console.log(finding?.category, finding?.path, text.slice(finding?.span.start, finding?.span.end));
 * // contact.phone /body/mobile 138+0013+8000
 * ```
 */
export function scanHttpMessage(
  scanner: Pick<Scanner, 'scan' | 'scanField'>,
  text: string,
): Finding[] {
  const message = readHttpMessage(text);
  if (message === undefined) return scanner.scan(text);
  const found: Finding[] = [];
  for (const field of message.fields) {
    const place = field.name === undefined ? {} : { name: field.name };
    for (const finding of scanner.scanField(field.text, place)) {
      const start = field.locate(finding.span.start);
      const end = field.locate(finding.span.end);
      found.push({ ...finding, path: field.path, span: { start, end } });
    }
  }
  return merge(found, scanner.scan(text.slice(0, message.bodyStart)));
}

/** What values gave, with what the head gave where no value did. Both are in order and do not overlap themselves. */
function merge(fields: Finding[], head: readonly Finding[]): Finding[] {
  fields.sort((a, b) => a.span.start - b.span.start);
  const merged: Finding[] = [];
  let at = 0;
  for (const finding of head) {
    while (at < fields.length && fields[at]!.span.end <= finding.span.start) {
      merged.push(fields[at]!);
      at += 1;
    }
    if (at === fields.length || fields[at]!.span.start >= finding.span.end) merged.push(finding);
  }
  for (; at < fields.length; at += 1) merged.push(fields[at]!);
  return merged;
}
