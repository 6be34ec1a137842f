/**
 * A model of Chinese personal names: how much more often a character stands in a name than in running text.
 *
 * @module
 */
import {
  compoundSurnames,
  givenFirstWeights,
  givenLastWeights,
  rareNameCharacters,
  surnameWeights,
  transliterationCharacters,
} from '../data/chinese-names.ts';
import { threeCharacterThings, twoCharacterThings } from '../data/things-like-names.ts';
import type { TextView } from '../engine/view.ts';
import { isThreeCharacterWord, markWordsOf } from './chinese-words.ts';
import { PairTable } from './pair-table.ts';
import { simplify, spreadToTraditional } from './simplified.ts';

/** Prior log-odds that a name of two to four characters begins at some Han character. */
export const namePriors = { 2: -6.8, 3: -6, 4: -5.5 } as const;
/** The most that the surroundings can add: what cannot reach zero with it is given up at once, by the anchor pass already. */
export const mostNameContext = 8;

/** Weight of a character that the model has not seen in its place. */
const unseen = -3;

function readWeights(rows: readonly string[], missing: number): Int8Array {
  const table = new Int8Array(65_536).fill(missing);
  for (const row of rows) {
    const space = row.indexOf(' ');
    const weight = Number(row.slice(0, space));
    for (const character of row.slice(space + 1)) table[character.charCodeAt(0)] = weight;
  }
  return table;
}

/** No surname by itself, but the beginning of one of two characters. */
const compoundOnly = -50;
/** No surname. */
export const noSurname = -100;

/** Logarithm of how much more often a character is a surname than it stands in text; {@link noSurname} where it is none. */
export const surnameTable: Int8Array = readWeights(surnameWeights, noSurname);
/** The same for the first character of a given name of two. */
export const givenFirstTable: Int8Array = readWeights(givenFirstWeights, unseen);
/** The same for the last or only character of a given name. */
export const givenLastTable: Int8Array = readWeights(givenLastWeights, unseen);

/** Weight of a character that stands in given names and hardly anywhere else. */
const rare = 4;
for (const character of rareNameCharacters) {
  const unit = character.charCodeAt(0);
  if (givenFirstTable[unit] === unseen) givenFirstTable[unit] = rare;
  if (givenLastTable[unit] === unseen) givenLastTable[unit] = rare;
}

/** Characters of given names of all decades that the dictionary behind the tables hardly has, by what they weigh at least. */
const typical: readonly (readonly [weight: number, characters: string])[] = [
  [
    4,
    '汐卉婵嫦荷藜岱嵘柯烁澈恬穗彬淑奕汝濮禾榕姗娇娥芬芝蕙彪坤朵霜畅珂煜弈祎忻玘汧漫妤娉骁骐铄锘琬筱芮蓁楹洺',
  ],
  [
    4,
    '霈屹彧蕴菡斓崧璧琏怿珽懿筝箫玖玺珣瑀瑢芃翊昉昫昴晗暐曈朗桉榛橦沄沚泠洢浛淏湉滟澔灏炘烺煦熵爔珩珺琬瑗璎祎禛秋稷竑笪筠箬粲纭绛绫绯缈羿翀翙芩苡茉荞莜葭蒽蓼薏藿蘅衍衿裳谡豫赟轲轶辞迦逸邃郁酩钦铎锐阑霁霭靓韫韬颀颢飏馥骁鹭麒黛',
  ],
  [4, '旸峥拓愉抒樱缨毓惟澈翎'],
  [2, '燃弦笑念野舟'],
  [2, '爽朔葵蔓薰笙砚榆杉湛绎滨瀛帅硕宽柱洋荆逊鸣聪'],
  [2, '航然月新桃露源程承材美晗念慕悠暖尘心叶远策达友进康仪'],
  [1, '歌夕根木夏苏'],
  [1, '国民成天行力学信爱义山湖浪望书照宽花'],
];
for (const [weight, characters] of typical) {
  for (const character of characters) {
    const unit = character.charCodeAt(0);
    givenFirstTable[unit] = Math.max(givenFirstTable[unit]!, weight);
    givenLastTable[unit] = Math.max(givenLastTable[unit]!, weight);
  }
}

spreadToTraditional(surnameTable, noSurname);
spreadToTraditional(givenFirstTable, unseen);
spreadToTraditional(givenLastTable, unseen);

const compoundStarts = new Uint8Array(65_536);
for (let index = 0; index < compoundSurnames.length; index += 2) {
  const first = compoundSurnames.charCodeAt(index);
  compoundStarts[first] = 1;
  // Let through to the test of two characters.
  if (surnameTable[first] === noSurname) surnameTable[first] = compoundOnly;
}
spreadToTraditional(compoundStarts, 0);

/** Whether a surname of two characters may begin with a unit. */
export function mayBeginCompound(unit: number): boolean {
  return compoundStarts[unit] === 1;
}

/** Surnames that are everyday words: a name that begins so must be sure by other means. */
const wordLike = new Set([
  '闻人',
  '东方',
  '子车',
  '第五',
  '西门',
  '东门',
  '南门',
  '百里',
  '正漆',
  '公西',
  '东郭',
  '太史',
  '微生',
  '长孙',
]);

