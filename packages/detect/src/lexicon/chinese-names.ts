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
import type { TextView } from '../engine/view.ts';
import { markTriples, markWords } from './chinese-words.ts';
import { PairTable } from './pair-table.ts';

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

const compoundStarts = new Uint8Array(65_536);
for (let index = 0; index < compoundSurnames.length; index += 2) {
  const first = compoundSurnames.charCodeAt(index);
  compoundStarts[first] = 1;
  // Let through to the test of two characters.
  if (surnameTable[first] === noSurname) surnameTable[first] = compoundOnly;
}

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
  '公孙',
  '仲孙',
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
} as const;

let pairs: PairTable | undefined;

function readPairs(): PairTable {
  const table = new PairTable(32_768);
  markWords(table);
  markTriples(table, pairIs.triple);
  const mark = (words: readonly string[], bit: number): void => {
    for (const word of words) table.mark(word.charCodeAt(0), word.charCodeAt(1), bit);
  };
  mark(givenPairs, pairIs.given);
  mark(leads, pairIs.lead);
  mark(followers, pairIs.follower);
  for (let index = 0; index < compoundSurnames.length; index += 2) {
    const surname = compoundSurnames.slice(index, index + 2);
    mark([surname], wordLike.has(surname) ? pairIs.wordlike : pairIs.compound);
  }
  return table;
}

/** What two units are, as bits of `pairIs`. */
export function pairOf(first: number, second: number): number {
  pairs ??= readPairs();
  return pairs.get(first, second);
}

/** 1 where a character stands in names of other languages of China or of foreigners, as in 买买提·阿凡提. */
export const transliterationTable: Uint8Array = new Uint8Array(65_536);
for (const character of `${transliterationCharacters}买提江吐逊古汗肉孜艾依努尔木合麦阿卜杜拉力克帕热西曼沙吾苏里坦亚库那比吉扎卓玛次仁顿珠格桑央旦增尼普布多罗才让加措凡巴图其其格乌日娜额尔敦牧仁`) {
  transliterationTable[character.charCodeAt(0)] = 1;
}

const givenPairs: readonly string[] = (
  '建国 建军 建华 建平 建明 建伟 建民 建林 国强 国华 国平 国栋 国良 国荣 志强 志明 志刚 志伟 志远 志勇 志华 志国 文斌 文杰 文辉 文军 ' +
  '文博 永强 永刚 永生 永明 海燕 海涛 海波 海龙 海霞 海峰 海英 晓明 晓红 晓燕 晓东 晓峰 晓丽 晓玲 晓华 晓军 小红 小燕 小平 小明 小芳 小军 小龙 ' +
  '秀英 秀兰 秀珍 秀华 秀芳 秀云 秀梅 桂英 桂兰 桂芳 桂珍 桂荣 玉兰 玉梅 玉英 玉珍 玉华 玉芬 淑珍 淑英 淑芬 淑华 淑兰 淑芳 淑芹 凤英 凤兰 凤霞 ' +
  '红梅 红霞 红英 春梅 春燕 春花 春兰 丽华 丽娟 丽萍 丽丽 雪梅 雪莲 爱华 爱民 爱玲 卫东 卫国 卫华 卫民 保国 德华 德明 德胜 明辉 明华 ' +
  '俊杰 俊峰 俊豪 俊辉 家豪 家明 家辉 家欣 子轩 子涵 子墨 子豪 子怡 子晨 浩然 浩宇 浩轩 宇轩 宇航 宇辰 雨桐 雨欣 雨婷 雨涵 雨轩 梓涵 梓轩 梓萱 ' +
  '欣怡 欣悦 欣妍 诗涵 诗雨 思远 思雨 思涵 思琪 佳怡 佳琪 佳慧 佳豪 梦瑶 梦琪 梦洁 婷婷 娜娜 丹丹 莉莉 燕燕 静怡 雅琴 雅婷 雅丽 天佑 天宇 晨曦 ' +
  '若曦 一诺 一鸣 奕辰 沐宸 宇泽 博文 博涵 嘉怡 嘉豪 嘉欣 金凤 金花 金龙 银花 立新 立军 振华 振国 大伟'
).split(' ');

