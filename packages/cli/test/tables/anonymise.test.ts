import { describe, expect, test } from 'vitest';
import { run } from '../scan/command.ts';
import { runSql } from './parquet.ts';
import { usePlace } from './place.ts';

const place = usePlace();

const people = [
  'name,age,postcode,diagnosis',
  ...Array.from(
    { length: 60 },
    (_, at) =>
      `p${at},${20 + ((at * 7) % 50)},3100${10 + (at % 20)},${['flu', 'gout', 'asthma'][at % 3]}`,
  ),
].join('\n');

const quasi = [
  '--quasi',
  'age=intervals:5,10,20',
  '--quasi',
  'postcode=prefix:5,4',
  '--remove',
  'name',
];

/** Sizes of the classes of a CSV without quotes. */
function classSizes(text: string, columns: readonly number[]): number[] {
  const counts = new Map<string, number>();
  for (const line of text.trim().split('\n').slice(1)) {
    const cells = line.split(',');
    const key = columns.map((column) => cells[column]).join();
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts.values()];
}

describe('yushu anonymise', () => {
  test('writes a table in which nobody stands out, and tells the risk before and after', async () => {
    const input = await place.write('p.csv', people);
    const output = place.path('p.out.csv');
    const report = place.path('p.json');
    const args = ['anonymise', input, ...quasi, '--k', '4', '--sensitive', 'diagnosis', '--l', '2'];
    const {
      code,
      err: stderr,
      out: stdout,
    } = await run([...args, '-o', output, '--report', report]);
    expect([code, stdout]).toEqual([0, '']);
    expect(stderr).toContain('smallest class (k)');
    const text = await place.read('p.out.csv');
    expect(Math.min(...classSizes(text, [1, 2]))).toBeGreaterThanOrEqual(4);
    expect(text).not.toMatch(/\np[0-9]/);
    const { before, after, isOptimal, suppressed } = JSON.parse(await place.read('p.json')) as {
      before: { k: number };
      after: { k: number; distinctL: number; rows: number };
      isOptimal: boolean;
      suppressed: number;
    };
    expect(before.k).toBe(1);
    expect(after.k).toBe(Math.min(...classSizes(text, [1, 2])));
    expect(after.distinctL).toBeGreaterThanOrEqual(2);
    expect([isOptimal, after.rows + suppressed]).toEqual([true, 60]);
  });

  test('writes a report for people that holds no value', async () => {
    const input = await place.write('h.csv', people.replace('name', '<b>name'));
    const report = place.path('h.html');
    const args = ['anonymise', input, '--quasi', 'age', '--quasi', 'postcode', '--k', '3'];
    expect((await run([...args, '--report', report])).code).toBe(0);
    const page = await place.read('h.html');
    expect(page).toContain('&lt;b&gt;name');
    expect(page).not.toContain('<b>name');
    expect(page).not.toMatch(/gout|31001/);
  });

  test('keeps more with local recoding, and still nobody stands out', async () => {
    const input = await place.write('local.csv', people);
    const losses: number[] = [];
    for (const local of [[], ['--local']]) {
      const name = local[0] ?? 'whole';
      const output = place.path(`${name}.out.csv`);
      const report = place.path(`${name}.json`);
      const args = ['anonymise', input, ...quasi, '--k', '3', '--max-suppressed', '10%', ...local];
      const files = ['-o', output, '--report', report];
      const { code, err } = await run([...args, ...files]);
      expect(code).toBe(0);
      const text = await place.read(`${name}.out.csv`);
      expect(Math.min(...classSizes(text, [1, 2]))).toBeGreaterThanOrEqual(3);
      const { loss, rounds } = JSON.parse(await place.read(`${name}.json`)) as {
        loss: number;
        rounds?: readonly { rows: number }[];
      };
      losses.push(loss);
      if (local.length > 0 && rounds !== undefined) expect(err).toContain('rows by round');
    }
    expect(losses[1]!).toBeLessThanOrEqual(losses[0]!);
  });

  test('says which columns still tell who it is', async () => {
    const input = await place.write('i.csv', people);
    const { err: stderr } = await run(['anonymise', input, '--quasi', 'age', '--k', '3']);
    expect(stderr).toContain('nearly each value the only one: name');
  });

  test('takes NDJSON, and what cannot be read is left out', async () => {
    const lines = Array.from({ length: 20 }, (_, at) =>
      JSON.stringify({ age: 20 + (at % 10), ok: true }),
    );
    const input = await place.write('n.ndjson', `${[...lines, '{broken'].join('\n')}\n`);
    const { code, out: stdout } = await run([
      'anonymise',
      input,
      '--quasi',
      'age=intervals:5',
      '--k',
      '2',
      '-o',
      '-',
      '-q',
    ]);
    expect(code).toBe(3);
    expect(stdout.trim().split('\n').length).toBe(20);
    expect(stdout).not.toContain('broken');
  });

  test('takes Parquet', async () => {
    const input = place.path('a.parquet');
    const output = place.path('a.out.parquet');
    await runSql(
      `COPY (SELECT (20 + i % 13)::INTEGER AS age, 'n' || i AS name FROM range(50) t(i)) TO '${input}' (FORMAT parquet)`,
    );
    const { code } = await run([
      'anonymise',
      input,
      '--quasi',
      'age=intervals:5,10',
      '--k',
      '5',
      '--remove',
      'name',
      '-o',
      output,
    ]);
    expect(code).toBe(0);
    const { rows } = await runSql(
      `SELECT min(c), count(*) FROM (SELECT age, count(*) AS c FROM read_parquet('${output}') GROUP BY age)`,
    );
    expect(Number(rows[0]![0])).toBeGreaterThanOrEqual(5);
  });

  test('reads hierarchies from a file', async () => {
    const input = await place.write('t.csv', 'city\n杭州市\n宁波市\n保定市\n石家庄市\n');
    const table = await place.write(
      'cities.csv',
      '杭州市,浙江省,*\n宁波市,浙江省,*\n保定市,河北省,*\n石家庄市,河北省,*\n',
    );
    const args = [
      'anonymise',
      input,
      '--quasi',
      `city=table:${table}`,
      '--k',
      '2',
      '-o',
      '-',
      '-q',
    ];
    expect((await run(args)).out).toBe('city\n浙江省\n浙江省\n河北省\n河北省\n');
    const short = await place.write('short.csv', '杭州市,浙江省,*\n');
    const { code, err: stderr } = await run([
      'anonymise',
      input,
      '--quasi',
      `city=table:${short}`,
      '--k',
      '2',
    ]);
    expect(code).toBe(3);
    expect(stderr).toContain('row 2');
    expect(stderr).not.toContain('宁波市');
  });

  test('writes nothing where no combination is anonymous enough', async () => {
    const input = await place.write('x.csv', 'a\n1\n2\n');
    const output = await place.write('x.out', 'old');
    const { code, err: stderr } = await run([
      'anonymise',
      input,
      '--quasi',
      'a',
      '--k',
      '5',
      '--max-suppressed',
      '0',
      '-o',
      output,
    ]);
    expect(code).toBe(3);
    expect(stderr).toContain('no combination of levels');
    expect(await place.read('x.out')).toBe('old');
  });

  test.each([
    [['--quasi', 'a'], 'how anonymous'],
    [['--k', '5'], 'by which columns'],
    [['--quasi', 'a', '--k', 'many'], 'is no number'],
    [['--quasi', 'a', '--k', '0'], 'Option k'],
    [['--quasi', 'a', '--k', '2.5'], 'Option k'],
    [['--quasi', 'a', '--k', '2', '--max-suppressed', '120%'], 'no part of the rows'],
    [['--quasi', 'a', '--k', '2', '--max-suppressed', ''], 'is no number'],
    [['--quasi', 'a', '--l', '2'], 'sensitive column'],
    [['--quasi', 'a', '--k', '2', '--sensitive', 'b', '--c', '2'], '--c goes with --l'],
    [['--quasi', 'a', '--k', '2', '--sensitive', 'a'], 'named twice'],
    [['--quasi', 'a', '--quasi', 'a', '--k', '2'], 'named twice'],
    [['--quasi', 'z', '--k', '2'], 'has no column z'],
    [['--quasi', 'a', '--remove', 'z', '--k', '2'], 'has no column z'],
    [['--quasi', 'a=unknown:1', '--k', '2'], 'cannot be read'],
    [['--quasi', 'a=intervals:', '--k', '2'], 'widths'],
    [['--quasi', 'a=intervals:5,7', '--k', '2'], 'widths'],
    [['--quasi', 'a=prefix:x', '--k', '2'], 'keep'],
    [['--quasi', 'a=dates:week', '--k', '2'], 'steps'],
    [['--quasi', 'a=table:no-such-file.csv', '--k', '2'], 'cannot be read'],
    [['--quasi', 'a', '--k', '2', '--report', 'r.txt'], 'neither .json nor .html'],
    [['--quasi', 'a', '--k', '2', '--metric', 'beauty'], 'metric'],
  ])('refuses %j', async (args, message) => {
    const input = await place.write('u.csv', 'a,b\n1,x\n2,y\n');
    const { code, err: stderr, out: stdout } = await run(['anonymise', input, ...args]);
    expect(stderr).toContain(message);
    expect([code, stdout]).toEqual([2, '']);
  });

  test('refuses standard input, what is no table, what is not there, and to write over its input', async () => {
    const input = await place.write('o.csv', 'a\n1\n1\n');
    const text = await place.write('o.txt', 'just words, no table');
    const asked = ['--quasi', 'a', '--k', '2'];
    expect((await run(['anonymise', '-', ...asked])).code).toBe(2);
    expect((await run(['anonymise', text, ...asked])).code).toBe(2);
    expect((await run(['anonymise', place.path('none.csv'), ...asked])).code).toBe(3);
    expect((await run(['anonymise', input, ...asked, '-o', input])).code).toBe(2);
    expect((await run(['anonymise', await place.write('e.csv', ''), ...asked])).code).toBe(3);
  });
});
