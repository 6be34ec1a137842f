import { base } from '../../tsup.base.ts';

export default base({
  index: 'src/index.ts',
  presidio: 'src/presidio/index.ts',
  assess: 'src/assess/index.ts',
  anonymise: 'src/anonymise/index.ts',
  risk: 'src/risk/index.ts',
  objects: 'src/objects/index.ts',
  vault: 'src/vault/index.ts',
  shardingsphere: 'src/shardingsphere/index.ts',
});
