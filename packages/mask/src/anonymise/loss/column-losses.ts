/**
 * Metrics that add up what each column loses: known from how often each value occurs, but for the rows that are suppressed.
 *
 * @module
 */
import { heightOf, type LatticeColumn } from '../engine/lattice-column.ts';
import { aggregate } from './aggregate.ts';
import { compileClassInformation } from './class-information.ts';
import type { CompiledLoss, LossContext, Transformed } from './compiled-loss.ts';
import type { Aggregate } from './loss-metric.ts';

/** For each column and level, a figure of the values and how often each occurs. */
function byLevel(
  { columns, marginals }: LossContext,
  figureOf: (column: LatticeColumn, level: number, marginal: Float64Array) => number,
): Float64Array[] {
  return columns.map((column, index) =>
    Float64Array.from(column.codes, (_, level) => figureOf(column, level, marginals[index]!)),
  );
}

/** The least that a column loses from each level on, since nothing says that a higher level loses more. */
function leastFrom(levels: Float64Array): Float64Array {
  const least = levels.slice();
  for (let level = least.length - 2; level >= 0; level -= 1) {
    least[level] = Math.min(least[level]!, least[level + 1]!);
  }
  return least;
}

interface ColumnLoss {
  /** By column, by level: what all rows lose. */
  readonly totals: readonly Float64Array[];
  /** How columns are put together. */
  readonly aggregate: Aggregate;
  /** What a column loses more by the rows that are suppressed: never less than 0. */
  suppress?(column: number, transformed: Transformed): number;
}

function compile(context: LossContext, loss: ColumnLoss): CompiledLoss {
  const least = loss.totals.map(leastFrom);
  const figures = new Float64Array(context.columns.length);
  return {
    boundOf(levels) {
      for (let column = 0; column < figures.length; column += 1) {
        figures[column] = least[column]![levels[column]!]!;
      }
      return aggregate(figures, loss.aggregate);
    },
    lossOf(transformed, enough) {
      for (let column = 0; column < figures.length; column += 1) {
        figures[column] = loss.totals[column]![transformed.levels[column]!]!;
      }
      if (transformed.suppressed > 0 && loss.suppress !== undefined) {
        for (let column = 0; column < figures.length; column += 1) {
          figures[column]! += loss.suppress(column, transformed);
          const least = aggregate(figures, loss.aggregate);
          if (least > enough) return least;
        }
      }
      return aggregate(figures, loss.aggregate);
    },
  };
}

/** By code of a column at its level: how many rows are suppressed. */
function countSuppressed(
  { table, outlying, outlyingSize, levels }: Transformed,
  { packed, columns }: LossContext,
  column: number,
): Float64Array {
  const counts = new Float64Array(columns[column]!.sizes[levels[column]!]!);
  const { word, shift, mask } = packed[column]!;
  const keys = table.words[word]!;
  for (let at = 0; at < outlyingSize; at += 1) {
    const index = outlying[at]!;
    counts[(keys[index]! >>> shift) & mask]! += table.counts[index]!;
  }
  return counts;
}

/** `loss` of the metrics. */
export function compileShareLoss(
  context: LossContext,
  suppression: number,
  by: Aggregate,
): CompiledLoss {
  const { columns, packed, rows } = context;
  // Both weigh the same at 0.5; below it suppression weighs less, above it generalisation does.
  const weight = suppression <= 0.5 ? 1 : 2 - 2 * suppression;
  const suppressed = suppression < 0.5 ? 2 * suppression : 1;
  // A row loses from nothing, where its value stands for itself, to 1, where it stands for the whole domain.
  const parts = columns.map(({ shares, domain }) =>
    shares.map((level) =>
      level.map((share) =>
        domain < 2 ? 0 : Math.max(0, (weight * (share * domain - 1)) / (domain - weight)),
      ),
    ),
  );
  const totals = byLevel(context, (column, level, marginal) => {
    const part = parts[columns.indexOf(column)]![level]!;
    let sum = 0;
    for (let value = 0; value < marginal.length; value += 1) {
      sum += marginal[value]! * part[column.codes[level]![value]!]!;
    }
    return sum / rows;
  });
  const figures = new Float64Array(columns.length);
  const compiled = compile(context, {
    totals,
    aggregate: by,
    suppress(column, transformed) {
      const part = parts[column]![transformed.levels[column]!]!;
      const counts = countSuppressed(transformed, context, column);
      let change = 0;
      for (let code = 0; code < counts.length; code += 1) {
        change += suppressed * counts[code]! * (1 - part[code]!);
      }
      return change / rows;
    },
  });
  return {
    ...compiled,
    growsWithSuppression: true,
    lossOfClass({ words }, index, levels) {
      for (let column = 0; column < figures.length; column += 1) {
        const { word, shift, mask } = packed[column]!;
        figures[column] =
          parts[column]![levels[column]!]![(words[word]![index]! >>> shift) & mask]!;
      }
      return aggregate(figures, by);
    },
  };
}