/** What two units are, as bits: the commonness of a word in the lowest two, and those of `pairIs`. */
export const pairIs = {
  /** How common the word of the two units is: 0, 1 or 2. */
  commonness: 3,
  /** A given name that many people bear, though it may be a word as well: 建国, 光明. */
  given: 4,
  /** The end of a word after which names stand: 客户. */
  lead: 8,
  /** The beginning of what is said of a person: 名下, 身份, 申请. */
  follower: 16,
  /** A surname of two characters that is hardly anything else. */
  compound: 32,
  /** A surname of two characters that is an everyday word. */
  wordlike: 64,
  /** The first two of three characters that are a common word. */
  triple: 128,
  /** A common word that the dictionary does not have. */
  further: 256,
  /** A thing that reads as a name of two characters, and may begin one of three as any other characters: 黄柏, 杨桃. */
  thing: 512,
  /** What is called after somebody: 变换, 定理, 风格. */
  eponym: 1024,
} as const;

const pairs = new PairTable(32_768);
/** 1 where the words that begin with a unit are in the table. */
const wordsRead = new Uint8Array(65_536);

/** Lists of words, and what their first two units are. */
let lists: readonly (readonly [words: readonly string[], bit: number])[] | undefined;
/** Rows of a first character and what follows it, by how many units each word goes on. */
let rows: readonly (readonly [rows: readonly string[], step: number, bit: number])[] | undefined;

/** Marks what the words that begin with a unit are: most texts hold few of all first characters. */
function readPairs(unit: number): void {
  lists ??= [
    [givenPairs, pairIs.given],
    [leads, pairIs.lead],
    [followers, pairIs.follower],
    [furtherWords, pairIs.further],
    [furtherTriples, pairIs.triple],
    [eponyms, pairIs.eponym],
  ];
  rows ??= [
    [twoCharacterThings.split(' '), 1, pairIs.thing],
    [threeCharacterThings.split(' '), 2, pairIs.triple],
  ];
  for (const [words, bit] of lists)
    for (let place = 0; place < words.length; place += 1) {
      const word = words[place]!;
      if (word.charCodeAt(0) === unit) pairs.mark(unit, word.charCodeAt(1), bit);
    }
  for (const [list, step, bit] of rows)
    for (const row of list) {
      if (row.charCodeAt(0) !== unit) continue;
      for (let index = 1; index < row.length; index += step)
        pairs.mark(unit, row.charCodeAt(index), bit);
    }
  for (let index = 0; index < compoundSurnames.length; index += 2) {
    if (compoundSurnames.charCodeAt(index) !== unit) continue;
    const surname = compoundSurnames.slice(index, index + 2);
    const bit = wordLike.has(surname) ? pairIs.wordlike : pairIs.compound;
    pairs.mark(unit, surname.charCodeAt(1), bit);
  }
  markWordsOf(pairs, unit, pairIs.triple);
}

/** What two units are, as bits of `pairIs`, in either script. */
export function pairOf(first: number, second: number): number {
  const unit = simplify(first);
  if (wordsRead[unit] === 0) {
    wordsRead[unit] = 1;
    readPairs(unit);
  }
  return pairs.get(unit, simplify(second));
}

function* listThings(): Iterable<string> {
  for (const row of threeCharacterThings.split(' '))
    for (let index = 1; index < row.length; index += 2) yield row[0]! + row.slice(index, index + 2);
}

let furtherTripleSet: ReadonlySet<string> | undefined;

/** Whether three characters, of which the first is a surname, are a common word. */
export function isTripleWord(first: number, second: number, third: number): boolean {
  furtherTripleSet ??= new Set([...furtherTriples, ...listThings()]);
  return (
    isThreeCharacterWord(first, second, third) ||
    furtherTripleSet.has(String.fromCharCode(simplify(first), simplify(second), simplify(third)))
  );
}

/** 1 where a character stands in names of other languages of China or of foreigners, as in 买买提·阿凡提. */
export const transliterationTable: Uint8Array = new Uint8Array(65_536);
for (const character of `${transliterationCharacters}叶明荪娃迪孙山塔万索南胡送义司侯俄伍各贡曲措姆音祖丹肯兰赞图甫买提江吐逊古汗肉孜艾依努尔木合麦阿卜杜拉力克帕热西曼沙吾苏里坦亚库那比吉扎卓玛次仁顿珠格桑央旦增尼普布多罗才让加措凡巴图其其格乌日娜额尔敦牧仁`) {
  transliterationTable[character.charCodeAt(0)] = 1;
}

/** Characters that stand in such names only before one of the others: 阿卜杜外力, 阿布来提, 阿不都. */
export const transliterationLinks: ReadonlySet<number> = new Set(
  Array.from('外来不都什再则子西日才', (character) => character.charCodeAt(0)),
);

