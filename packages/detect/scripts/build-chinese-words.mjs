// Writes src/data/chinese-words.ts and src/data/chinese-names.ts from a dictionary of Chinese with frequencies and word classes.
//
//   node packages/detect/scripts/build-chinese-words.mjs jieba.dict.utf8 surnames.json
//
// jieba.dict.utf8 is submodules/cppjieba/dict/jieba.dict.utf8 of npm nodejieba@3.5.8 (MIT), surnames.json is index.json of npm
// chinese-surnames@1.0.0 (MIT).
import { readFileSync, writeFileSync } from 'node:fs';

const [dictionaryPath, surnamesPath] = process.argv.slice(2);
const words = readFileSync(dictionaryPath, 'utf8')
  .trim()
  .split('\n')
  .map((line) => line.split(' '))
  .map(([word, count, tag]) => ({ word, count: Number(count), tag }))
  .filter(({ word }) => /^[\u4e00-\u9fff]+$/.test(word));
const surnames = JSON.parse(readFileSync(surnamesPath, 'utf8'));

// Share of the population of the hundred most common surnames in ten-thousandths (Ministry of Public Security, report of 2020,
// rounded; the tail is evened out).
const share = new Map(
  Object.entries({
    王: 720,
    李: 710,
    张: 670,
    刘: 510,
    陈: 460,
    杨: 310,
    黄: 220,
    赵: 210,
    吴: 200,
    周: 190,
    徐: 150,
    孙: 145,
    马: 130,
    朱: 125,
    胡: 120,
    郭: 115,
    何: 110,
    林: 110,
    罗: 100,
    高: 100,
    郑: 95,
    梁: 90,
    谢: 80,
    宋: 80,
    唐: 75,
    许: 70,
    韩: 68,
    邓: 66,
    冯: 65,
    曹: 63,
    彭: 60,
    曾: 58,
    萧: 8,
    肖: 57,
    田: 55,
    董: 54,
    潘: 52,
    袁: 51,
    蔡: 50,
    蒋: 49,
    余: 48,
    于: 47,
    杜: 46,
    叶: 45,
    程: 44,
    魏: 43,
    苏: 42,
    吕: 41,
    丁: 40,
    任: 40,
    卢: 39,
    姚: 38,
    沈: 37,
    钟: 36,
    姜: 36,
    崔: 35,
    谭: 35,
    陆: 34,
    范: 34,
    汪: 33,
    廖: 33,
    石: 32,
    金: 32,
    韦: 31,
    贾: 31,
    夏: 30,
    付: 28,
    方: 30,
    邹: 29,
    熊: 28,
    白: 28,
    孟: 27,
    秦: 27,
    邱: 26,
    侯: 26,
    江: 25,
    尹: 25,
    薛: 24,
    闫: 24,
    段: 23,
    雷: 23,
    龙: 22,
    黎: 22,
    史: 21,
    陶: 21,
    贺: 20,
    毛: 20,
    郝: 20,
    顾: 20,
    龚: 19,
    邵: 19,
    万: 19,
    覃: 18,
    武: 18,
    钱: 18,
    戴: 17,
    严: 17,
    莫: 17,
    孔: 16,
    向: 16,
    常: 15,
    傅: 28,
    温: 14,
    康: 13,
    施: 13,
    牛: 12,
    樊: 12,
    葛: 12,
    安: 11,
    邢: 11,
    乔: 10,
    倪: 10,
    翁: 9,
    庞: 9,
    季: 8,
    殷: 8,
    俞: 9,
    章: 9,
    鲁: 9,
    齐: 8,
    梅: 8,
    庄: 8,
    岳: 7,
    辛: 6,
    管: 6,
    祝: 6,
    左: 6,
    涂: 6,
    谷: 6,
    祁: 6,
    时: 5,
    舒: 6,
    耿: 6,
    牟: 5,
    卜: 4,
    路: 5,
    詹: 6,
    关: 6,
    苗: 5,
    凌: 6,
    费: 4,
    纪: 5,
    靳: 6,
    盛: 5,
    童: 6,
    欧: 7,
    甄: 3,
    项: 5,
    曲: 5,
    成: 4,
    游: 5,
    阳: 4,
    裴: 5,
    席: 3,
    卫: 4,
    查: 3,
    屈: 4,
    鲍: 6,
    位: 1,
    霍: 5,
    翟: 7,
    隋: 3,
    焦: 5,
    柳: 5,
    邬: 3,
    骆: 5,
    兰: 5,
    解: 3,
    申: 5,
    聂: 6,
    宁: 4,
    尚: 4,
    车: 3,
    连: 3,
    冉: 4,
    单: 3,
    阮: 5,
    米: 2,
    艾: 3,
    麦: 3,
    穆: 3,
    丛: 2,
    褚: 2,
    娄: 3,
    窦: 3,
    华: 3,
    宫: 2,
    景: 3,
    古: 3,
    柴: 4,
    蒲: 3,
    房: 2,
    佟: 3,
    晏: 2,
    滕: 3,
    党: 2,
    池: 2,
    沙: 2,
    包: 3,
    司: 2,
    柯: 5,
    卓: 3,
    蓝: 4,
    桂: 2,
    邝: 3,
    甘: 4,
    宗: 3,
    简: 3,
    荆: 2,
    戚: 2,
    桑: 1,
    冷: 2,
    占: 1,
    闵: 2,
    楚: 2,
    边: 2,
    文: 8,
    喻: 3,
    云: 1,
    鞠: 2,
    符: 4,
    尤: 4,
    应: 3,
    谈: 2,
    储: 2,
    代: 8,
    巩: 2,
    井: 1,
    仇: 2,
    惠: 1,
    臧: 3,
    邸: 1,
    郎: 2,
    伍: 6,
    封: 2,
    计: 1,
    阎: 8,
    奚: 2,
    赖: 12,
    洪: 10,
    饶: 5,
    粟: 1,
    鄢: 1,
    虞: 2,
    郁: 1,
    丘: 2,
    麻: 1,
    敖: 2,
    寇: 2,
    颜: 8,
    冀: 2,
    匡: 2,
    芦: 3,
    海: 1,
    全: 1,
    原: 1,
    和: 1,
    平: 1,
    明: 1,
    水: 1,
    强: 1,
    容: 1,
    支: 1,
    区: 3,
    岑: 3,
    苟: 2,
    晁: 1,
    商: 1,
    况: 1,
    竺: 1,
    滑: 1,
    巫: 2,
    毕: 4,
    卞: 2,
    屠: 2,
    佘: 3,
    练: 1,
    幸: 1,
    闻: 2,
    丰: 1,
    乐: 1,
  }).filter(([, value]) => value > 0),
);
for (const surname of surnames)
  if (surname.length === 1 && !share.has(surname)) share.set(surname, 0.15);

