import type { ScanWriter, ScanWriterOptions } from './scan-writer.ts';

/** The writer of a format, loaded when it is asked for. */
export async function createScanWriter(
  format: 'table' | 'jsonl' | 'sarif' | 'html',
  options: ScanWriterOptions,
): Promise<ScanWriter> {
  switch (format) {
    case 'jsonl':
      return (await import('./jsonl-writer.ts')).createJsonlWriter();
    case 'sarif':
      return (await import('./sarif-writer.ts')).createSarifWriter(options);
    case 'html':
      return (await import('./html-writer.ts')).createHtmlWriter();
    default:
      return (await import('./table-writer.ts')).createTableWriter(options);
  }
}