/** The same of three characters. */
const furtherTriples: readonly string[] = (
  '雷阵雨 雷暴雨 雷雨云 唐三彩 唐朝史 金缕玉 金丝楠 金银器 金石学 元青花 明青花 宋青花 汉白玉 汉服社 高血压 高血脂 高血糖 高速路 高铁站 高跟鞋 高中生 高科技 高性能 高可用 高并发 高强度 高密度 高精度 高质量 ' +
  '高效率 金字塔 金项链 金丝猴 金银花 金针菇 黄金周 黄鹤楼 黄花菜 黄豆芽 黄梅戏 白云山 白内障 白血病 白玉兰 白切鸡 温度计 马铃薯 马拉松 牛仔裤 牛肉面 羊肉串 石榴石 石灰石 水龙头 水果刀 水蜜桃 水电费 ' +
  '花生油 花椒粉 方便面 常见病 常春藤 安全带 安全帽 安全员 单行道 单选题 单元格 双眼皮 双胞胎 成绩单 连衣裙 连续剧 连环画 时间表 时间轴 时装周 全家福 全自动 万圣节 万花筒 明信片 元宵节 平衡车 平板车 平均值 ' +
  '祝福语 游乐场 游戏机 游泳池 齐齐哈 鲁迅奖 梅雨季 梅花鹿 秋海棠 叶绿素 叶黄素 江豚类 江心洲 沙尘暴 沙丁鱼 尼古丁 苏打水 苏绣馆 杜鹃花 康乃馨 石膏线 蓝莓酱 柳叶刀 柳絮季 米其林 米粉店 毛豆腐 毛血旺 龙井茶 ' +
  '龙虾尾 龙须面 熊猫馆 熊出没 鱼香肉 宫保鸡 酸辣粉 童话剧 古筝课 古琴曲 荷包蛋 莲子羹 莲藕汤 席梦思 农家乐 车厘子 车轮胎 卫生纸 卫生间 向日葵 雪莲果 桂花糕 桂圆干'
).split(' ');

/** Common words that begin with a surname and that the dictionary does not have. */
const furtherWords: readonly string[] = (
  '温馨 高清 高铁 高新 高端 常温 常驻 安卓 安踏 安检 安心 白领 黄牛 金牌 金卡 游戏 连锁 连麦 单反 单车 万能 万一 项目 费用 关注 关怀 管家 路由 车位 车库 明细 ' +
  '时效 时长 成品 成交 水电 冷链 冷冻 鲜花 鲜奶 蓝牙 蓝光 全新 全国 全家 全套 牛奶 牛肉 羊肉 马上 马桶 石膏 石材 江景 海景 海鲜 海淘 乐高 乐队 乐园 应急 应收 付至 付给 付清 付出 付讫 成为 成本 路口 路线 关闭 关系 关键 安装 安排 安静 常见 常用 常年 易用 易拉 全体 全面 全程 全部 时段 时常 边缘 边界 方案 方式 方法 方面 平台 平均 平时 司机 司法 单独 单元 车辆 车间 游客 游泳'
).split(' ');

