import { base } from '../../tsup.base.ts';

export default base({
  index: 'src/index.ts',
  graphql: 'src/graphql/index.ts',
  guard: 'src/guard/index.ts',
  'guard-node': 'src/guard/node/index.ts',
  authorise: 'src/authorise/index.ts',
  casbin: 'src/authorise/casbin/index.ts',
  cedar: 'src/authorise/cedar/index.ts',
  observe: 'src/observe/index.ts',
});
