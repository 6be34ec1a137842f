import { base } from '../../tsup.base.ts';

export default base({
  index: 'src/index.ts',
  http: 'src/http/index.ts',
  node: 'src/node/index.ts',
});