const givenPairs: readonly string[] = (
  '建国 建军 建华 建平 建明 建伟 建民 建林 国强 国华 国平 国栋 国良 国荣 志强 志明 志刚 志伟 志远 志勇 志华 志国 文斌 文杰 文辉 文军 ' +
  '文博 永强 永刚 永生 永明 海燕 海涛 海波 海龙 海霞 海峰 海英 晓明 晓红 晓燕 晓东 晓峰 晓丽 晓玲 晓华 晓军 小红 小燕 小平 小明 小芳 小军 小龙 ' +
  '秀英 秀兰 秀珍 秀华 秀芳 秀云 秀梅 桂英 桂兰 桂芳 桂珍 桂荣 玉兰 玉梅 玉英 玉珍 玉华 玉芬 淑珍 淑英 淑芬 淑华 淑兰 淑芳 淑芹 凤英 凤兰 凤霞 ' +
  '红梅 红霞 红英 春梅 春燕 春花 春兰 丽华 丽娟 丽萍 丽丽 雪梅 雪莲 爱华 爱民 爱玲 卫东 卫国 卫华 卫民 保国 德华 德明 德胜 明辉 明华 ' +
  '俊杰 俊峰 俊豪 俊辉 家豪 家明 家辉 家欣 子轩 子涵 子墨 子豪 子怡 子晨 浩然 浩宇 浩轩 宇轩 宇航 宇辰 雨桐 雨欣 雨婷 雨涵 雨轩 梓涵 梓轩 梓萱 ' +
  '志军 志平 志成 志杰 志鹏 志新 志高 志宏 志坚 志荣 文华 文军 文涛 文静 文婷 文龙 文轩 文浩 文昊 文清 学军 学文 学明 学峰 学武 学东 学良 庆华 庆国 ' +
  '建新 建中 建文 建业 建生 建成 建设 建英 建红 建芳 建东 建勋 国华 国庆 国栋 国梁 国英 国珍 国富 国安 国立 国民 国忠 国辉 国勇 国清 玉兰 玉龙 玉林 玉凤 玉琴 ' +
  '玉霞 玉玲 玉洁 玉萍 玉莲 玉香 玉红 玉山 玉成 玉堂 红军 红星 红英 红艳 红丽 红波 红兵 红卫 小芳 小龙 小兰 小丽 小玲 小玉 小华 小刚 小强 小波 小东 小英 ' +
  '小梅 小琴 小青 小云 晓华 晓玲 晓芳 晓波 晓光 晓丹 晓敏 晓霞 晓云 晓琳 晓晨 晓龙 晓辉 晓娟 晓雯 晓梅 晓彤 晓晴 春生 春林 春明 春华 春英 春红 春香 春霞 春芳 ' +
  '春雷 冬梅 秋菊 秋月 秋霞 秋香 秋生 夏莲 新华 新民 新建 新平 新明 新宇 新月 新春 长江 长青 长生 长春 长林 长明 长征 长海 天龙 天宝 天明 天成 天翔 天赐 天翼 ' +
  '少华 少军 少杰 少峰 少平 绍华 绍军 正国 正华 正明 正平 正文 正义 正强 世杰 世明 世平 世豪 世荣 世昌 世林 永红 永胜 永平 永军 永华 永刚 永兵 永福 永康 永贵 ' +
  '云飞 云龙 云霞 云峰 飞燕 飞龙 飞虎 飞飞 月英 月华 月娥 月琴 月红 月兰 月明 美华 美玲 美英 美兰 美珍 美琴 美娟 美丽 美云 美芳 美霞 美凤 美荣 翠兰 翠英 翠花 翠芳 翠萍 翠玲 翠云 ' +
  '彩霞 彩云 彩虹 彩凤 彩英 巧玲 巧云 巧珍 巧英 素珍 素英 素芳 素华 素琴 素梅 素兰 素云 惠芳 惠英 惠珍 惠兰 惠敏 慧敏 慧玲 慧芳 慧琳 慧娟 慧芬 敏华 敏杰 静雯 ' +
  '雪峰 雪芳 雪松 雪莹 雪飞 雪琴 雪芬 雪红 瑞芳 瑞华 瑞英 瑞祥 瑞雪 瑞峰 瑞霖 兰英 兰芳 兰花 金兰 金英 金玲 金海 金生 金平 金宝 金泉 银凤 银龙 银珍 爱平 爱红 爱军 爱英 爱芳 爱珍 爱萍 爱莲 爱香 爱菊 爱武 ' +
  '和平 光明 光辉 光荣 光华 胜利 跃进 跃华 卫星 卫军 援朝 解放 向东 向阳 向前 向荣 东升 东海 东明 东方 东华 东生 东平 振东 振兴 振海 振江 振宇 振威 耀华 耀东 耀辉 兴华 兴国 兴旺 ' +
  '大勇 大海 大伟 大鹏 大明 大军 大力 大山 大鹏 双喜 福生 福林 福海 福来 福全 福贵 富贵 富强 贵生 贵荣 贵兰 贵英 贵芳 来福 来喜 广生 广林 海洋 海明 海军 海平 海兵 海生 海林 海斌 海滨 海鹏 海云 海红 海棠 海琴 海华 海东 海蓉 海浪 ' +
  '江波 江涛 江华 洪波 洪涛 洪亮 洪军 洪生 洪伟 洪斌 清华 清明 清平 清泉 清云 景明 景辉 景云 林生 林峰 松林 松涛 柏林 树林 树生 树华 茂林 茂生 青松 青山 青云 青青 利民 利华 利军 利平 利红 利明 立军 立华 立民 立平 立明 立国 立强 立伟 立波 立群 立峰 立志 ' +
  '宝山 宝玉 宝华 宝国 宝生 宝林 宝珍 宝英 宝贵 宝成 宝军 宝莲 保华 保军 保民 保生 成林 成龙 成功 成军 明珠 明月 明亮 明星 明霞 明强 明军 明远 明生 明芳 明珍 思源 思琪 思佳 思敏 思宇 思颖 思源 思齐 ' +
  '宇飞 宇恒 宇彤 宇晨 宇涵 宇凡 宇浩 宇翔 宇昊 子琪 子昂 子健 子俊 子明 子豪 子航 子瑜 子萱 子阳 子睿 子谦 子衿 子默 子琳 梓豪 梓琪 梓睿 梓桐 梓欣 梓晨 梓妍 雨晨 雨泽 雨菲 雨薇 雨萌 雨嘉 雨珊 雨馨 雨露 ' +
  '一凡 一帆 一诺 一航 一涵 一博 一冉 一心 一铭 一然 依依 依诺 依琳 依婷 亦凡 亦菲 艺涵 艺馨 艺琳 艺萌 语晨 语桐 语嫣 语彤 语涵 语汐 若汐 若溪 若琳 若彤 若兰 若水 沐阳 沐辰 沐晴 沐瑶 沐汐 沐恩 紫涵 紫萱 紫薇 紫琪 诗涵 诗琪 诗妍 诗韵 诗瑶 诗怡 可欣 可馨 可心 可儿 ' +
  '欣然 欣妍 欣瑶 欣宜 欣桐 昕怡 昕玥 心怡 心悦 心语 心妍 心蕊 心如 星辰 星宇 星月 梦婷 梦瑶 梦雪 梦涵 梦菲 梦蝶 梦圆 梦飞 梦娜 梦佳 梦雅 佳欣 佳琳 佳颖 佳乐 佳佳 佳宁 佳妮 佳雯 佳伟 佳明 佳莹 嘉琪 嘉玲 嘉伟 嘉宁 嘉诚 嘉乐 嘉颖 嘉懿 嘉俊 嘉铭 ' +
  '俊熙 俊宇 俊龙 俊文 俊华 俊伟 俊明 俊霖 俊凯 俊义 俊良 俊英 俊男 俊琪 家琪 家栋 家乐 家伟 家旺 家兴 家宁 家俊 家祥 家骏 家瑞 家成 家宝 家荣 浩然 浩宇 浩轩 浩天 浩洋 浩辰 浩博 浩南 浩东 浩文 浩明 皓轩 皓天 皓宇 昊天 昊宇 昊然 昊轩 昊阳 宏伟 宏图 宏宇 宏达 宏斌 宏亮 宏明 宏志 宏毅 宏博 ' +
  '鸿飞 鸿宇 鸿涛 鸿运 鹏飞 鹏程 鹏宇 鹏辉 鹏举 翔宇 瀚文 博文 博宇 博远 博雅 博瀚 泽宇 泽民 泽楷 泽轩 泽林 泽华 泽军 晨阳 晨光 晨旭 晨宇 晨熙 晨晨 明轩 明哲 明宇 明泽 明浩 明阳 明睿 睿渊 睿泽 睿哲 睿涵 睿轩 睿智 煜城 煜祺 奕涵 奕宁 奕宸 奕霖 伟杰 伟明 伟强 伟华 伟民 伟峰 伟東 伟伟 伟业 伟平 伟良 伟涛 伟国 ' +
  '美琪 美娜 美佳 晶晶 莹莹 媛媛 婷婷 娜娜 倩倩 露露 璐璐 琳琳 玲玲 菲菲 芳芳 萍萍 静静 敏敏 丽丽 丹丹 燕燕 红红 欢欢 乐乐 圆圆 甜甜 盼盼 娟娟 苗苗 蕾蕾 洋洋 阳阳 涛涛 冰冰 瑶瑶 萌萌 琪琪 蓉蓉 莎莎 薇薇 颖颖 飒飒 君君 林林 文文 ' +
  '文博 文慧 文娟 文丽 文芳 文燕 文玲 文秀 文英 文生 文明 文平 文才 文广 文忠 文凯 文宇 文昌 文豪 文祥 文瑞 文渊 文心 冰洁 冰倩 冰冰 安琪 安娜 安妮 安然 安平 安国 安康 安民 致远 致和 静怡 静文 静茹 静宜 静姝 静雅 静娴 静香 婉婷 婉清 婉莹 婉如 雅静 雅文 雅芳 雅楠 雅欣 雅轩 雅洁 雅馨 雅慧 雅雯 雅玲 亚楠 亚军 亚平 亚玲 亚男 亚丽 亚红 亚萍 亚东 亚飞 亚辉 亚鹏 ' +
  '怡君 宜蓁 佩珊 佩琪 佩玲 佩华 志豪 志伟 冠宇 冠廷 冠霖 承恩 承翰 承志 承宇 宗翰 宗霖 彦廷 彦宏 彦君 柏翰 柏宇 柏霖 品妤 品睿 雅雯 雅惠 雅玲 淑惠 淑娟 淑玲 淑贞 淑敏 淑慧 淑君 淑美 淑萍 淑琴 淑云 美惠 美慧 美君 丽君 丽珍 丽芬 丽英 丽红 丽云 丽玲 丽琴 丽霞 丽敏 丽芳 丽梅 丽媛 丽莎 丽蓉 ' +
  '欣怡 欣悦 欣妍 诗涵 诗雨 思远 思雨 思涵 思琪 佳怡 佳琪 佳慧 佳豪 梦瑶 梦琪 梦洁 婷婷 娜娜 丹丹 莉莉 燕燕 静怡 雅琴 雅婷 雅丽 天佑 天宇 晨曦 ' +
  '一可 一宁 一丹 一菲 一丁 一楠 一宸 一辰 一飞 一平 一兵 一民 一峰 一哲 一晨 一珂 一舟 一苇 一白 一方 一清 一玲 一琳 一茹 一雯 一萌 一涵 一夫 一川 一山 一泓 一樊 ' +
  '星河 长河 长江 长山 长水 长安 长庆 长顺 长贵 长根 长友 长有 长胜 长发 长福 长寿 银河 江河 山河 大河 小河 黄河 水根 土根 木根 火根 金根 春根 秋根 桂根 海根 林根 祥根 福根 荣根 根生 根发 根宝 根娣 根林 根荣 水生 木生 火生 土生 金生 ' +
  '桂生 秋生 冬生 夏生 早生 晚生 连生 双生 重生 新生 东生 占魁 占国 占军 占山 占海 占元 占江 占彪 占林 殿臣 殿军 殿林 殿文 殿武 殿元 殿奎 景天 景文 景山 景龙 景春 景林 景和 景澄 景行 景瑞 景泰 景堂 修齐 修远 修文 修德 修身 修平 修杰 修竹 ' +
  '知行 知远 知微 知夏 知秋 知春 知非 知礼 知言 知白 知明 知新 知遥 知意 知南 书恒 书豪 书文 书航 书瑶 书琪 书涵 书怡 书宁 书云 书林 书剑 书晴 书妍 书语 书亦 安宁 安然 安心 安澜 安之 安邦 安生 安顺 安福 安明 卫平 卫红 卫兵 卫明 卫忠 卫强 ' +
  '若男 若楠 若曦 若冰 若云 若飞 若愚 若谷 若虚 若望 若丹 若雪 若晴 若初 若安 若凡 若萱 若琪 亚男 胜男 超男 楠楠 润东 润泽 润生 润华 润林 润芝 润土 泽东 泽宇 泽恩 恩来 德怀 德胜 德林 德厚 德发 德福 德顺 德才 德海 德江 德山 德龙 德清 德友 德全 ' +
  '梦露 梦飞 梦远 梦真 梦然 艺菲 艺凡 艺璇 艺文 艺丹 艺洋 艺博 艺萱 艺轩 艺晨 沐泽 沐妍 沐白 沐风 沐雨 沐春 沐秋 志豪 志飞 志林 志鸿 志恒 志永 志宇 志良 志诚 志彬 志斌 志海 志江 志东 志超 兆丰 兆林 兆华 兆龙 兆祥 兆辉 兆明 兆国 兆瑞 ' +
  '永年 永昌 永林 永新 永亮 永庆 永春 永恒 永和 永泉 永祥 永富 永杰 永波 永清 永健 万里 万年 万福 万明 万林 万春 万千 千里 千寻 千山 百川 百合 百岁 半夏 半山 青禾 青萍 青林 青云 静秋 静好 静安 静宁 静远 静之 承恩 承志 承业 承德 承泽 承宗 承平 承安 ' +
  '子安 子昂 子夜 子衿 子谦 子平 子期 子文 子川 子夏 子路 子贡 子翔 子俊 子丰 子江 子林 子墨 子诚 子君 子珺 子淇 子杰 子洋 子然 子辰 子熙 星瑶 星宁 星语 星竹 星澜 星泽 星野 星驰 星海 星光 星火 云帆 云飞 云舒 云天 云山 云生 云海 云龙 云鹤 云霄 云汉 云溪 ' +
  '文舒 文远 文心 文景 文渊 文和 文山 文海 文亮 文强 文胜 文成 文正 文质 文彬 文韬 文谦 舒云 舒怡 舒涵 舒雅 舒心 舒扬 舒同 国平 国安 国华 国生 国方 国青 国光 国斌 国祥 国顺 国建 国防 国富 国豪 丰年 丰收 丰田 余年 有才 有福 有根 有生 有为 有志 有容 有德 有余 有成 ' +
  '大明 大川 大江 大河 大林 大庆 大同 大年 大成 大田 大文 大为 小宝 小虎 小川 小云 小波 小雨 小雪 小满 小寒 小娟 小慧 小琳 小倩 小伟 小飞 小林 小春 小霞 小娜 小莉 小萍 小敏 小蓉 小菊 小翠 小勇 小涛 金水 金木 金火 金土 金石 金成 金元 金发 金祥 金才 金荣 金富 ' +
  '天宇 天一 天养 天乐 天意 天心 天语 天爱 天歌 天浩 天恩 天福 天生 天翔 天阳 天野 春来 春和 春风 春水 春山 春日 春光 春秀 春娥 春萍 春玲 秋实 秋水 秋阳 秋雨 秋萍 秋兰 秋红 秋生 秋白 秋林 冬生 冬雪 冬青 冬冬 夏天 夏雨 夏雪 夏至 夏荷 夏青 夏阳 ' +
  '雨晴 雨荷 雨林 雨生 雨辰 雨石 雨田 雨霏 雨竹 雨声 晴天 晴雨 晴川 晴雪 晴空 心雨 心远 心月 心安 心宁 心田 心平 心竹 月半 月明 月光 月圆 月如 明理 明德 明义 明礼 明志 明月 明达 明朗 明堂 明山 明川 明江 明海 明国 明福 明贵 明才 明富 明和 明安 明清 ' +
  '思雅 思成 思进 思勤 思懿 思聪 思哲 思凡 思睿 思博 思危 思明 思德 思贤 思危 思危 立人 立功 立德 立言 立业 立春 立夏 立秋 立冬 立本 立生 立成 立波 立宪 立军 立志 学文 学武 学良 学友 学而 学勤 学智 学军 学海 学林 学平 学礼 学义 学忠 学民 学刚 学宁 学斌 学洋 ' +
  '广文 广平 广生 广义 广才 广志 广海 广田 广和 广福 光宗 光耀 光远 光明 光亮 光华 光荣 光辉 光武 光年 光军 光海 光义 光宇 光成 光启 光庭 启明 启航 启文 启华 启林 启元 启迪 启东 启发 启光 启智 启胜 启福 启帆 志国 志平 志和 志安 志远 至诚 至善 至柔 至简 ' +
  '洋洋 阳阳 盈盈 燕燕 莺莺 双双 对对 多多 朵朵 豆豆 团团 元元 圆圆 方方 正正 平平 安安 康康 健健 壮壮 强强 刚刚 威威 龙龙 虎虎 牛牛 羊羊 飞飞 翔翔 鹏鹏 腾腾 跃跃 欣欣 悦悦 喜喜 笑笑 开开 心心 思思 念念 想想 恋恋 爱爱 依依 佳佳 家家 宝宝 贝贝 金金 银银 ' +
  '天天 年年 岁岁 月月 日日 春春 夏夏 秋秋 楚楚 娇娇 娟娟 媚媚 芬芬 芸芸 荣荣 华华 英英 花花 草草 叶叶 果果 苗苗 树树 森森 木木 水水 江江 河河 湖湖 海海 波波 涛涛 浪浪 冰冰 雪雪 霜霜 露露 云云 雨雨 雷雷 风风 星星 亮亮 明明 光光 辉辉 耀耀 ' +
  '若曦 一诺 一鸣 奕辰 沐宸 宇泽 清和 致和 景和 家和 人和 嘉和 一鸣 一弦 一笑 天一 石头 星燃 文举 博文 博涵 嘉怡 嘉豪 嘉欣 金凤 金花 金龙 银花 立新 立军 振华 振国 大伟'
).split(' ');

