/**
 * A seeded table with the published shape of UCI Adult's training part (B. Becker and R. Kohavi, 1996): 32,561 rows, its columns, the
 * counts of its categories, its degree numbers that follow from degrees, and the strongest of its dependencies.
 *
 * @module
 */

/** A seeded generator of numbers from 0 to below 1 (Mulberry32). For tables and attacks, never for keys. */
export function seededRandom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Columns of Adult, the label last. */
export const adultColumns = [
  'age',
  'workclass',
  'fnlwgt',
  'education',
  'education-num',
  'marital-status',
  'occupation',
  'relationship',
  'race',
  'sex',
  'capital-gain',
  'capital-loss',
  'hours-per-week',
  'native-country',
] as const;

type Counts = Readonly<Record<string, number>>;

const workclass: Counts = {
  Private: 22696,
  'Self-emp-not-inc': 2541,
  'Local-gov': 2093,
  '?': 1836,
  'State-gov': 1298,
  'Self-emp-inc': 1116,
  'Federal-gov': 960,
  'Without-pay': 14,
  'Never-worked': 7,
};
const degrees: readonly (readonly [string, number, number])[] = [
  ['Preschool', 1, 51],
  ['1st-4th', 2, 168],
  ['5th-6th', 3, 333],
  ['7th-8th', 4, 646],
  ['9th', 5, 514],
  ['10th', 6, 933],
  ['11th', 7, 1175],
  ['12th', 8, 433],
  ['HS-grad', 9, 10501],
  ['Some-college', 10, 7291],
  ['Assoc-voc', 11, 1382],
  ['Assoc-acdm', 12, 1067],
  ['Bachelors', 13, 5355],
  ['Masters', 14, 1723],
  ['Prof-school', 15, 576],
  ['Doctorate', 16, 413],
];
const occupation: Counts = {
  'Prof-specialty': 4140,
  'Craft-repair': 4099,
  'Exec-managerial': 4066,
  'Adm-clerical': 3770,
  Sales: 3650,
  'Other-service': 3295,
  'Machine-op-inspct': 2002,
  '?': 1843,
  'Transport-moving': 1597,
  'Handlers-cleaners': 1370,
  'Farming-fishing': 994,
  'Tech-support': 928,
  'Protective-serv': 649,
  'Priv-house-serv': 149,
  'Armed-Forces': 9,
};
const race: Counts = {
  White: 27816,
  Black: 3124,
  'Asian-Pac-Islander': 1039,
  'Amer-Indian-Eskimo': 311,
  Other: 271,
};
const country: Counts = {
  'United-States': 29170,
  Mexico: 643,
  '?': 583,
  Philippines: 198,
  Germany: 137,
  Canada: 121,
  'Puerto-Rico': 114,
  'El-Salvador': 106,
  India: 100,
  Cuba: 95,
  England: 90,
  Jamaica: 81,
  South: 80,
  China: 75,
  Italy: 73,
  'Dominican-Republic': 70,
  Vietnam: 67,
  Guatemala: 64,
  Japan: 62,
  Poland: 60,
  Columbia: 59,
  Taiwan: 51,
  Haiti: 44,
  Iran: 43,
  Portugal: 37,
  Nicaragua: 34,
  Peru: 31,
  Greece: 29,
  France: 29,
  Ecuador: 28,
  Ireland: 24,
  Hong: 20,
  Cambodia: 19,
  'Trinadad&Tobago': 19,
  Laos: 18,
  Thailand: 18,
  Yugoslavia: 16,
  'Outlying-US(Guam-USVI-etc)': 14,
  Honduras: 13,
  Hungary: 13,
  Scotland: 12,
  'Holand-Netherlands': 1,
};
const hours: Counts = {
  40: 15217,
  50: 2819,
  45: 1824,
  60: 1475,
  35: 1297,
  20: 1224,
  30: 1149,
  55: 694,
  25: 674,
  48: 517,
  38: 476,
  15: 404,
  70: 291,
  10: 278,
  32: 266,
  24: 252,
  65: 244,
  36: 220,
  42: 219,
  44: 212,
  16: 205,
  12: 173,
  43: 151,
  37: 149,
  8: 145,
  52: 138,
  80: 133,
  56: 97,
  28: 86,
  99: 85,
  46: 82,
  47: 49,
};

