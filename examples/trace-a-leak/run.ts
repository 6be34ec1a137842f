/** Marks a table for 20 recipients, puts together and damages what three of them leak, and traces it. */
import {
  createTableMarker,
  createTableTracer,
  describeCapacity,
  planRelease,
} from '@yushu/watermark';

/** A seeded generator, so that this example prints the same each time. Keys come from systemRandom(32) of @yushu/core. */
let state = 7;
const random = () => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return state / 2 ** 32;
};

const key = new Uint8Array(32).fill(42);
const columns = ['order', 'city', 'channel', 'amount', 'weight'];
const cities = ['北京', '上海', '广州', '深圳', '杭州', '成都'];
const rows = Array.from({ length: 20_000 }, (_, at) => [
  `SO-${100_000 + at}`,
  cities[Math.floor(random() * cities.length)]!,
  random() < 0.6 ? 'app' : 'web',
  (random() * random() * 5000 + 10).toFixed(2),
  (random() * 30 + 0.1).toFixed(3),
]);

const record = planRelease({
  key,
  columns,
  rows,
  options: { order: 'key' },
  release: 'orders-2026',
  colluders: 3,
  budget: 0.1,
});
for (const line of describeCapacity(record, { recipients: 20 }).words.slice(0, 4))
  console.log(line);

const recipients = Array.from(
  { length: 20 },
  (_, at) => `partner-${String(at + 1).padStart(2, '0')}`,
);
const copies = new Map(
  recipients.map(
    (recipient) => [recipient, createTableMarker({ record, key, recipient }).mark(rows)] as const,
  ),
);

// Three partners mix their copies row by row, delete 80 % of the rows and the order number, rename and reorder columns, and shuffle.
const colluders = ['partner-04', 'partner-11', 'partner-17'];
const leaked = rows
  .map((_, at) => copies.get(colluders[Math.floor(random() * 3)]!)![at]!)
  .filter(() => random() < 0.2)
  .map((row) => [row[4], row[1], row[3], row[2]])
  .sort(() => random() - 0.5);

const tracer = createTableTracer({ record, key, columns: ['kg', 'place', 'total', 'source'] });
tracer.read(leaked);
const { verdict, named, marks } = tracer.trace({ recipients });
console.log(`${leaked.length} rows, ${marks} marks: ${verdict}`);
for (const { recipient, log10FalseAccusation } of named)
  console.log(
    `${recipient}: an innocent named with probability below 1e${Math.ceil(log10FalseAccusation)}`,
  );

const unmarked = createTableTracer({ record, key, columns });
unmarked.read(rows);
console.log(`the original: ${unmarked.trace({ recipients }).verdict}`);
