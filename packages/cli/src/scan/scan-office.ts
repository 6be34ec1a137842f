import { TextPosition } from '@yushu/detect/formats';
import type { ExtractedPiece } from '../input/extracted-text.ts';
import type { OfficeDocument, TableDocument } from '../input/open-document.ts';
import type { ScanBatch } from './file-finding.ts';
import { locateFinding } from './locate-finding.ts';
import type { ScanSink } from './scan-sink.ts';
import { TextScan } from './scan-text.ts';

async function readPieces(
  document: OfficeDocument | TableDocument,
  sink: ScanSink,
): Promise<AsyncGenerator<ExtractedPiece[]>> {
  if (document.kind === 'table')
    return document.read((message) => sink.addProblem({ code: 'ERR_CLI_RECORD', message }));
  if (document.format === 'docx') {
    const { readDocx } = await import('../input/read-docx.ts');
    return readDocx(document.archive);
  }
  const { readXlsx } = await import('../input/read-xlsx.ts');
  return readXlsx(document.archive, (message) =>
    sink.addProblem({ code: 'ERR_CLI_ARCHIVE', message }),
  );
}

/** Scans the text that an office document or a file of tables holds: cells one by one, text that runs on as a whole. Places count in that text. */
export async function* scanOffice(
  document: OfficeDocument | TableDocument,
  sink: ScanSink,
): AsyncGenerator<ScanBatch> {
  const position = new TextPosition();
  let running: TextScan | undefined;
  for await (const pieces of await readPieces(document, sink)) {
    for (const piece of pieces) {
      if (piece.kind === 'text') {
        // What stands between cells is no data.
        if (document.format === 'docx' || piece.text.length > 1) {
          running ??= new TextScan(sink, position);
          running.push(piece.text);
        }
        position.advance(piece.text);
        continue;
      }
      running?.end();
      running = undefined;
      const { text, name, path } = piece.cell;
      const place = position.clone();
      for (const finding of sink.scanner.scanField(text, { name })) {
        const { start, end } = finding.span;
        const where = locateFinding(place, text, position.offset, start, end);
        sink.addFinding(finding, { ...where, pointer: path, name }, () => text.slice(start, end));
      }
      position.advance(text);
    }
    yield sink.take();
  }
  running?.end();
  yield sink.take();
}
