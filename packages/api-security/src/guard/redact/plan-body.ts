import type { ApiNode } from '../../model/api-node.ts';
import { guardError } from '../guard-error.ts';
import type { GuardSettings } from '../guard-options.ts';
import type { ReaderPlan } from '../plan/reader-plans.ts';
import { contentFor, type DescribedResponse } from '../route/operation-view.ts';
import type { BodyRedactor } from './body-redactor.ts';
import { createTextStream } from './create-text-stream.ts';
import { EventStreamRedactor } from './event-stream-redactor.ts';
import { JsonRedactor } from './json-redactor.ts';
import type { RedactionRecord } from './redaction-record.ts';

/** How one body is treated. */
export interface PlannedBody {
  readonly contentType: string;
  readonly redactor: BodyRedactor | undefined;
  readonly stream: ReadableWritablePair<Uint8Array, Uint8Array> | undefined;
  readonly isLive: boolean;
  /** Schema of the body, where it is one JSON document. */
  readonly schema: ApiNode | undefined;
}

const lineTypes = new Set([
  'application/x-ndjson',
  'application/ndjson',
  'application/jsonl',
  'application/json-lines',
]);

const isText = (type: string): boolean =>
  type.startsWith('text/') || /^application\/(?:.+\+)?(?:xml|yaml|javascript|sql)$/.test(type);

const formatOf = (type: string): 'text' | 'csv' | 'tsv' =>
  type === 'text/csv' ? 'csv' : type === 'text/tab-separated-values' ? 'tsv' : 'text';

/** The charset of a media type, by the name that platforms know it by. */
function charsetOf(contentType: string): string {
  const label = /charset\s*=\s*"?([^\s";]+)/i.exec(contentType)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(label).encoding;
  } catch {
    throw bodyError('The charset of the body is not known', 'Send UTF-8.');
  }
}

const bodyError = (message: string, hint: string) =>
  guardError('ERR_API_SECURITY_BODY', message, { hint });

/**
 * How a body is treated, by its media type and what the description says of it. Whatever cannot be looked at goes out only where the
 * description has just that type.
 *
 * @throws {DataSecurityError} `ERR_API_SECURITY_BODY` where the body cannot be looked at.
 */
export function planBody(
  header: string | null,
  response: DescribedResponse | undefined,
  reader: ReaderPlan,
  record: RedactionRecord,
  settings: GuardSettings,
): PlannedBody | 'pass' {
  const contentType = header ?? '';
  const type = contentType.split(';')[0]!.trim().toLowerCase();
  const content = contentFor(response?.contents ?? [], type);
  if (content === undefined && settings.undescribedResponses === 'block') {
    throw bodyError('The response is not described', 'Describe its status and media type.');
  }
  const options = { maxDepth: settings.maxDepth, maxTokenBytes: settings.maxValueBytes };
  const root = () => reader.plan.root(content?.schema === undefined ? [] : [content.schema]);
  const isLines = lineTypes.has(type);
  const isEvents = type === 'text/event-stream';
  if (isLines || isEvents || type === 'text/json' || /^application\/(?:.+\+)?json$/.test(type)) {
    if (charsetOf(contentType) !== 'utf-8') {
      throw bodyError('JSON is always in UTF-8 (RFC 8259, section 8.1)', 'Send UTF-8.');
    }
    return {
      contentType,
      redactor: isEvents
        ? new EventStreamRedactor(root(), reader.plan.root([]), record, options)
        : new JsonRedactor(root(), record, { ...options, lines: isLines }),
      stream: undefined,
      isLive: isLines || isEvents,
      schema: isLines || isEvents ? undefined : content?.schema,
    };
  }
  if (isText(type)) {
    return {
      contentType: `${type}; charset=utf-8`,
      redactor: undefined,
      stream: createTextStream(reader, formatOf(type), charsetOf(contentType), record),
      isLive: false,
      schema: undefined,
    };
  }
  if (content !== undefined && type !== '' && content.mediaType !== '*/*') return 'pass';
  throw bodyError('Bodies of this media type are not known', 'Describe the type in the response.');
}
