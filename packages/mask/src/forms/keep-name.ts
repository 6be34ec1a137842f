import type { Kept } from './create-form-mask.ts';

/** Compound surnames in use; a name that begins with one and has more characters keeps both. */
const compoundSurnames = new Set(
  (
    '欧阳 司马 上官 诸葛 司徒 东方 独孤 南宫 夏侯 皇甫 尉迟 公孙 轩辕 令狐 钟离 宇文 长孙 慕容 鲜于 端木 百里 呼延 ' +
    '万俟 闻人 赫连 澹台 公冶 宗政 濮阳 淳于 单于 太叔 申屠 仲孙 闾丘 司空 司寇 子车 颛孙 巫马 公西 漆雕 乐正 壤驷 ' +
    '公良 拓跋 夹谷 宰父 谷梁 段干 东郭 南门 羊舌 微生 左丘 东门 西门 第五 纳兰 完颜 梁丘'
  ).split(' '),
);

const chinese = /^\p{Script=Han}{2,8}$/u;

/** Names with parts: 买买提·艾力, John Smith. */
const inParts = /^[\p{L}\p{M}](?:[\p{L}\p{M}'’·•‧． .-]{0,62}[\p{L}\p{M}])$/u;

/** What stays of a name: the surname of a Chinese one, the first letter of another. */
export function keepName(value: string): Kept | undefined {
  if (chinese.test(value)) {
    const compound = value.length > 2 && compoundSurnames.has(value.slice(0, 2));
    return { first: compound ? 2 : 1, last: 0 };
  }
  return inParts.test(value) ? { first: 1, last: 0, signs: /[·•‧． .-]/ } : undefined;
}
