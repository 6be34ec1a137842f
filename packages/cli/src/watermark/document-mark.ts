import { createHmac } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { TextChannel } from '@yushu/watermark/text';
import { cliError } from '../cli-error.ts';
import { openOutput } from '../files/output-file.ts';
import { createProgress } from '../files/progress.ts';
import { systemReason } from '../files/system-reason.ts';
import type { DocumentKind } from './document-kind.ts';

/** Larger documents and pictures are not read. */
const maxBytes = 256 * 2 ** 20;

/** What was read out of a document. */
export interface DocumentTrace {
  readonly verdict: 'named' | 'no-one';
  readonly named: readonly string[];
  /** Why. */
  readonly reason: string;
  /** The highest chance that a file without this mark gives this answer. */
  readonly falsePositive?: number;
}

/** Reads a document whole, with progress on a terminal. */
export async function readDocument(path: string, quiet: boolean): Promise<Uint8Array> {
  const progress = createProgress(path, undefined, quiet);
  try {
    const bytes = await readFile(path);
    progress.advance(bytes.length);
    if (bytes.length === 0) throw cliError('ERR_CLI_INPUT', `${path}: the file is empty`);
    if (bytes.length > maxBytes)
      throw cliError('ERR_CLI_INPUT', `${path}: larger than ${maxBytes} bytes`);
    return bytes;
  } catch (error) {
    const reason = systemReason(error);
    throw reason === undefined ? error : cliError('ERR_CLI_INPUT', `${path}: ${reason}`);
  } finally {
    progress.end();
  }
}

/** Writes a document whole or not at all. */
export async function writeDocument(path: string, bytes: Uint8Array): Promise<void> {
  const output = await openOutput(path, { mode: 0o666 });
  try {
    await output.write(bytes);
    await output.sync();
    await output.commit();
  } catch (error) {
    await output.discard();
    throw error;
  }
}

/** The id of a recipient, 64 bits of a keyed hash; texts take the first 32. */
function idOf(recipient: string, key: Uint8Array): bigint {
  const digest = createHmac('sha256', key)
    .update(`yushu/watermark/recipient/${recipient}`)
    .digest();
  return digest.readBigUInt64BE();
}

const textIdOf = (recipient: string, key: Uint8Array) => Number(idOf(recipient, key) >> 32n);

/** Marks a document or picture for a recipient; says in words what it carries. */
export async function markDocument(
  bytes: Uint8Array,
  kind: DocumentKind,
  {
    key,
    recipient,
    channels,
  }: { key: Uint8Array; recipient: string; channels?: string | undefined },
): Promise<{ bytes: Uint8Array; words: string }> {
  if (kind === 'picture') {
    const { markImageFile } = await import('@yushu/watermark/image-files');
    const marked = await markImageFile(bytes, { key, id: idOf(recipient, key) });
    return { bytes: marked, words: 'an id of 64 bits all over the picture' };
  }
  const { markTextFile } = await import('@yushu/watermark/text-files');
  const marked = markTextFile(bytes, {
    format: kind,
    key,
    id: textIdOf(recipient, key),
    ...(channels === undefined ? {} : { channels: channels.split(',') as TextChannel[] }),
  });
  const total = Object.entries(marked.bits).filter(([, count]) => count > 0);
  const words = total.map(([channel, count]) => `${count} bits ${channel}`).join(', ');
  return { bytes: marked.bytes, words };
}

/** Reads whom a document or picture was given to, of some recipients. */
export async function traceDocument(
  bytes: Uint8Array,
  kind: DocumentKind,
  { key, recipients }: { key: Uint8Array; recipients: readonly string[] },
): Promise<DocumentTrace> {
  const none = (reason: string): DocumentTrace => ({ verdict: 'no-one', named: [], reason });
  const nobody = 'it is marked, but for nobody on the list';
  if (kind === 'picture') {
    const { traceImageFile } = await import('@yushu/watermark/image-files');
    const trace = await traceImageFile(bytes, { key });
    if (!trace.found) return none('no mark of this key can be read in the picture');
    const named = recipients.filter((recipient) => idOf(recipient, key) === trace.id);
    if (named.length === 0) return none(nobody);
    const reason = 'the id of 64 bits and its tag fit';
    return { verdict: 'named', named, reason, falsePositive: 2 ** -25 };
  }
  const { traceTextFile } = await import('@yushu/watermark/text-files');
  const candidates = recipients.map((recipient) => textIdOf(recipient, key));
  const trace = traceTextFile(bytes, { format: kind, key, candidates });
  if (!trace.found) {
    return none(
      trace.bits === 0
        ? 'the text is too short, or has no place for a mark'
        : `no mark of this key can be read: ${trace.bits} places tell nothing together`,
    );
  }
  const named = recipients.filter((recipient) => textIdOf(recipient, key) === trace.id);
  if (named.length === 0) return none(nobody);
  const reason = `${trace.agreeing} of ${trace.bits} bits agree (${trace.channels.join(', ')})`;
  return { verdict: 'named', named, reason, falsePositive: trace.falsePositive };
}