// How often each character stands in running text, by the counts of the words that hold it.
const inText = new Map();
let textTotal = 0;
for (const { word, count, tag } of words) {
  if (tag === 'nr' || tag === 'nrt') continue;
  for (const character of word) {
    inText.set(character, (inText.get(character) ?? 0) + count);
    textTotal += count;
  }
}
const textShare = (character) => ((inText.get(character) ?? 0) + 30) / textTotal;

const notNames =
  /[县寺镇村山庄州河湖市区省府宫殿帝王后侯公爷氏族军师国家岛楼阁院厅城门桥路街馆堂店厂社会党队团派]$/;
const common = new Set([...share].filter(([, value]) => value >= 15).map(([surname]) => surname));
const names = words.filter(
  ({ word, tag }) =>
    tag === 'nr' &&
    word.length >= 2 &&
    word.length <= 3 &&
    common.has(word[0]) &&
    !notNames.test(word),
);

// Characters of given names of the last decades, of which the dictionary's people know few, and the everyday ones that are words
// as well: the least weight that they have.
const modern =
  '梓涵萱宸睿熙瑶彤妍桐馨轩曦玥琪琳萌昕昱沐辰铭皓昊晨诺悦怡欣语嫣依若紫柔雪莹婧婕颖蕾薇菲洁茹芸蓓蕊娟秀兰霞豪浩宇墨雨诗雅思涛磊斌杰辉鹏娜婷敏静丽艳芳玲燕梅莉丹萍倩琴俊';
const everyday =
  '强华勇军伟超刚波健飞亮毅红云建志海晓春玉金桂凤英佑泽佳凡君乐欢博瑞恒翔凯晶霖森楠松柏阳晴';
const floors = new Map([
  ...[...modern].map((character) => [character, 4]),
  ...[...everyday].map((character) => [character, 3]),
]);

function weigh(pick) {
  const counts = new Map();
  let total = 0;
  for (const { word } of names) {
    const character = pick(word);
    if (character === undefined) continue;
    counts.set(character, (counts.get(character) ?? 0) + 1);
    total += 1;
  }
  const groups = new Map();
  for (const character of floors.keys()) if (!counts.has(character)) counts.set(character, 2);
  for (const [character, count] of counts) {
    if (count < 2 && !floors.has(character)) continue;
    const weight = Math.log((count + 0.5) / total / textShare(character));
    const step = Math.max(floors.get(character) ?? -4, Math.min(6, Math.round(weight)));
    groups.set(step, (groups.get(step) ?? '') + character);
  }
  return [...groups]
    .sort((a, b) => b[0] - a[0])
    .map(([step, characters]) => `${step} ${[...characters].sort().join('')}`);
}

const populationTotal = [...share.values()].reduce((sum, value) => sum + value, 0);
const surnameGroups = new Map();
for (const [surname, value] of share) {
  const weight = Math.log(value / populationTotal / textShare(surname));
  const step = Math.max(-6, Math.min(6, Math.round(weight)));
  surnameGroups.set(step, (surnameGroups.get(step) ?? '') + surname);
}
const compound = surnames.filter((surname) => surname.length === 2);

