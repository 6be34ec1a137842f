import { base } from '../../tsup.base.ts';

export default base({
  index: 'src/index.ts',
  fields: 'src/fields/index.ts',
  formats: 'src/formats/index.ts',
  classify: 'src/classify/index.ts',
  custom: 'src/custom/index.ts',
  evaluate: 'src/evaluate/index.ts',
  decode: 'src/decode/index.ts',
  baseline: 'src/baseline/index.ts',
  import: 'src/import/index.ts',
  ner: 'src/ner/index.ts',
  phone: 'src/phone/index.ts',
});
