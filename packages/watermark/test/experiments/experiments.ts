import { createTableMarker, createTableTracer } from '@yushu/watermark';
import { createMarkingStream } from '@yushu/watermark/documents';
import { adultColumns, seededRandom } from './adult-like.ts';
import {
  alterCells,
  collude,
  correlationAttack,
  deleteRows,
  keepColumns,
  type Strategy,
  shuffle,
} from './attacks.ts';
import {
  adultHost,
  copyFor,
  experimentKey,
  type Host,
  manyRowsHost,
  type Row,
  recipientIds,
  traceRows,
} from './host.ts';
import { forged, innocents, tails } from './innocents.ts';
import { hosts } from './table-hosts.ts';

type Result = Readonly<Record<string, unknown>>;
type Experiment = (scale: number) => Result | Promise<Result>;

const guilty = 'recipient-7';
const log10 = (value: number) => Number(value.toFixed(1));

function traceOne(host: Host, rows: readonly Row[], recipients: number): Result {
  const { named, marks, strongest } = traceRows(host, rows, { recipients });
  return {
    named: named.map(({ recipient }) => recipient),
    right: named.length === 1 && named[0]!.recipient === guilty,
    log10FalseAccusation: log10(strongest[0]!.log10FalseAccusation),
    marks,
  };
}

/** Rows deleted, shuffled, columns in another order and renamed. */
const deletion: Experiment = (scale) => {
  const host = adultHost('safe');
  const copy = copyFor(host, guilty);
  const recipients = Math.max(1000, Math.round(1e6 * scale));
  const random = seededRandom(11);
  return {
    recipients,
    cases: [0.5, 0.9, 0.95, 0.98, 0.99].map((deleted) => ({
      deleted,
      ...traceOne(host, shuffle(deleteRows(copy, deleted, random), random), recipients),
    })),
  };
};

/** 90 % of the rows deleted, then cells replaced by others of their column. */
const alteration: Experiment = (scale) => {
  const host = adultHost('safe');
  const copy = copyFor(host, guilty);
  const random = seededRandom(12);
  const recipients = Math.max(1000, Math.round(1e6 * scale));
  return {
    recipients,
    cases: [0.2, 0.4, 0.6].map((altered) => ({
      altered,
      ...traceOne(
        host,
        shuffle(alterCells(deleteRows(copy, 0.9, random), altered, random), random),
        recipients,
      ),
    })),
  };
};

/** A random half of the columns dropped, for both settings. Bounds are for one of 10⁶ recipients. */
const columnDrop: Experiment = (scale) => {
  const trials = Math.max(4, Math.round(40 * scale));
  const cases = (['safe', 'named'] as const).map((setting) => {
    const host = adultHost(setting);
    const copy = copyFor(host, guilty);
    const random = seededRandom(13);
    const outcomes = Array.from({ length: trials }, () => {
      const { rows, kept } = keepColumns(copy, 7, random);
      const weight = kept.includes(2);
      try {
        // Ten recipients asked, but named only where 10⁶ of them would not make the bound false.
        const { named } = traceRows(host, rows, {
          recipients: 10,
          falseAccusation: 1e-9 * (10 / 1e6),
        });
        return { weight, right: named.length === 1 && named[0]!.recipient === guilty };
      } catch {
        return { weight, right: false };
      }
    });
    const share = (list: readonly { right: boolean }[]) =>
      `${list.filter(({ right }) => right).length}/${list.length}`;
    return {
      setting,
      all: share(outcomes),
      withFnlwgt: share(outcomes.filter(({ weight }) => weight)),
      withoutFnlwgt: share(outcomes.filter(({ weight }) => !weight)),
    };
  });
  return { dropped: 7, of: adultColumns.length, trials, cases };
};

const strategies: readonly Strategy[] = ['rows', 'cells', 'majority', 'minority', 'lowest', 'coin'];

