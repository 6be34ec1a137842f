import { base } from '../../tsup.base.ts';

export default base({ index: 'src/index.ts', graphql: 'src/graphql/index.ts' });
