import type { ReadNumberLayout } from './layout.ts';

/** Digits and capital letters without I and O, GA 36-2018. */
const alphabet = '0123456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const letters = '[A-HJ-NP-Z]';
const symbol = '[0-9A-HJ-NP-Z]';

const province = '[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]';
const head = new RegExp(`^(${province}${letters}[ ·•.-]?)(.+)$`, 'u');

/** Plates of new-energy cars: the letter tells battery (D, A, B, C, E) or hybrid (F, G, H, J, K); D and F are the common ones. */
const common = 'DF';
const rare = 'ABCEGHJK';

interface Kind {
  readonly test: RegExp;
  /** The symbols at each place that is enciphered; what follows them in the value stays. */
  readonly places: readonly string[];
}

const digits = '0123456789';
const kinds: Readonly<Record<string, Kind>> = {
  ordinary: { test: new RegExp(`^${symbol}{5}$`), places: Array(5).fill(alphabet) },
  special: { test: new RegExp(`^${symbol}{4}[挂学警港澳领]$`), places: Array(4).fill(alphabet) },
  smallCommon: {
    test: new RegExp(`^[${common}]${symbol}[0-9]{4}$`),
    places: [common, alphabet, ...Array(4).fill(digits)],
  },
  smallRare: {
    test: new RegExp(`^[${rare}]${symbol}[0-9]{4}$`),
    places: [rare, alphabet, ...Array(4).fill(digits)],
  },
  largeCommon: {
    test: new RegExp(`^[0-9]{5}[${common}]$`),
    places: [...Array(5).fill(digits), common],
  },
  largeRare: { test: new RegExp(`^[0-9]{5}[${rare}]$`), places: [...Array(5).fill(digits), rare] },
};

/** An ordinary plate has at most two letters after its head (GA 36-2018); older and chosen ones may have more. */
function fewLetters(text: string): boolean {
  return text.replace(/[0-9]/g, '').length <= 2;
}

/**
 * Vehicle plates of mainland China (GA 36-2018): ordinary, trailer, training, police, Hong Kong, Macau and consular, and the
 * eight-character ones of new-energy cars. Province, letter of the city and separator stay, and so does the kind.
 */
export const readPlate: ReadNumberLayout = (value) => {
  const match = head.exec(value);
  if (match === null) return undefined;
  const [, start, number] = match as unknown as [string, string, string];
  const found = Object.entries(kinds).find(([, kind]) => kind.test.test(number));
  if (found === undefined) return undefined;
  const [name, { places }] = found;
  const size = places.reduce((product, symbols) => product * symbols.length, 1);
  const rank = places.reduce(
    (sum, symbols, index) => sum * symbols.length + symbols.indexOf(number[index]!),
    0,
  );
  const textOf = (other: number) => {
    let text = '';
    let rest = other;
    for (let index = places.length - 1; index >= 0; index -= 1) {
      const symbols = places[index]!;
      text = symbols[rest % symbols.length]! + text;
      rest = Math.floor(rest / symbols.length);
    }
    return text;
  };
  const few = fewLetters(number);
  return {
    kept: `${name}${start.slice(0, 2)}${number.slice(places.length)}`,
    domain: { size },
    rank,
    ...(name === 'ordinary' ? { accepts: (other) => fewLetters(textOf(other)) === few } : {}),
    write: (other) => start + textOf(other) + number.slice(places.length),
  };
};
