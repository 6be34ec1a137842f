/**
 * Chinese names in Latin letters: family names, and whether a word is one or two syllables of Pinyin.
 *
 * @module
 */

/** Family names, in lower case, but for those that begin English sentences: he, she, you, can, long. */
const surnames: ReadonlySet<string> = new Set(
  (
    'ai bai bao bian cai cao cen chang chao che chen cheng chi chu cui dai deng di ding dong dou du duan fan fang fei feng fu gan gao ge geng gong gu guan guo ' +
    'hai han hao hong hou hu hua huang hui huo ji jia jian jiang jiao jin jing ju kang ke kong kuang lai lan lei leng li lian liang liao lin ling liu lou lu luo lv ' +
    'ma mao mei meng mi miao min mo mu na nan nie ning niu ouyang pan pei peng pi ping pu qi qian qiao qin qiu qu quan ren rong ruan rui sang sha shan shang shao shen ' +
    'sheng shi shu si situ song su sui sun tan tang tao teng tian tong tu wang wei wen weng wu xi xia xian xiang xiao xie xin xing xiong xu xuan xue yan yang yao ' +
    'ye yi yin ying yong yu yuan yue yun zang zeng zha zhai zhan zhang zhao zhen zheng zhong zhou zhu zhuang zhuge zong zou zu zuo sima shangguan huangfu linghu'
  ).split(' '),
);

const initial = '(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?';
const final =
  '(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|ei|ao|ou|an|en|in|un|ia|ie|iu|ua|ui|uo|ue|er|a|e|i|o|u|v)';
/** Syllables as Pinyin writes them; a superset, since the words beside it decide. */
const oneSyllable = new RegExp(`^${initial}${final}$`);
const twoSyllables = new RegExp(
  `^${initial}${final}['’]?(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?${final}$`,
);

/** Words of English that read as syllables. */
const english: ReadonlySet<string> = new Set(
  (
    'time name game same come some done gone home here there made make take use line like life side wide wine fine nine mine more sure lake date late rate gate made ' +
    'fame sale tale male wake wage page gene june rule tune cure pure pine ride rice nice dice hide tide role hole pole note vote wage cage data beta china canada ' +
    'lane cane dance hinge singe range mange page size maze gaze haze tube tape hope rope pipe wife safe care dare rare fare wire fire hire tire pare bare ' +
    'panda manga mango banjo banana panama manual menu mini tuna sofa soda taxi yoga lava media radio ratio guide guitar genuine machine magazine bike dine dive live'
  ).split(' '),
);

/** Family names that begin English sentences: names in capitals only, HE Tingting. */
const inCapitals: ReadonlySet<string> = new Set('he she long you can wan bi so yu per'.split(' '));

/** Whether a word in lower case, which stands in capitals before a given name, is a Chinese family name. */
export function isCapitalSurname(word: string): boolean {
  return surnames.has(word) || inCapitals.has(word);
}

/** Whether a word in lower case is a Chinese family name. */
export function isPinyinSurname(word: string): boolean {
  return surnames.has(word);
}

/** All of them. */
export function listPinyinSurnames(): Iterable<string> {
  return surnames;
}

/** How many syllables a given name in lower case has: 1, 2, or 0 where it is none. */
export function syllablesOf(word: string): 0 | 1 | 2 {
  if (word.length < 2 || word.length > 12 || english.has(word)) return 0;
  if (oneSyllable.test(word)) return 1;
  return word.length > 3 && twoSyllables.test(word) ? 2 : 0;
}
