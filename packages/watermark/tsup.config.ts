import { base } from '../../tsup.base.ts';

export default base({
  index: 'src/index.ts',
  documents: 'src/documents/index.ts',
  honey: 'src/honey/index.ts',
  image: 'src/image/index.ts',
  'image-files': 'src/image-files/index.ts',
  screen: 'src/screen/index.ts',
  text: 'src/text/index.ts',
  'text-files': 'src/text-files/index.ts',
});