// Characters in which foreign names are written.
const foreign = new Map();
for (const { word, tag } of words)
  if (tag === 'nrt')
    for (const character of word) foreign.set(character, (foreign.get(character) ?? 0) + 1);
const foreignTotal = [...foreign.values()].reduce((sum, value) => sum + value, 0);
const transliteration = [...foreign]
  .filter(
    ([character, count]) => count >= 8 && Math.log(count / foreignTotal / textShare(character)) > 0,
  )
  .map(([character]) => character)
  .sort()
  .join('');

const group = (list) => {
  const byFirst = new Map();
  for (const word of list) byFirst.set(word[0], [...(byFirst.get(word[0]) ?? []), word.slice(1)]);
  return byFirst;
};
// The dictionary takes many words that begin with a surname for names: 谢谢, 高峰, 文明. With the commonest surnames only these are words.
const wordsWithSurname = new Set(
  (
    '王朝 王爷 王公 王府 王子 王八 王宫 王侯 王道 王妃 王后 王权 王族 王法 王冠 王储 孙子 孙女 张开 张贴 张嘴 张口 张罗 张扬 张望 张狂 李子 陈述 陈列 陈设 陈旧 ' +
    '陈年 杨柳 杨树 杨梅 周转 周密 周旋 周全 周详 周折 徐徐 朱红 朱砂 刘海 黄石 黄龙 黄帝 黄牛 黄昏 黄泉 马匹 马背 马夫 马道 马鞭 马鞍 马虎 马尾 马屁 马甲 高峰 高潮 高明 ' +
    '林子 林木 何谓 何干 罗汉 罗盘 郭外'
  ).split(' '),
);
const commonest = new Set('王李张刘陈杨赵吴徐朱孙郭周黄马林何罗');
const isWord = ({ word, count, tag }) =>
  tag !== 'nrt' &&
  (tag !== 'nr' ||
    (word.length === 2 &&
      count >= 90 &&
      (wordsWithSurname.has(word) || (!commonest.has(word[0]) && !floors.has(word[1])))) ||
    wordsWithSurname.has(word));
const ordinary = words.filter(isWord);
const two = ordinary.filter(({ word, count }) => word.length === 2 && count >= 100);
const frequent = group(two.filter(({ count }) => count >= 1000).map(({ word }) => word));
const rare = group(two.filter(({ count }) => count < 1000).map(({ word }) => word));
const firsts = [...new Set([...frequent.keys(), ...rare.keys()])].sort();
const twoRows = firsts.map((first) =>
  `${first}${(frequent.get(first) ?? []).join('')}/${(rare.get(first) ?? []).join('')}`.replace(
    /\/$/,
    '',
  ),
);
const three = group(
  ordinary
    .filter(({ word, count }) => word.length === 3 && count >= 30 && share.has(word[0]))
    .map(({ word }) => word),
);
const threeRows = [...three].map(([first, rests]) => `${first}${rests.join('')}`);

const wrap = (text) =>
  text
    .match(/.{1,60}/gu)
    .map((part) => `  '${part}'`)
    .join(' +\n');
const header =
  '// Generated by scripts/build-chinese-words.mjs from the dictionary of npm nodejieba (MIT)';
writeFileSync(
  new URL('../src/data/chinese-words.ts', import.meta.url),
  `${header}; do not edit.

/** Words of two characters: first character, seconds of frequent words, \`/\`, seconds of rarer ones; rows end with a space. */
export const twoCharacterWords: string =
${wrap(twoRows.join(' '))};

/** Words of three characters that begin with a surname: the surname, then the other two characters of each. */
export const threeCharacterWords: string =
${wrap(threeRows.join(' '))};
`,
);
writeFileSync(
  new URL('../src/data/chinese-names.ts', import.meta.url),
  `${header} and of npm chinese-surnames (MIT); do not edit.

/** Surnames by weight: natural logarithm of their share among people over their share in running text. */
export const surnameWeights: readonly string[] = [
${[...surnameGroups]
  .sort((a, b) => b[0] - a[0])
  .map(([step, characters]) => `  '${step} ${characters}',`)
  .join('\n')}
];

/** Surnames of two characters. */
export const compoundSurnames: string =
${wrap(compound.join(''))};

/** First characters of given names of two characters, by weight. */
export const givenFirstWeights: readonly string[] = [
${weigh((word) => (word.length === 3 ? word[1] : undefined))
  .map((row) => `  '${row}',`)
  .join('\n')}
];

/** Last characters of given names, by weight. */
export const givenLastWeights: readonly string[] = [
${weigh((word) => word.at(-1))
  .map((row) => `  '${row}',`)
  .join('\n')}
];

/** Characters in which names of other languages are written. */
export const transliterationCharacters: string =
${wrap(transliteration)};
`,
);
console.log(names.length, two.length, compound.length, transliteration.length);
