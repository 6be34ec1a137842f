import type { ScanWriter } from './scan-writer.ts';

/** One HTML page, when all is known. */
export function createHtmlWriter(): ScanWriter {
  return {
    begin: () => '',
    addFinding: () => '',
    endFile: () => '',
    addProblem: () => {},
    end: async (report) => {
      const { renderReport } = await import('../report/render-report.ts');
      return renderReport(report);
    },
  };
}
