import type { FileFinding } from '../scan/file-finding.ts';
import type { ScanWriter } from './scan-writer.ts';

/** A finding as one line of JSON. */
export function formatJsonLine(finding: FileFinding): string {
  const { path, category, start, end, line, column, likelihood, score, level, detector } = finding;
  const { evidence, pointer, preview, action, rule } = finding;
  return `${JSON.stringify({
    path,
    category,
    start,
    end,
    line,
    column,
    likelihood,
    score,
    level,
    detector,
    evidence,
    // Left out where undefined.
    pointer,
    preview,
    action,
    rule,
  })}\n`;
}

/** One finding a line; nothing else. */
export function createJsonlWriter(): ScanWriter {
  return {
    begin: () => '',
    addFinding: formatJsonLine,
    endFile: () => '',
    addProblem: () => {},
    end: () => '',
  };
}
