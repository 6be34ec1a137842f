import { isDataSecurityError } from '@yushu/core';
import {
  appendPseudoColumn,
  createPseudoRows,
  createTableMarker,
  createTableTracer,
  findPseudoRows,
  planRelease,
} from '@yushu/watermark';
import { describe, expect, it } from 'vitest';
import { adultColumns, adultLike, seededRandom } from '../experiments/adult-like.ts';
import { experimentKey as key } from '../experiments/host.ts';

const rows = adultLike(3000);
const release = 'pseudo';
/** Degree and its number belong together. */
const groups = [[3, 4], [2], [12], [0], [13]];
const isValid = (row: readonly unknown[]) =>
  Number(row[0]) >= 17 && adultColumns.length === row.length;

describe('pseudo rows', () => {
  const pseudo = createPseudoRows({
    key,
    release,
    recipient: 'acme',
    rows,
    groups,
    count: 60,
    accepts: isValid,
  });
  const recipients = ['acme', 'globex'];

  it('pass the validator, and are recognised with the key alone', () => {
    expect(pseudo.every(isValid)).toBe(true);
    const { found, log10PValue, named } = findPseudoRows({
      key,
      release,
      rows: [...rows, ...pseudo],
      recipients,
    });
    expect(found.filter((row) => row >= rows.length).length).toBe(60);
    expect(log10PValue).toBeLessThan(-50);
    expect(named.map(({ recipient }) => recipient)).toEqual(['acme']);
  });

  it('show whose table it is after 90 % of the rows are gone', () => {
    const random = seededRandom(2);
    const left = [...rows, ...pseudo].filter(() => random() < 0.1);
    expect(findPseudoRows({ key, release, rows: left, recipients }).log10PValue).toBeLessThan(-3);
  });

  it('keep bound columns together', () => {
    const pairs = new Set(rows.map((row) => `${row[3]}/${row[4]}`));
    for (const row of pseudo) expect(pairs.has(`${row[3]}/${row[4]}`)).toBe(true);
  });

  it('are nothing to another key, and real rows are none', () => {
    expect(
      findPseudoRows({ key: new Uint8Array(32), release, rows: pseudo, recipients }).named,
    ).toEqual([]);
    expect(findPseudoRows({ key, release, rows, recipients }).named).toEqual([]);
  });

  it('are refused where the validator lets none pass', () => {
    try {
      createPseudoRows({
        key,
        release,
        recipient: 'acme',
        rows: rows.slice(0, 60),
        groups: [[0, 1, 2]],
        count: 60,
      });
      expect.unreachable();
    } catch (error) {
      expect(isDataSecurityError(error, 'ERR_WATERMARK_CAPACITY')).toBe(true);
    }
  });
});

describe('a pseudo column', () => {
  it('carries all marks, and no real cell changes', () => {
    const columns = [...adultColumns, 'score'];
    const wide = appendPseudoColumn(rows.slice(0, 1000), {
      key,
      release,
      min: 0,
      max: 100,
      decimals: 2,
    });
    const options = Object.fromEntries(
      columns.map((name) => [
        name,
        name === 'score' ? ({ kind: 'number', decimals: 2 } as const) : ('never' as const),
      ]),
    );
    const record = planRelease({ key, release, columns, rows: wide, options, budget: 0.04 });
    const marked = createTableMarker({ record, key, recipient: 'acme' }).mark(wide);
    expect(marked.map((row) => row.slice(0, -1))).toEqual(rows.slice(0, 1000));
    const tracer = createTableTracer({ record, key, columns });
    tracer.read(marked.slice(0, 400));
    expect(
      tracer.trace({ recipients: ['globex', 'acme'] }).named.map(({ recipient }) => recipient),
    ).toEqual(['acme']);
  });
});
