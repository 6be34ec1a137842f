import type { RiskReport } from '@yushu/mask/risk';

/** Figures of a table, for the report. Risks are probabilities. */
export interface RiskFigures {
  readonly rows: number;
  readonly classes: number;
  readonly k: number;
  readonly uniqueness: number;
  readonly highestRisk: number;
  readonly averageRisk: number;
  /** Part of the rows whose risk is above a fifth: in classes of fewer than five. */
  readonly rowsAbove20Percent: number;
  readonly distinctL?: number;
  readonly t?: number;
}

/** The figures of a census. */
export function riskFiguresOf(report: RiskReport): RiskFigures {
  const { rows, classes, k, uniqueness, highestRisk, averageRisk, sensitive } = report;
  return {
    rows,
    classes,
    k,
    uniqueness,
    highestRisk,
    averageRisk,
    rowsAbove20Percent: report.rowsAtRisk(0.2),
    ...(sensitive === undefined ? {} : { distinctL: sensitive.distinctL, t: sensitive.t }),
  };
}

/** What `yushu anonymise` did, as it stands in a JSON report. */
export interface AnonymisationReport {
  readonly version: string;
  readonly createdAt: string;
  readonly file: string;
  readonly output?: string;
  readonly quasiIdentifiers: readonly {
    readonly column: string;
    readonly level?: number;
    readonly height?: number;
    /** Part of the domain that a value stands for, 0 (as it was) to 1 (`*`). */
    readonly generalised?: number;
  }[];
  readonly sensitive?: string;
  readonly removed: readonly string[];
  /** Columns that are in the output as they were, and in which nearly each value is the only one. */
  readonly identifying: readonly string[];
  readonly models: readonly unknown[];
  readonly metric: string;
  readonly loss?: number;
  readonly isOptimal?: boolean;
  readonly transformations?: number;
  readonly checked?: number;
  /** With local recoding, levels and rows of each round. */
  readonly rounds?: readonly {
    readonly levels: Readonly<Record<string, number>>;
    readonly rows: number;
  }[];
  readonly suppressed?: number;
  readonly withheld: number;
  readonly before: RiskFigures;
  readonly after?: RiskFigures;
}
