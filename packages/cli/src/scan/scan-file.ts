import type { Decide } from '@yushu/core';
import { createScanner, type Scanner, type ScannerOptions } from '@yushu/detect';
import type { InputFile } from '../input/find-files.ts';
import {
  describeReadError,
  type OpenOptions,
  openDocument,
  type TextDocument,
} from '../input/open-document.ts';
import type { ScanBatch, ScannedFile } from './file-finding.ts';
import { FindingBuilder } from './finding-builder.ts';
import type { KnownFindings } from './known-findings.ts';
import { HttpScan } from './scan-http.ts';
import { scanOffice } from './scan-office.ts';
import { RecordScan } from './scan-records.ts';
import { ScanSink } from './scan-sink.ts';
import { TextScan } from './scan-text.ts';

/** Options of {@link createFileScanner}. */
export interface FileScannerOptions extends ScannerOptions, OpenOptions {
  /** What a policy says: each finding is put to it. */
  readonly decide?: Decide | undefined;
  /** Whether findings carry a masked preview of the value. */
  readonly hasPreview?: boolean | undefined;
  /** What is known, and not reported. */
  readonly known?: KnownFindings | undefined;
  /** Ends the scan between two chunks. */
  readonly signal?: AbortSignal | undefined;
}

/** Scans file after file. */
export interface FileScanner {
  /**
   * Reads one file in bounded memory. Gives what is found and what is wrong as it goes, in the order of the file, and in the end
   * what the file was; `undefined` where it could not be read at all.
   */
  scan(file: InputFile): AsyncGenerator<ScanBatch, ScannedFile | undefined>;
}

async function* scanText(
  document: TextDocument,
  sink: ScanSink,
  signal: AbortSignal | undefined,
): AsyncGenerator<ScanBatch> {
  const { format, delimiter, decoding } = document;
  const scan =
    format === 'text'
      ? new TextScan(sink)
      : format === 'http'
        ? new HttpScan(sink)
        : new RecordScan(sink, format, delimiter);
  let isTold = false;
  const tell = (line: number, column: number): void => {
    const name = decoding.encoding;
    sink.addProblem({
      code: 'ERR_CLI_ENCODING',
      message: decoding.isGuess
        ? `the encoding is neither UTF-8 nor GB18030: read as ${name}`
        : `not valid ${name}: what could not be decoded was left out`,
      line,
      column,
      hint: 'Name the encoding with --encoding.',
    });
  };
  let failure: unknown;
  const chunks = keepFailure(document.chunks, (error) => {
    failure = error;
  });
  for await (const chunk of chunks) {
    if (signal?.aborted) return;
    const { firstInvalid } = decoding;
    if (firstInvalid !== undefined && !isTold) {
      isTold = true;
      if (scan instanceof RecordScan) scan.tellPlace(firstInvalid, tell);
      else {
        scan.push(chunk);
        const { line, column } = scan.locate(firstInvalid);
        tell(line, column);
        yield sink.take();
        continue;
      }
    }
    scan.push(chunk);
    yield sink.take();
  }
  // What came before a failure is scanned to its end.
  scan.end();
  yield sink.take();
  if (failure !== undefined) throw failure;
}

/** Ends quietly where reading fails, and tells why. */
async function* keepFailure(
  chunks: AsyncGenerator<string>,
  onFailure: (error: unknown) => void,
): AsyncGenerator<string> {
  try {
    yield* chunks;
  } catch (error) {
    onFailure(error);
  }
}

/**
 * Makes a scanner of files: text in any encoding, structured text, compressed files, office documents.
 *
 * @example
 * ```ts
 * import { createFileScanner } from './scan-file.ts';
 *
 * const scanner = createFileScanner();
 * for await (const { findings } of scanner.scan({ kind: 'file', path: 'a.csv', isOperand: true })) {
 *   for (const { line, category } of findings) process.stdout.write(`${line} ${category}\n`);
 * }
 * ```
 */
export function createFileScanner(options: FileScannerOptions = {}): FileScanner {
  const {
    decide,
    hasPreview = false,
    known,
    signal,
    encoding,
    name,
    onBytes,
    stdin,
    ...scannerOptions
  } = options;
  const scanner: Scanner = createScanner(scannerOptions);
  const builder = new FindingBuilder(decide, hasPreview);

  async function* scan(file: InputFile): AsyncGenerator<ScanBatch, ScannedFile | undefined> {
    const { path } = file;
    let bytes = 0;
    const opened = await openDocument(file, {
      encoding,
      name,
      stdin,
      onBytes: (count) => {
        bytes += count;
        onBytes?.(count);
      },
    });
    try {
      if ('problem' in opened) {
        yield { findings: [], problems: [opened.problem] };
        return undefined;
      }
      const { document } = opened;
      const sink = new ScanSink(path, scanner, builder, known?.openFile(path));
      const isOffice = document.kind === 'office';
      const isText = document.kind === 'text';
      try {
        yield* isText ? scanText(document, sink, signal) : scanOffice(document, sink);
      } catch (error) {
        const found = sink.take();
        const problem = describeReadError(path, error, isOffice);
        yield { findings: found.findings, problems: [...found.problems, problem] };
      }
      if (!isText) return { path, format: document.format };
      return { path, bytes, format: document.format, encoding: document.decoding.encoding };
    } finally {
      await opened.close();
    }
  }

  return { scan };
}