function collusionOf(colluders: number, deleted: number, trials: number): Result {
  const host = adultHost('safe');
  const random = seededRandom(14 + colluders);
  let innocents = 0;
  const cases = strategies.map((strategy) => {
    let caught = 0;
    let recall = 0;
    for (let trial = 0; trial < trials; trial += 1) {
      const ids = Array.from({ length: colluders }, (_, at) => `recipient-${trial * 31 + at}`);
      const copies = ids.map((id) => copyFor(host, id));
      const leaked = shuffle(
        deleteRows(collude(copies, strategy, random), deleted, random),
        random,
      );
      const { named } = traceRows(host, leaked, { recipients: 1000, falseAccusation: 1e-12 });
      const right = named.filter(({ recipient }) => ids.includes(recipient)).length;
      innocents += named.length - right;
      recall += right / colluders / trials;
      caught += right > 0 ? 1 : 0;
    }
    return { strategy, caught: `${caught}/${trials}`, recall: Number(recall.toFixed(2)) };
  });
  // 1,000 recipients at 1e-12 have the bound of 10⁶ at 1e-9.
  return { colluders, deleted, trials, innocentsNamed: innocents, cases };
}

/** Five colluders, half of the rows deleted. */
const collusion5: Experiment = (scale) => collusionOf(5, 0.5, Math.max(1, Math.round(3 * scale)));
/** Ten colluders, nothing deleted. */
const collusion10: Experiment = (scale) => collusionOf(10, 0, Math.max(1, Math.round(3 * scale)));

/** The share of a recipient's score that the attack of Ji et al. takes. */
const correlation: Experiment = () => ({
  cases: (['safe', 'named'] as const).map((setting) => {
    const host = adultHost(setting);
    const copy = copyFor(host, guilty);
    const { rows, changed } = correlationAttack(copy, host.rows, 0.142);
    const before = traceRows(host, copy, { recipients: 100 }).strongest[0]!;
    const after = traceRows(host, rows, { recipients: 100 }).strongest[0]!;
    return {
      setting,
      changedCells: Number((changed / (copy.length * adultColumns.length)).toFixed(4)),
      log10BoundBefore: log10(before.log10Bound),
      log10BoundAfter: log10(after.log10Bound),
      // The bound's logarithm grows with the square of the score's height above innocents.
      scoreLoss: Number((1 - Math.sqrt(after.log10Bound / before.log10Bound)).toFixed(4)),
    };
  }),
});

/** A table of 1,000 rows of which 90 % are deleted, by budget. */
const thousandRows: Experiment = (scale) => {
  const trials = Math.max(5, Math.round(40 * scale));
  return {
    trials,
    cases: [0.02, 0.03, 0.04].map((budget) => {
      const host = adultHost('safe', 1000, 3, { colluders: 1, budget });
      const random = seededRandom(16);
      const named = (recipients: number, falseAccusation: number) => {
        let right = 0;
        for (let trial = 0; trial < trials; trial += 1) {
          const copy = copyFor(host, `recipient-${trial % 100}`);
          const left = shuffle(deleteRows(copy, 0.9, random), random);
          // A hundred are asked; the bound is that of all.
          const result = traceRows(host, left, {
            recipients: 100,
            falseAccusation: (falseAccusation * 100) / recipients,
          });
          if (
            result.named.length === 1 &&
            result.named[0]!.recipient === `recipient-${trial % 100}`
          )
            right += 1;
        }
        return `${right}/${trials}`;
      };
      return { budget, of1000At1e6: named(1000, 1e-6), of1e6At1e9: named(1e6, 1e-9) };
    }),
  };
};

/** Means, changed cells and the rules of the numbers. */
const fidelity: Experiment = () => ({
  cases: (['safe', 'named'] as const).map((setting) => {
    const host = adultHost(setting);
    const copy = copyFor(host, guilty);
    const changed = copy.reduce(
      (sum, row, at) => sum + row.filter((cell, column) => cell !== host.rows[at]![column]).length,
      0,
    );
    const shifts = adultColumns.flatMap((_, column) => {
      const values = host.rows.map((row) => Number(row[column]));
      if (!values.every(Number.isFinite)) return [];
      const sum = values.reduce((a, b) => a + b, 0);
      const after = copy.reduce((a, row) => a + Number(row[column]), 0);
      return [Math.abs(after / sum - 1)];
    });
    // Over 64 bins of equal count, as for other continuous columns; exact for the others.
    const hellinger = adultColumns.map((name, column) => {
      const counts = new Map<string, [number, number]>();
      const bin = (cell: string) =>
        name === 'fnlwgt' ? String(Math.floor(Number(cell) / 8192)) : cell;
      for (const [at, row] of host.rows.entries()) {
        const one = counts.get(bin(row[column]!)) ?? [0, 0];
        one[0] += 1;
        counts.set(bin(row[column]!), one);
        const other = counts.get(bin(copy[at]![column]!)) ?? [0, 0];
        other[1] += 1;
        counts.set(bin(copy[at]![column]!), other);
      }
      const n = host.rows.length;
      return Math.sqrt(
        [...counts.values()].reduce(
          (sum, [a, b]) => sum + (Math.sqrt(a / n) - Math.sqrt(b / n)) ** 2,
          0,
        ) / 2,
      );
    });
    return {
      setting,
      changedCells: Number((changed / (copy.length * adultColumns.length)).toFixed(5)),
      mostMeanShift: Number(Math.max(...shifts).toExponential(1)),
      mostHellinger: Number(Math.max(...hellinger).toFixed(5)),
    };
  }),
});

