/**
 * Names of Tibetans, Mongols, Yi and Uyghurs as they are written in Chinese without a dot: 扎西顿珠, 乌兰图雅. Both halves must be
 * known, since their characters are everyday ones.
 *
 * @module
 */
import type { TextView } from '../engine/view.ts';

const list = (text: string): readonly string[] => text.split(' ');

/** Tibetan: of two such words any order makes a name. */
const tibetan = list(
  '扎西 次仁 卓玛 央金 格桑 平措 旺堆 顿珠 洛桑 丹增 旦增 单增 多吉 白玛 德吉 拉姆 罗布 巴桑 边巴 普布 尼玛 达瓦 达娃 米玛 拉巴 索朗 索南 仁青 仁增 贡布 ' +
    '贡嘎 晋美 强巴 桑珠 桑吉 阿旺 土登 次旺 次旦 次珍 次央 旺姆 旺杰 旺扎 旺久 曲珍 曲扎 曲吉 央宗 央珍 白珍 玉珍 卓嘎 卓尕 措姆 美朵 梅朵 其美 益西 嘉措 加措 坚赞 ' +
    '朗杰 南杰 欧珠 群培 群宗 江村 赤列 云丹 更登 更藏 华旦 才让 才旦 尕藏 万玛 完玛 旦正 公保 道吉 拉毛 班旦 班觉 伦珠 仓决 达杰 格列 格勒 热旦 罗追 罗桑 登巴 登增 ' +
    '扎巴 降央 降初 泽仁 泽翁 四郎 绒布 贡秋 拥措 拥忠 志玛 昂旺 伍金 乌金 德庆 德钦 桑布 桑姆 吉美 久美 旦巴 丹巴 丹珠 益希 南卡 朗卡 扎堆 扎桑 才仁 措毛 吉毛 周毛 尕玛',
);

/** Mongol: the first half, and what follows it. */
const mongolFirst = list(
  '斯琴 乌兰 那仁 娜仁 萨仁 巴图 孟和 宝音 敖登 额尔敦 哈斯 苏日 乌云 青格 阿拉坦 阿拉腾 呼和 布和 朝格 特木尔 阿古 格日 吉日 包音 白音 达来 乌日 莫日 宝力 都仁 恩和 赛音 图门 满都 ' +
    '敖特根 通拉 斯日 金格 陶格 阿木 奥登 朝鲁 苏德 额日 毕力格 那日 哈日 巴雅 图布 其木 娜日 乌仁 萨日 斯庆 那顺 照日 牧其',
);
const mongolLast = list(
  '高娃 图雅 托娅 托雅 其其格 其木格 琪琪格 巴特尔 巴图 格日勒 勒图 勒格尔 木图 毕力格 巴雅尔 朝鲁 巴根 吉雅 苏荣 德力格尔 都楞 图拉嘎 乐图 嘎拉 塔娜 珠拉 陶格涛 满都拉 布和 格勒 乌拉 陶克涛 苏和 ' +
    '扎布 那顺 额尔德尼 格图 古楞 根格 根 苏 娜 乐格 朝格图 德尔 白拉 巴拉 仓布 吉德 都拉 呼 花尔 花 其尔 格尔 门德 斯琴',
);

/** Yi: the clan, and what follows it. */
const yiFirst = list(
  '吉克 沙马 阿的 吉木 吉列 吉狄 阿尔 阿苏 阿侯 阿约 曲比 曲木 曲别 马海 马黑 的日 勒格 俄木 比布 尔古 海来 恩扎 罗洪 果基 莫色 莫什 拉马 阿侯 俄尔 加巴 加拉 且沙 且萨 苏呷 瓦其 瓦扎 ' +
    '吉伍 吉胡 吉能 倮伍 贾巴 井古 额其 八且 巴久 布约 地日 贾司 安哈 日黑 阿力 阿西 阿余 苏勒 石一 克其 乃古',
);
const yiLast = list(
  '阿依 拉毅 伍呷 木呷 尔布 子布 日布 阿支 阿呷 木乃 尔且 布哈 阿木 拉则 拉哈 里惹 克哈 木基 尔沙 五各 伍各 小惹 伍合 古史 色布 尔古 伍果 阿果 乌果 依呷 伍牛 尔呷 阿牛 依布 史布 拉体 依达 石布 ' +
    '日火 日哈 什布 木加 友古 古哈 依洛 伍沙 尔哈 色哈 木沙 阿洛 里布 子古 尔体 子哈 伍萨 曲布 约布 木果 阿妞 阿芝 拉铁 伍各',
);

/** Uyghur names of women end in 古丽, behind these. */
const uyghurFirst = list(
  '阿依 热依汗 帕提 热娜 麦日 阿娜 阿孜 玛依 早热 努尔 吐尔逊 图尔荪 哈尼 海日 米热 阿米 佐热 帕夏 汗克孜 布威 赛乃 茹仙 祖丽 艾米 肉孜 迪丽 塔吉 再努 古丽',
);

/** First half → what may follow it. */
const halves = new Map<string, ReadonlySet<string>>();
const begins = new Uint8Array(65_536);
/** 1 where the first two units of a first half have a hash of {@link hashOf}. */
const pairs = new Uint8Array(8192);
const hashOf = (first: number, second: number): number => (first * 31 + second) & 8191;

function add(firsts: readonly string[], lasts: readonly string[]): void {
  const set = new Set(lasts);
  for (const first of firsts) {
    const known = halves.get(first);
    halves.set(first, known === undefined ? set : new Set([...known, ...set]));
    begins[first.charCodeAt(0)] = 1;
    pairs[hashOf(first.charCodeAt(0), first.charCodeAt(1))] = 1;
  }
}
add(tibetan, tibetan);
add(mongolFirst, mongolLast);
add(yiFirst, yiLast);
add(uyghurFirst, ['古丽']);

/** Whether such a name may begin with a unit. */
export function mayBeginMinorityName(unit: number): boolean {
  return begins[unit] === 1;
}

/** The first two characters of all such names. */
export function listMinorityPairs(): readonly string[] {
  return [...halves.keys()].map((first) => first.slice(0, 2));
}

/** The end of such a name at `start`, or -1. */
export function minorityNameEnd(view: TextView, start: number): number {
  const first = view.at(start);
  if (begins[first] !== 1 || pairs[hashOf(first, view.at(start + 1))] !== 1) return -1;
  for (let length = 2; length < 4; length += 1) {
    const lasts = halves.get(view.slice(start, start + length));
    if (lasts === undefined) continue;
    const from = start + length;
    for (let more = 4; more > 0; more -= 1)
      // At the end of a text, a slice is shorter than what was asked for.
      if (from + more <= view.length && lasts.has(view.slice(from, from + more)))
        return from + more;
  }
  return -1;
}

/** Whether `[start, end)` is such a name. */
export function isMinorityName(view: TextView, start: number, end: number): boolean {
  return minorityNameEnd(view, start) === end;
}
