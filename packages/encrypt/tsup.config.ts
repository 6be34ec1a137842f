import { base } from '../../tsup.base.ts';

export default base(
  {
    index: 'src/index.ts',
    fpe: 'src/fpe/index.ts',
    insecure: 'src/insecure/index.ts',
    node: 'src/node/index.ts',
    'platform/node': 'src/platform/node.ts',
    'platform/default': 'src/platform/default.ts',
  },
  // Resolved where it runs, by the imports map of package.json.
  { external: ['#platform'] },
);