/** Ends of words after which a name stands: roles and relations. Two characters each. */
const leads: readonly string[] = (
  '客户 用户 患者 旅客 乘客 系人 件人 货人 卡人 记人 请人 员工 学生 老师 同学 办人 责人 司机 车主 业主 户主 房东 租客 租户 买家 卖家 ' +
  '会员 病人 家属 医生 护士 律师 法人 股东 保人 险人 益人 原告 被告 事人 证人 疑人 销售 客服 经理 主任 接人 络人 待人 选人 作者 记者 ' +
  '同事 朋友 丈夫 妻子 父亲 母亲 儿子 女儿 爸爸 妈妈 哥哥 姐姐 弟弟 妹妹 姓名 名字 表人 顾客 教授 同志 战友 队员 选手 演员 歌手 导演 ' +
  '主播 骑手 递员 送员 专员 名叫 我叫 他叫 她叫 我是 院长 校长 书记 主席 局长 处长 科长 部长 董事 总监 总裁 秘书 助理 ' +
  '工号 款人 收人 借人 贷人 租人 用人 养人 护人 居民 村民 市民 职工 教师 考生 孕妇 产妇 婴儿 儿童 老人 伤者 死者 逝者 ' +
  '联系 邀请 通知 致电 约见 采访 访谈 转至 转给 接给 汇给 付给 交给 发给 派给 委托 授权 感谢 恭喜 欢迎 尊敬 亲爱 出人 讲人 持人 保员 工人 ' +
  '机主 小女 犬子 爱子 爱女 东叫 主叫 哥叫 姐叫 妈叫 爸叫 师叫 生叫 友叫 婆叫 公叫 儿叫 女叫 人称 自称 化名 原名 曾用 写的 题的 找到 问到 保安 门卫 保洁 房东 买方 卖方 甲方 乙方 班长 主播 管床 责护 房客 收方 主办 行政 人事 财务 出纳 导游 家人 家长 荐人 绍人 导人 主持 记录 缺席 列席 参会 经办 访客 回访 管家 工头 委派 责任 值守 学员 客人 病患 母女 经纪 ' +
  '谢谢 感谢 次子 长子 三子 长女 次女 小女 三女 害人 案人 行人 单人 医师 借到 收到 欠到 爱的 敬的 户名 开户 审核 检验 查勘 复核 校对 值班 主治 主刀 接诊 陪同 成员 团长 组长 队长 班长 群主 楼长 同桌 孩子 宝宝 闺女 儿媳 女婿 亲家 邻居 中介 小哥 师傅 骑手 ' +
  '领导 老板 员为 员是 判员 记员 勘员 柜员 送人 登人 收者 告知 问下 找下 叫做 代表 打给 打款 舍友 室友 老公 老婆 媳妇 爷爷 奶奶 外公 外婆 叔叔 阿姨 舅舅 姑姑 伯伯 导师 先生 女士 小姐 师傅 大夫 名为 监护 核实 核对 查询 查找 登记 人为 人是 名是 教练 民警 老板 爱人 配偶 同住 经办 递员 证员 收件 寄件 发药 寄回 证明 来自 子弟 格员 护工 月嫂 阿婆 社工 辅警 交警 校医 村医 承办 受理 关员 检员 验员 撰稿 开票 制单 私教 夜审 签名 持证 配药 调配 抄送'
).split(' ');