/** Ends of words after which a name stands: roles and relations. Two characters each. */
const leads: readonly string[] = (
  '客户 用户 患者 旅客 乘客 系人 件人 货人 卡人 记人 请人 员工 学生 老师 同学 办人 责人 司机 车主 业主 户主 房东 租客 租户 买家 卖家 ' +
  '会员 病人 家属 医生 护士 律师 法人 股东 保人 险人 益人 原告 被告 事人 证人 疑人 销售 客服 经理 主任 接人 络人 待人 选人 作者 记者 ' +
  '同事 朋友 丈夫 妻子 父亲 母亲 儿子 女儿 爸爸 妈妈 哥哥 姐姐 弟弟 妹妹 姓名 名字 表人 顾客 教授 同志 战友 队员 选手 演员 歌手 导演 ' +
  '主播 骑手 递员 送员 专员 名叫 我叫 他叫 她叫 我是 院长 校长 书记 主席 局长 处长 科长 部长 董事 总监 总裁 秘书 助理 ' +
  '工号 款人 收人 借人 贷人 租人 用人 养人 护人 居民 村民 市民 职工 教师 考生 孕妇 产妇 婴儿 儿童 老人 伤者 死者 逝者 ' +
  '联系 邀请 通知 致电 约见 采访 访谈 转至 转给 接给 汇给 付给 交给 发给 派给 委托 授权 感谢 恭喜 欢迎 尊敬 亲爱 出人 讲人 持人 保员 工人 ' +
  '舍友 室友 老公 老婆 媳妇 爷爷 奶奶 外公 外婆 叔叔 阿姨 舅舅 姑姑 伯伯 导师 先生 女士 小姐 师傅 大夫 名为 监护 核实 核对 查询 查找 登记 人为 人是 名是'
).split(' ');

const followers: readonly string[] = (
  '名下 本人 身份 证件 账户 账号 家属 女儿 儿子 妻子 丈夫 同意 确认 表示 申请 完成 办理 提交 报名 签名 入住 离职 入职 就诊 住院 代表 出席 参加 ' +
  '负责 提供 名义 将工 将于 转账 汇款 还款 预订 预约 下单 购买 投诉 反映 来电 致电 住址 地址 电话 手机 微信 邮箱 收到 签收 领取 借款 贷款 缴纳 ' +
  '驾驶 乘坐 出生 毕业 就读 任职 担任 报案 陈述 辩称 诉称 认为 指出 介绍 回复 发来 联系 因病 因故 因头 于今 于昨 在我 在本 的手 的身 的银 的电 的邮 的车 的护 的住 的地'
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
} as const;

const charactersOf: readonly (readonly [bit: number, characters: string])[] = [
  [characterIs.opening, '由请和与给向跟对让被为找叫是问至到的及同替陪约见'],
  [
    characterIs.following,
    '的和与及在将于因已是说被要到向对给为从由把让就也都先女小老师同医经主总代确提申完登办入出报签收发送来去请有未曾正需持可应担任系住男账银身电手邮地转接下购预支挂就走回问答表负认参称指介于前后今昨明刚又还再没不会能想做打写买卖等',
  ],
  [
    characterIs.placeEnding,
    '省市区县镇乡村路街巷州岛湖河江山港湾桥寺庙塔楼园馆厂店行社局部院校所站库线型款版式类级层批届期集团公司',
  ],
  [characterIs.building, '塔寺庙桥街巷馆县镇区市'],
  [
    characterIs.verb,
    '收说于在是和因到来去给寄取签转付称表将已被让把从向对跟与或及也都就会要可能应',
  ],
  [characterIs.counter, '哪这那一两几每某该三四五多半'],
];

/** What each character is beside names: bits of `characterIs`. */
export const characterTable: Uint8Array = new Uint8Array(65_536);
for (const [bit, characters] of charactersOf)
  for (const character of characters) characterTable[character.charCodeAt(0)]! |= bit;

/** Titles that follow a name. */
const titles: readonly string[] = (
  '先生 女士 小姐 老师 教授 医生 主任 经理 总监 同学 同志 师傅 局长 处长 科长 院长 校长 书记 主席 律师 法官 警官 护士 博士 总裁 董事长 ' +
  '部长 市长 省长 队长 班长 组长 店长 阿姨 叔叔 大爷 奶奶 爷爷 大夫 总经理 副总 专员 助理 秘书 工程师 会计 您好 你好'
).split(' ');

const titleStarts = new Uint8Array(65_536);
for (const title of titles) titleStarts[title.charCodeAt(0)] = 1;

/** Whether a title stands at an index. */
export function isTitle(view: TextView, index: number): boolean {
  return titleStarts[view.at(index)] === 1 && titles.some((title) => view.startsWith(title, index));
}

/** Names that everyone uses for nobody in particular; they stand for names in forms and samples. */
const everymen: ReadonlySet<string> = new Set(
  '张三 李四 王五 赵六 王二 李雷 韩梅梅 小明 张三丰'.split(' '),
);

const everymanEnds = new Set(Array.from(everymen, (name) => name.charCodeAt(name.length - 1)));

/** Whether a name is one that everyone uses for nobody in particular. */
export function isEveryman(view: TextView, start: number, end: number): boolean {
  return everymanEnds.has(view.at(end - 1)) && everymen.has(view.slice(start, end));
}
