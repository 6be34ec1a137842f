import { appendPointer } from '@yushu/core';
import { createScanner } from '@yushu/detect';
import {
  type ClassificationPack,
  type ClassifyOptions,
  gradeTable,
  type TableClassification,
} from '@yushu/detect/classify';
import { createRecordReader } from '@yushu/detect/formats';
import type { InputFile } from '../input/find-files.ts';
import type { InputProblem } from '../input/input-problem.ts';
import { describeReadError, type OpenOptions, openDocument } from '../input/open-document.ts';
import { PointerGuard } from '../scan/pointer-guard.ts';
import type { CatalogueTable } from './catalogue.ts';
import { TableGatherer } from './table-gatherer.ts';

/** What one file gave. */
export interface ClassifiedFile {
  readonly tables: readonly CatalogueTable[];
  readonly problems: readonly InputProblem[];
}

/** Options of {@link classifyFile}. */
export interface ClassifyFileOptions extends OpenOptions {
  readonly packs: readonly ClassificationPack[];
  readonly classify: ClassifyOptions;
  readonly signal: AbortSignal;
}

const guard = new PointerGuard(createScanner({ minLikelihood: 'possible' }));
/** For names that are too short for the guard, such as 王小明. */
const scanner = createScanner();

const isData = (name: string): boolean =>
  guard.clean(appendPointer('', name)) === '/*' || scanner.scan(name).length > 0;

/** A table without a header has data for names: these are not shown. */
function hideData(table: TableClassification): TableClassification {
  return {
    ...table,
    name: isData(table.name) ? '*' : table.name,
    columns: table.columns.map((column, at) =>
      isData(column.name)
        ? { ...column, key: `/*${at + 1}`, name: `#${at + 1} (*)` }
        : { ...column, key: guard.clean(column.key) },
    ),
  };
}

/** Classifies the tables of a file, in bounded memory. What is no table is noted. */
export async function classifyFile(
  file: InputFile,
  options: ClassifyFileOptions,
): Promise<ClassifiedFile> {
  const { path } = file;
  const problems: InputProblem[] = [];
  const opened = await openDocument(file, options);
  try {
    if ('problem' in opened) return { tables: [], problems: [opened.problem] };
    const { document } = opened;
    if (['text', 'http', 'docx'].includes(document.format)) {
      problems.push({
        path,
        code: 'ERR_CLI_NO_TABLE',
        message: 'is no table: not classified',
        hint: 'yushu scan finds what is sensitive in text.',
        isNote: true,
      });
      return { tables: [], problems };
    }
    const gatherer = new TableGatherer(document.format, options.classify);
    let broken = 0;
    let isWhole = true;
    try {
      if (document.kind === 'office') {
        const { readXlsx } = await import('../input/read-xlsx.ts');
        const report = (message: string) =>
          void problems.push({ path, code: 'ERR_CLI_ARCHIVE', message });
        for await (const pieces of readXlsx(document.archive, report)) {
          if (options.signal.aborted) break;
          for (const piece of pieces) if (piece.kind === 'cell') gatherer.addSheetCell(piece.cell);
        }
      } else if (document.kind === 'table') {
        const report = (message: string) =>
          void problems.push({ path, code: 'ERR_CLI_RECORD', message });
        for await (const pieces of document.read(report)) {
          if (options.signal.aborted) break;
          for (const piece of pieces) if (piece.kind === 'cell') gatherer.addTableCell(piece.cell);
        }
      } else {
        const { delimiter, format } = document;
        const reader = createRecordReader(format as 'csv', {
          ...(delimiter === undefined ? {} : { delimiter }),
        });
        const take = (records: ReturnType<typeof reader.push>): void => {
          for (const record of records) {
            gatherer.addRecord(record);
            const { problem } = record;
            if (problem === undefined || problem.continued) continue;
            broken += 1;
            if (broken > 20) continue;
            const { line, column, message, expected } = problem;
            problems.push({
              path,
              code: 'ERR_CLI_RECORD',
              message: `${message}: expected ${expected}`,
              line,
              column,
            });
          }
        };
        for await (const chunk of document.chunks) {
          if (options.signal.aborted) break;
          take(reader.push(chunk));
          if (gatherer.full) {
            isWhole = false;
            break;
          }
        }
        if (isWhole) take(reader.end());
      }
    } catch (error) {
      problems.push(describeReadError(path, error, document.kind === 'office'));
      isWhole = false;
    }
    const tables = gatherer
      .finish(isWhole && broken === 0)
      .filter((table) => table.columns.length > 0)
      .map((table): CatalogueTable => {
        const shown = hideData(table);
        const gradings = options.packs.map((pack) => gradeTable(shown, pack));
        return { path, format: document.format, ...shown, gradings };
      });
    if (gatherer.tooMany) {
      problems.push({
        path,
        code: 'ERR_CLI_RECORD',
        message: 'more than 1,000 tables: the others were not classified',
      });
    }
    return { tables, problems };
  } finally {
    await opened.close();
  }
}