/** `entropy` of the metrics. */
export function compileEntropyLoss(
  context: LossContext,
  by: Aggregate,
  ignoresSuppression: boolean,
): CompiledLoss {
  const totals = byLevel(context, ({ codes, sizes }, level, marginal) => {
    const general = new Float64Array(sizes[level]!);
    for (let value = 0; value < marginal.length; value += 1) {
      general[codes[level]![value]!]! += marginal[value]!;
    }
    let bits = 0;
    for (let value = 0; value < marginal.length; value += 1) {
      const count = marginal[value]!;
      if (count > 0) bits -= count * Math.log2(count / general[codes[level]![value]!]!);
    }
    return bits;
  });
  if (ignoresSuppression) return compile(context, { totals, aggregate: by });
  return compile(context, {
    totals,
    aggregate: by,
    suppress(column, transformed) {
      let bits = 0;
      for (const count of countSuppressed(transformed, context, column)) {
        if (count > 0) bits -= count * Math.log2(count / transformed.suppressed);
      }
      return bits;
    },
  });
}

/** `precision` of the metrics. */
export function compilePrecisionLoss(context: LossContext, by: Aggregate): CompiledLoss {
  const totals = byLevel(context, (column, level) =>
    heightOf(column) === 0 ? 0 : level / heightOf(column),
  );
  return compile(context, {
    totals,
    aggregate: by,
    suppress(column, { levels, suppressed }) {
      return (suppressed / context.rows) * (1 - totals[column]![levels[column]!]!);
    },
  });
}

/** `height` of the metrics. */
export function compileHeightLoss(context: LossContext): CompiledLoss {
  return compile(context, { totals: byLevel(context, (_, level) => level), aggregate: 'sum' });
}

/** `entropy-based-loss` of the metrics. */
export function compileEntropyBasedLoss(context: LossContext): CompiledLoss {
  const { columns } = context;
  let most = 0;
  for (const { domain } of columns) most += Math.log10(domain);
  const logs = columns.map(({ shares }) => shares.map((share) => share.map(Math.log10)));
  // Of n columns, each adds log(share · domain) / most: 0 as it is, and 1 for all of them at the top.
  const weigh = (log: number, domain: number) =>
    most === 0 ? 0 : (log + Math.log10(domain)) / most;
  const totals = byLevel(context, (column, level, marginal) => {
    const log = logs[columns.indexOf(column)]![level]!;
    let sum = 0;
    for (let value = 0; value < marginal.length; value += 1) {
      sum += marginal[value]! * weigh(log[column.codes[level]![value]!]!, column.domain);
    }
    return sum;
  });
  const compiled = compile(context, {
    totals,
    aggregate: 'sum',
    suppress(column, transformed) {
      // A suppressed row loses 1 in all: each column the part that it can lose.
      const log = logs[column]![transformed.levels[column]!]!;
      const { domain } = columns[column]!;
      const all = most === 0 ? 0 : Math.log10(domain) / most;
      const counts = countSuppressed(transformed, context, column);
      let change = 0;
      for (let code = 0; code < counts.length; code += 1) {
        change += counts[code]! * (all - weigh(log[code]!, domain));
      }
      return change;
    },
  });
  return { ...compiled, lossOfClass: compileClassInformation(columns, context.packed) };
}
