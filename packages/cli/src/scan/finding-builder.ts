import { type Decide, describeCategory, type Finding } from '@yushu/core';
import { createScanner } from '@yushu/detect';
import type { FileFinding } from './file-finding.ts';
import type { FindingPlace } from './locate-finding.ts';
import { maskPreview } from './mask-preview.ts';
import { PointerGuard } from './pointer-guard.ts';

/** Where a finding stands in its file. */
export interface FilePlace extends FindingPlace {
  /** JSON Pointer of the field it stands in. */
  readonly pointer?: string | undefined;
  /** Name of that field, for the policy. */
  readonly name?: string | undefined;
}

/** Makes findings in files of findings in texts. */
export class FindingBuilder {
  private readonly decide: Decide | undefined;
  private readonly hasPreview: boolean;
  private readonly guard = new PointerGuard(createScanner({ minLikelihood: 'possible' }));

  constructor(decide: Decide | undefined, hasPreview: boolean) {
    this.decide = decide;
    this.hasPreview = hasPreview;
  }

  /** @param value - the text that was found; only a masked preview of it can come out. */
  build(path: string, finding: Finding, place: FilePlace, value: () => string): FileFinding {
    const { category, detector, score, likelihood, evidence } = finding;
    const { start, end, line, column, endLine, endColumn, pointer, name } = place;
    const { level } = describeCategory(category);
    const decision = this.decide?.({
      category,
      level,
      ...(name === undefined ? {} : { column: name }),
      ...(pointer === undefined ? {} : { path: pointer }),
    });
    return {
      path,
      category,
      start,
      end,
      line,
      column,
      endLine,
      endColumn,
      likelihood,
      score,
      level,
      detector,
      evidence,
      ...(pointer === undefined ? {} : { pointer: this.guard.clean(pointer) }),
      ...(this.hasPreview ? { preview: maskPreview(value()) } : {}),
      ...(decision === undefined ? {} : { action: decision.action.kind, rule: decision.rule }),
    };
  }
}