const followers: readonly string[] = (
  '名下 本人 身份 证件 账户 账号 家属 女儿 儿子 妻子 丈夫 同意 确认 表示 申请 完成 办理 提交 报名 签名 入住 离职 入职 就诊 住院 代表 出席 参加 ' +
  '负责 提供 名义 将工 将于 转账 汇款 还款 预订 预约 下单 购买 投诉 反映 来电 致电 住址 地址 电话 手机 微信 邮箱 收到 签收 领取 借款 贷款 缴纳 ' +
  '驾驶 乘坐 出生 毕业 就读 任职 担任 报案 陈述 辩称 诉称 认为 指出 介绍 回复 发来 联系 因病 因故 因头 于今 于昨 在我 在本 的手 的身 的银 的电 的邮 的车 的护 的住 的地 ' +
  '远嫁 今日 汇报 演示 抓获 讲解 主持 发言 总结 补充 提出 要求 安排 答复 反馈 咨询 询问 透露 坦言 强调 获奖 夺冠 抵达 出发 赶到 前往 去世 病逝 逝世 当选 辞职 任命 获得 荣获 就职 供职 ' +
  '定居 居住 创办 创立 现年 享年 终年 出任 接任 回忆 拟明 拟于 人民 驾车 今天 明天 昨天 今晚 明早 刚才 刚刚 生日 邀请 推荐 分享 撤回 加入 退出 发布 通完 通话 又迟 又来 请假 结婚 回来 家里 他们 他说 她说 说她 说他 ' +
  '复核 审核 宣读 业主 诉你 诉请 诉被 跟进 出差 搭建 汇总 牵头 对接 陪护 拖着 代办 代为 转正 迁出 同志 妈妈 爸爸 家长 还了 还钱 欠款 欠我 向我 与我 和我 对我 把我 说他 值夜 的婚 夫妇 一家 系原 系我 系被 ' +
  '也在 也来 到了 来了 走了 周一 周二 周三 周四 周五 周六 周日 上周 下周 本周 昨晚 前天 后天 赶赴 上门 凭身 到哪 在吗 在哪 好了 辛苦 牌号 护照 银行 快递 包裹 朋友圈'
).split(' ');