const rowsEachSecond = (rows: number, started: NodeJS.CpuUsage) => {
  const { user, system } = process.cpuUsage(started);
  return Math.round(rows / ((user + system) / 1e6));
};

/** Marks rows over and over, in batches; without parsing and writing. */
function embedRows({ record, rows }: Host, total: number): number {
  const marker = createTableMarker({ record, key: experimentKey, recipient: guilty });
  const started = process.cpuUsage();
  for (let done = 0; done < total; done += 1024) {
    const start = done % (rows.length - 1024);
    marker.mark(rows.slice(start, start + 1024));
  }
  return rowsEachSecond(total, started);
}

/** Marks the same as a CSV text, parsed and written again, in pieces of 64 KiB. */
async function embedCsv({ record, rows }: Host, total: number): Promise<number> {
  const text = rows.map((row) => `${row.join()}\n`).join('');
  const stream = createMarkingStream({
    record,
    key: experimentKey,
    recipient: guilty,
    format: 'csv',
  });
  const writer = stream.writable.getWriter();
  const started = process.cpuUsage();
  const reading = stream.readable.pipeTo(new WritableStream());
  await writer.write(`${adultColumns.join()}\n`);
  let done = 0;
  for (; done < total; done += rows.length)
    for (let at = 0; at < text.length; at += 65_536)
      await writer.write(text.slice(at, at + 65_536));
  await writer.close();
  await reading;
  if (stream.summary().rows !== done) throw new Error('rows are missing');
  return rowsEachSecond(done, started);
}

/** Rows marked each second of processor time, one thread; beforehand it is looked whether such a copy names who it was given to. */
const embedSpeed: Experiment = async (scale) => {
  const total = Math.max(50_000, Math.round(1e6 * scale));
  const cases: Result[] = [];
  for (const setting of ['safe', 'named'] as const) {
    const host = adultHost(setting);
    cases.push({
      setting,
      ...traceOne(host, copyFor(host, guilty), 1000),
      rowsEachSecond: embedRows(host, total),
      rowsEachSecondAsCsv: await embedCsv(host, total),
    });
  }
  return { rows: total, cases };
};

/** 10⁶ rows traced against 10⁶ recipients, one thread. */
const traceSpeed: Experiment = (scale) => {
  const count = Math.max(20_000, Math.round(1e6 * scale));
  const { rows, record } = manyRowsHost(count);
  const copy = copyFor({ columns: adultColumns, rows, record }, guilty);
  const started = process.cpuUsage();
  const tracer = createTableTracer({
    record,
    key: experimentKey,
    columns: adultColumns.map((_, at) => `field ${at + 1}`),
  });
  for (let start = 0; start < copy.length; start += 8192)
    tracer.read(copy.slice(start, start + 8192));
  const read = process.cpuUsage(started);
  const { named, marks } = tracer.trace({ recipients: recipientIds(count), decoys: 1000 });
  const all = process.cpuUsage(started);
  const seconds = ({ user, system }: NodeJS.CpuUsage) => Number(((user + system) / 1e6).toFixed(1));
  return {
    rows: count,
    recipients: count,
    marks,
    named: named.map(({ recipient }) => recipient),
    cpuSecondsToRead: seconds(read),
    cpuSecondsToTrace: seconds(all),
  };
};

/** The experiments by name. */
export const experiments: Readonly<Record<string, Experiment>> = {
  deletion,
  alteration,
  columnDrop,
  collusion5,
  collusion10,
  innocents,
  forged,
  tails,
  correlation,
  thousandRows,
  hosts,
  fidelity,
  embedSpeed,
  traceSpeed,
};
