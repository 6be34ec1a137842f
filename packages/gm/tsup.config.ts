import { base } from '../../tsup.base.ts';

/** Both twins of each are built; which one is loaded, the `imports` of package.json say at run time. */
const platform = Object.fromEntries(
  ['node', 'pure'].flatMap((twin) =>
    ['equal-bytes', 'sm2', 'sm3', 'sm4'].map((name) => [
      `platform/${twin}/${name}`,
      `src/platform/${twin}/${name}.ts`,
    ]),
  ),
);

export default base(
  {
    index: 'src/index.ts',
    sm2: 'src/sm2.ts',
    sm3: 'src/sm3.ts',
    sm4: 'src/sm4.ts',
    insecure: 'src/insecure.ts',
    ...platform,
  },
  { external: [/^#platform/, /^node:/] },
);
