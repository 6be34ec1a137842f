import { guardError } from '../guard-error.ts';
import type { PlanNode } from '../plan/plan-node.ts';
import { treatScalar } from '../plan/treat-scalar.ts';
import type { BodyRedactor } from './body-redactor.ts';
import { ByteBuffer } from './byte-buffer.ts';
import { JsonRedactor, type JsonRedactorOptions } from './json-redactor.ts';
import type { RedactionRecord } from './redaction-record.ts';

const decoder = new TextDecoder('utf-8', { fatal: true });
const encoder = new TextEncoder();

/**
 * Redacts the data of server-sent events (WHATWG HTML, section 9.2): JSON along the plan, other texts as the plan treats a scalar, which is by
 * a scan where nothing else is known. An event is held until it is whole. Comments lose their text, and names and ids what the plan
 * would not let through.
 */
export class EventStreamRedactor implements BodyRedactor {
  private readonly root: PlanNode;
  private readonly texts: PlanNode;
  private readonly record: RedactionRecord;
  private readonly options: JsonRedactorOptions;
  private readonly line = new ByteBuffer();
  private data: string[] = [];
  private size = 0;
  private other = '';
  private row = 0;
  private endsWithReturn = false;

  /** @param texts the plan of texts of which nothing is known. */
  constructor(
    root: PlanNode,
    texts: PlanNode,
    record: RedactionRecord,
    options: JsonRedactorOptions,
  ) {
    this.root = root;
    this.texts = texts;
    this.record = record;
    this.options = options;
  }

  push(chunk: Uint8Array): Uint8Array {
    let out = '';
    let start = 0;
    for (let at = 0; at < chunk.length; at += 1) {
      const byte = chunk[at]!;
      const isFeed = byte === 0x0a;
      if (!isFeed && byte !== 0x0d) {
        this.endsWithReturn = false;
        continue;
      }
      const isSecond = isFeed && this.endsWithReturn;
      this.endsWithReturn = !isFeed;
      if (isSecond) {
        start = at + 1;
        continue;
      }
      this.keep(chunk, start, at);
      out += this.endLine();
      start = at + 1;
    }
    this.keep(chunk, start, chunk.length);
    return encoder.encode(out);
  }

  end(): Uint8Array {
    // An event that is not whole is not given out by browsers either.
    this.line.clear();
    return new Uint8Array(0);
  }

  private keep(chunk: Uint8Array, start: number, end: number): void {
    this.size += end - start;
    const { maxTokenBytes } = this.options;
    if (this.size > maxTokenBytes) {
      throw guardError('ERR_API_SECURITY_BODY', 'An event is too long to be looked at', {
        hint: 'Raise maxValueBytes, or send shorter events.',
        details: { maxTokenBytes },
      });
    }
    this.line.append(chunk, start, end);
  }

  /** What can be given out once a line has ended. */
  private endLine(): string {
    let text: string;
    try {
      text = decoder.decode(this.line.view());
    } catch {
      throw guardError('ERR_API_SECURITY_BODY', 'The body is not in UTF-8', {
        hint: 'Events are always in UTF-8.',
      });
    }
    this.line.clear();
    if (text === '') return this.endEvent();
    if (text.startsWith(':')) return ':\n';
    const colon = text.indexOf(':');
    const field = colon < 0 ? text : text.slice(0, colon);
    const value = colon < 0 ? '' : text.slice(colon + 1).replace(/^ /, '');
    if (field === 'data') this.data.push(value);
    else if (field === 'event' || field === 'id' || field === 'retry') {
      this.other += `${field}: ${this.redactText(value)}\n`;
    }
    return '';
  }

  private endEvent(): string {
    this.size = 0;
    const { other } = this;
    this.other = '';
    if (this.data.length === 0) return other === '' ? '' : `${other}\n`;
    const text = this.data.join('\n');
    this.data = [];
    this.row += 1;
    this.record.records += 1;
    const lines = this.redactData(text)
      .split('\n')
      .map((line) => `data: ${line}\n`);
    return `${other}${lines.join('')}\n`;
  }

  private redactData(text: string): string {
    if (!isJson(text)) return this.redactText(text);
    const redactor = new JsonRedactor(this.root, this.record, { ...this.options, lines: false });
    redactor.row = this.row;
    redactor.countsRecords = false;
    const bytes = redactor.push(encoder.encode(text));
    return decoder.decode(bytes) + decoder.decode(redactor.end());
  }

  private redactText(text: string): string {
    const position = { pointer: () => '', row: this.row };
    const shown = treatScalar(this.texts, text, position, this.record);
    return String(shown).replace(/[\r\n]+/g, ' ');
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
