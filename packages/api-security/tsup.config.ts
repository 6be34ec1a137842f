import { base } from '../../tsup.base.ts';

export default base({
  index: 'src/index.ts',
  graphql: 'src/graphql/index.ts',
  guard: 'src/guard/index.ts',
  'guard-node': 'src/guard/node/index.ts',
});
