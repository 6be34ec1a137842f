import { base } from '../../tsup.base.ts';

export default base(
  {
    index: 'src/index.ts',
    derivation: 'src/derivation/index.ts',
    documents: 'src/documents/index.ts',
    gm: 'src/gm/index.ts',
    hybrid: 'src/hybrid/index.ts',
    fpe: 'src/fpe/index.ts',
    import: 'src/import/index.ts',
    insecure: 'src/insecure/index.ts',
    jose: 'src/jose/index.ts',
    kms: 'src/kms/index.ts',
    node: 'src/node/index.ts',
    records: 'src/records/index.ts',
    rotation: 'src/rotation/index.ts',
    search: 'src/search/index.ts',
    'platform/node': 'src/platform/node.ts',
    'platform/default': 'src/platform/default.ts',
    'platform/block-modes-node': 'src/platform/block-modes-node.ts',
    'platform/block-modes-default': 'src/platform/block-modes-default.ts',
    'platform/curves-node': 'src/platform/curves-node.ts',
    'platform/curves-default': 'src/platform/curves-default.ts',
  },
  // Resolved where it runs, by the imports maps of package.json.
  { external: ['#platform', '#curves', '#block-modes'] },
);