/** What is called after somebody or something, and is no personal data then. */
const eponyms: readonly string[] = (
  '小区 花园 新村 家园 公寓 大厦 广场 大道 都城 宿舍 住宅 国际 主义 变换 定理 定律 方程 公式 函数 效应 不等 风格 学派 级数 分布 算法 猜想 悖论 常数 系数 矩阵 法则 滤波 插值 几何 代数 模型 曲线 圆盘 瓶颈 ' +
  '文学奖 奖章 氏病 彗星 星云 染色 杆菌 球菌 量表 指数 半径 环流 海峡 群岛 盆地 高原 三角 瀑布 大陆 遗址 故里 故居 ' +
  '画派 唱腔 太极 拳法 刀法 剪刀 烤鸭 火锅 米线 牛肉 羊肉 烧鸡 烧饼 豆腐 鸭脖 包子 饺子 酱菜 凉皮 凉茶 糕点 月饼 古镇 故城 古城 大曲 黄酒 白酒 陈醋'
).split(' ');

/** What single characters are beside names, as bits. */
export const characterIs = {
  /** Often stands before names. */
  opening: 1,
  /** Often follows a name. */
  following: 2,
  /** Turns what stands before it into a place, an organisation or a thing. */
  placeEnding: 4,
  /** Ends the name of a building or place, and hardly a person's. */
  building: 8,
  /** Almost never the last of a name, but often the first of what follows it. */
  verb: 16,
  /** Stands before what is counted: 这张卡 is a card. */
  counter: 32,
  /** Ends what may stand before a name as well as before anything else: 加了, 查下, 那个. */
  lead: 64,
  /** Ends no clause: what seems to end with it goes on, or it is the last character of a name. */
  joint: 128,
} as const;

