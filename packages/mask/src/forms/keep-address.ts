import { countsByUnit } from '../text/counts-by-unit.ts';
import { splitCharacters } from '../text/split-characters.ts';
import type { Kept } from './create-form-mask.ts';

const han = '\\p{Script=Han}';

/**
 * Province, city and county at the start of an address. 小区, 园区 and the like are housing estates, 市场 and 市政 are no cities.
 */
const divisions = new RegExp(
  `^(?:中国)?(?:${han}{2,7}?(?:省|自治区|特别行政区))?(?:${han}{1,10}?(?:市(?![场政民])|自治州|地区|盟))?` +
    `(?:${han}{1,11}?(?:(?<![小园社校厂库矿牧])区|县|市(?![场政民])|自治旗|旗))?`,
  'u',
);

/** What stays of an address: province, city and county. */
export function keepAddress(value: string): Kept | undefined {
  const found = divisions.exec(value)?.[0] ?? '';
  if (found === '') return undefined;
  return { first: countsByUnit(found) ? found.length : splitCharacters(found).length, last: 0 };
}
