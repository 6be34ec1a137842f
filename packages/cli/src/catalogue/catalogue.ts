import type { ClassificationPack, TableClassification, TableGrading } from '@yushu/detect/classify';
import type { InputProblem } from '../input/input-problem.ts';

/** A table of a file, classified and graded. */
export interface CatalogueTable extends TableClassification {
  /** The file. */
  readonly path: string;
  readonly format: string;
  /** One for each pack of the catalogue, in their order. */
  readonly gradings: readonly TableGrading[];
}

/** What `yushu classify` makes. It never holds a cell. */
export interface Catalogue {
  readonly version: string;
  /** ISO 8601. */
  readonly createdAt: string;
  readonly packs: readonly Pick<
    ClassificationPack,
    'id' | 'standard' | 'title' | 'grades' | 'classes'
  >[];
  readonly tables: readonly CatalogueTable[];
  readonly problems: readonly InputProblem[];
}