function drawer<Value>(
  entries: readonly (readonly [Value, number])[],
  random: () => number,
): (weigh?: (value: Value) => number) => Value {
  return (weigh = () => 1) => {
    const weights = entries.map(([value, count]) => count * weigh(value));
    let left = random() * weights.reduce((sum, one) => sum + one, 0);
    const at = weights.findIndex((weight) => {
      left -= weight;
      return left < 0;
    });
    return entries.at(at)![0];
  };
}

/** Rows of the table, all cells as text. */
export function adultLike(rowCount = 32_561, seed = 1): string[][] {
  const random = seededRandom(seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const drawWork = drawer(Object.entries(workclass), random);
  const drawDegree = drawer(
    degrees.map((degree) => [degree, degree[2]] as const),
    random,
  );
  const drawJob = drawer(Object.entries(occupation), random);
  const drawRace = drawer(Object.entries(race), random);
  const drawCountry = drawer(Object.entries(country), random);
  // The rarer hours, about 400 rows in all.
  const rare = Array.from({ length: 99 }, (_, at) => String(at + 1)).filter(
    (one) => !(one in hours),
  );
  const drawHours = drawer(
    [...Object.entries(hours), ...rare.slice(0, 62).map((one) => [one, 8] as const)],
    random,
  );
  // 118 gains and 91 losses beside 0, the commonest of them far ahead.
  const oneOf = (count: number, lowest: number, step: number) =>
    lowest + step * Math.floor(count * random() ** 2.5);
  const professional = new Set(['Prof-specialty', 'Exec-managerial', 'Tech-support']);
  // Weights of the census are shared by the people of one sampling cell: about two thirds of them are different.
  const weights = Array.from({ length: Math.ceil(rowCount * 1.05) }, () =>
    String(Math.round(Math.min(1_484_705, Math.max(12_285, Math.exp(12.02 + 0.52 * normal()))))),
  );
  return Array.from({ length: rowCount }, () => {
    const age = Math.round(
      Math.min(90, 17 + 73 * (random() ** 1.15 * 0.62 + 0.12 * Math.abs(normal()))),
    );
    const work = drawWork();
    const [degree, level] = drawDegree(([, number]) => (age < 19 && number > 10 ? 0.02 : 1));
    const job =
      work === '?'
        ? '?'
        : drawJob((name) =>
            name === '?' ? 0 : professional.has(name) === level >= 13 ? 2.4 : 0.6,
          );
    const sex =
      random() < (job === 'Adm-clerical' || job === 'Other-service' ? 0.42 : 0.72)
        ? 'Male'
        : 'Female';
    const settled = Math.min(0.75, Math.max(0.02, (age - 18) / 22));
    const married = random() < settled * (sex === 'Male' ? 0.85 : 0.4);
    const single = random() < Math.max(0.25, 1.25 - age / 40);
    const status = married
      ? 'Married-civ-spouse'
      : single
        ? 'Never-married'
        : random() < 0.72
          ? 'Divorced'
          : age > 60 && random() < 0.7
            ? 'Widowed'
            : random() < 0.7
              ? 'Separated'
              : 'Married-spouse-absent';
    const relation = married
      ? sex === 'Male'
        ? 'Husband'
        : 'Wife'
      : age < 27 && random() < 0.6
        ? 'Own-child'
        : random() < 0.62
          ? 'Not-in-family'
          : random() < 0.78
            ? 'Unmarried'
            : 'Other-relative';
    const gains = random();
    const gain = gains < 0.083 ? oneOf(118, 2105, 173) : 0;
    const loss = gains > 0.953 ? oneOf(91, 1485, 31) : 0;
    return [
      String(age),
      work,
      weights[Math.floor(random() * weights.length)]!,
      degree,
      String(level),
      status,
      job,
      relation,
      drawRace(),
      sex,
      String(gain),
      String(loss),
      drawHours(),
      drawCountry(),
    ];
  });
}
