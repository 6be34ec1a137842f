import { base } from '../../tsup.base.ts';

export default base({
  index: 'src/index.ts',
  documents: 'src/documents/index.ts',
});