const charactersOf: readonly (readonly [bit: number, characters: string])[] = [
  [characterIs.opening, '由请和与给经转退向跟对让被为找叫是问至到的及同替陪约见床'],
  [
    characterIs.following,
    '的和与及在将于因已是说被要到向对给为从由把让就也都先女小老师同医经主总代确提申完登办入出报签收发送来去请有未曾正需持可应担任系住男账银身电手邮地转接下购预支挂就走回问答表负认参称指介于前后今昨明刚又还再没不会能想做打写买卖等你家都',
  ],
  [
    characterIs.placeEnding,
    '省市区县镇乡村路街巷州岛湖河江山港湾桥寺庙塔楼园馆厂店行社局部院校所站库线型款版式类级层批届期集团公司苑奖',
  ],
  [characterIs.building, '塔寺庙桥街巷馆县镇区市苑奖'],
  [
    characterIs.verb,
    '凭收说于在是和因到来去给寄取签转付称表将已被让把从向对跟与或及也都就会要可能应',
  ],
  [characterIs.counter, '哪这那一两几每某该三四五多半'],
  [characterIs.lead, '了下个去把'],
  [characterIs.joint, '于在是和因将被让把从向对跟与或及'],
];

/** What each character is beside names: bits of `characterIs`. */
export const characterTable: Uint8Array = new Uint8Array(65_536);
for (const [bit, characters] of charactersOf)
  for (const character of characters) characterTable[character.charCodeAt(0)]! |= bit;
spreadToTraditional(characterTable, 0);

/** Titles that follow a name. */
const titles: readonly string[] = (
  '先生 女士 小姐 老师 教授 医生 主任 经理 总监 同学 同志 师傅 局长 处长 科长 院长 校长 书记 主席 律师 法官 警官 护士 博士 总裁 董事长 ' +
  '部长 市长 省长 队长 班长 组长 店长 阿姨 叔叔 大爷 奶奶 爷爷 大夫 总经理 副总 专员 助理 秘书 工程师 会计 您好 你好 ' +
  '医师 夫人 太太 同仁 学长 学姐 学弟 学妹 女儿 儿子 老公 老婆'
).split(' ');

const titleStarts = new Uint8Array(65_536);
for (const title of titles) titleStarts[title.charCodeAt(0)] = 1;

/** Whether a title stands at an index. */
export function isTitle(view: TextView, index: number): boolean {
  const { codes } = view;
  if (titleStarts[simplify(codes[index]!)] !== 1) return false;
  return titles.some((title) => {
    let at = 0;
    // Behind the view stand zeros, which no title holds.
    while (at < title.length && simplify(codes[index + at]!) === title.charCodeAt(at)) at += 1;
    return at === title.length;
  });
}

/** Last characters of roles, before a colon: 审核者, 查勘员, 主治医师. */
export const roleEndings: Uint8Array = new Uint8Array(65_536);
for (const character of '人者员师长') roleEndings[character.charCodeAt(0)] = 1;
spreadToTraditional(roleEndings, 0);

/** Names that everyone uses for nobody in particular; they stand for names in forms and samples. */
const everymen: ReadonlySet<string> = new Set(
  '张三 李四 王五 赵六 王二 李雷 韩梅梅 小明 张三丰'.split(' '),
);

const everymanEnds = new Set(Array.from(everymen, (name) => name.charCodeAt(name.length - 1)));

/** Whether a name is one that everyone uses for nobody in particular. */
export function isEveryman(view: TextView, start: number, end: number): boolean {
  return everymanEnds.has(view.at(end - 1)) && everymen.has(view.slice(start, end));
}
