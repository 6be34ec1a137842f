/**
 * How the parts of Chinese addresses end: 路, 小区, 号楼.
 *
 * @module
 */

/** A list of words. */
const words = (text: string): readonly string[] => text.split(' ');

/** Suffixes of areas: a part ends with the first of them. */
const areas = words('经济技术开发区 高新技术产业开发区 开发区 高新区 街道 社区');
/** Suffixes of what has a name, longest first. */
const namedThings = [
  ...areas,
  ...words(
    '工业园区 科技园区 产业园区 软件园区 创业园 软件园 科技园 产业园 工业园 工业区 新区 园区 小区 大街 大道 胡同 公路 国道 省道 环路 路口',
  ),
  ...words(
    '广场 大厦 大楼 写字楼 住宅 公寓 花园 家园 花苑 新村 新城 山庄 别墅 公馆 华府 豪庭 雅苑 嘉园 名苑 宿舍 家属院 家属楼 产业园区 步行街 巷子 社區 園區 大樓 大廈 公路 廣場 商場 花園 新邨 ' +
      '區 鄉 鎮 里弄 城巷 路 街 巷 弄 镇 乡 村 屯 寨 苑 厦 邨 廈',
  ),
];
/** Suffixes that count only where a number follows: without one they end many words that are no places. */
const softThings = words(
  '一号 壹号 二号 ' +
    '明珠 世家 名邸 雅居 名都 人家 华庭 佳园 佳苑 水岸 半岛 香榭 御景 都会 都城 新境 ' +
    '中心 國際 商城 国际 商城 市场 学院 大学 中学 小学 医院 宾馆 酒店 道 里 庄 园 城 坊 湾 岛 港 府 邸 居 轩 阁 庭 台 桥 线 園 臺 閣 軒 灣 莊 樓',
);
/** Suffixes of what has a number, longest first. */
const numberedThings: readonly string[] = [
  '号楼',
  '单元',
  '号院',
  '号库',
  '楼层',
  '座',
  '栋',
  '幢',
  '号',
  '楼',
  '室',
  '层',
  '弄',
  '巷',
  '组',
  '队',
  '户',
  '门',
  '铺',
  '区',
  '期',
  '苑',
  '街坊',
  '房',
  '院',
  '社',
  '號',
  '樓',
  '層',
  '棟',
  '鄰',
  '村',
  '里',
  '街',
  '路',
];

/** The suffixes of a list by one of their units, in the same order. */
export class Suffixes {
  /** Number of the list of each unit; 0 where no suffix has it. */
  readonly #numbers = new Uint8Array(65_536);
  readonly #lists: string[][] = [[]];

  constructor(suffixes: readonly string[], unitOf: (suffix: string) => number) {
    for (const suffix of suffixes) {
      const unit = unitOf(suffix);
      const number = this.#numbers[unit]!;
      if (number > 0) this.#lists[number]!.push(suffix);
      else {
        this.#numbers[unit] = this.#lists.length;
        this.#lists.push([suffix]);
      }
    }
  }

  /** The suffixes with a unit; none mostly. */
  of(unit: number): readonly string[] {
    return this.#lists[this.#numbers[unit]!]!;
  }
}

const lastUnit = (suffix: string): number => suffix.charCodeAt(suffix.length - 1);

/** By their first unit: what has a number. */
export const numberSuffixes = new Suffixes(numberedThings, (suffix) => suffix.charCodeAt(0));
/** By their last unit: what has a name. */
export const nameSuffixes = new Suffixes(namedThings, lastUnit);
/** By their last unit: what counts only where a number follows. */
export const softSuffixes = new Suffixes(softThings, lastUnit);
/** By their last unit: areas, with the first of which a part ends. */
export const areaSuffixes = new Suffixes(areas, lastUnit);

const ends = new Uint8Array(65_536);
for (const suffix of [...namedThings, ...softThings]) ends[lastUnit(suffix)] = 1;

/** Whether a part with a name may end with a unit: most characters are passed over by this alone. */
export function mayEndName(unit: number): boolean {
  return ends[unit] === 1;
}
