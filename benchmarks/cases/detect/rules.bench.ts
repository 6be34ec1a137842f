import { createScanner } from '@yushu/detect';
import { compileDetectors, type DetectorRule } from '@yushu/detect/custom';
import type { Bench } from '../../src/bench.ts';
import { corpus } from './corpora.ts';

/** As many as there are built-in detectors and formats. */
const count = 300;
const size = 131_072;

/** A rule like those for tokens: a prefix of its own and what follows. */
const ruleOf = (index: number): DetectorRule => {
  const prefix = `${'bcdfghjklm'[index % 10]}${'aeiou'[Math.floor(index / 10) % 5]}${'npqrstvwxz'[Math.floor(index / 50) % 10]}${index}_`;
  return {
    id: `token-${index}`,
    category: `custom.token_${index}`,
    pattern: `${prefix}[A-Za-z0-9]{24}`,
    keywords: [prefix],
  };
};

const rules = Array.from({ length: count * 2 }, (_, index) => ruleOf(index));

/** A corpus with a token of some rule in each hundredth line. */
function textWith(name: string): string {
  return corpus(name, size)
    .split('\n')
    .map((line, index) =>
      index % 100 === 50
        ? `${line} ${rules[index % count]!.keywords![0]}${'a1B2c3D4e5F6g7H8i9J0k1L2'}`
        : line,
    )
    .join('\n');
}

/** Doubling the rules: the built-in ones and 300 more against the built-in ones and 600 more. */
export const benches: readonly Bench[] = ['server-log', 'chinese-personal', 'json'].map((name) => ({
  name: `detect.rules.${name}`,
  about: `Scanning ${name} with ${count * 2} rules beside the built-in ones, against ${count}, and against none`,
  prepare() {
    const text = textWith(name);
    const double = createScanner({ detectors: compileDetectors(rules) });
    const simple = createScanner({ detectors: compileDetectors(rules.slice(0, count)) });
    const bare = createScanner();
    const own = (scanner: ReturnType<typeof createScanner>): number =>
      scanner.scan(text).filter(({ category }) => category.startsWith('custom.')).length;
    return {
      work: { unit: 'byte', amount: new TextEncoder().encode(text).length },
      check() {
        const expected = Math.floor((text.split('\n').length + 49) / 100);
        if (Math.abs(own(double) - expected) > 1 || own(simple) !== own(double))
          throw new Error(`${name}: ${own(double)} and ${own(simple)} of ${expected} tokens`);
      },
      subjects: {
        'twice the rules': () => double.scan(text).length,
        rules: () => simple.scan(text).length,
        'built-in rules alone': () => bare.scan(text).length,
      },
    };
  },
}));
