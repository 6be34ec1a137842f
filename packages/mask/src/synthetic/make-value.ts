/**
 * Valid values of each form, made of nothing but draws.
 *
 * @module
 */
import type { MaskForm } from '../forms/create-form-mask.ts';
import { places } from './places.ts';

/** Draws a number from 0 to before `size`. */
export type Draw = (size: number) => number;

const surnames =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常';
const givenNames =
  '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红梅建国文辉力波宁贵福生亮俊峰雪丹萍鑫宇浩凯健晨佳欣怡雨泽梓涵子轩思婷嘉琪博睿诗瑶志远海燕春晓东光云飞林青松柏清宏';
const streets =
  '文三路 人民路 中山路 解放路 建设路 和平路 长江路 黄河路 新华路 学院路 滨河路 青年路'.split(' ');
const carriers =
  '130 131 132 133 134 135 136 137 138 139 150 151 152 153 155 156 157 158 159 166 173 175 176 177 178 180 181 182 183 184 185 186 187 188 189 191 198 199'.split(
    ' ',
  );
const provinces = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼';
/** Letters of plates: no I and O, GA 36. */
const plateLetters = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
const codeAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const domains = ['example.com', 'example.net', 'example.org'];

const residentWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2];
const codeWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

const pick = <Item>(draw: Draw, items: ArrayLike<Item>): Item => items[draw(items.length)]!;

function digits(draw: Draw, count: number): string {
  let text = '';
  for (let index = 0; index < count; index += 1) text += draw(10);
  return text;
}

/** The sum of the values of characters, each times its weight. */
function weigh(text: string, weights: readonly number[], read: (character: string) => number) {
  return weights.reduce((sum, weight, index) => sum + weight * read(text[index]!), 0);
}

/** The check digit of a card number: ISO/IEC 7812-1, annex B. */
function luhn(body: string): number {
  let sum = 0;
  for (let index = 0; index < body.length; index += 1) {
    const digit = Number(body[body.length - 1 - index]) * (index % 2 === 0 ? 2 : 1);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return (10 - (sum % 10)) % 10;
}

/** Dates of birth are from 1950 to 2004. */
function makeResidentId(draw: Draw): string {
  const day = new Date(Date.UTC(1950, 0, 1 + draw(20_089))).toISOString().slice(0, 10);
  const order = String(1 + draw(999)).padStart(3, '0');
  const body = pick(draw, places)[0] + day.replaceAll('-', '') + order;
  return body + '10X98765432'[weigh(body, residentWeights, Number) % 11];
}

/** GB 32100-2015 with an organisation code of GB 11714-1997 in it. */
function makeCreditCode(draw: Draw): string {
  const organisation = digits(draw, 8);
  const rest = (11 - (weigh(organisation, organisationWeights, Number) % 11)) % 11;
  const body = `91${pick(draw, places)[0]}${organisation}${rest === 10 ? 'X' : rest}`;
  const sum = weigh(body, codeWeights, (character) => codeAlphabet.indexOf(character));
  return body + codeAlphabet[(31 - (sum % 31)) % 31];
}

function makeMailbox(draw: Draw): string {
  let name = '';
  for (let syllables = 2 + draw(2); syllables > 0; syllables -= 1) {
    name += pick(draw, 'bcdfghjklmnprstwxyz') + pick(draw, 'aeiou') + pick(draw, ['', 'n', 'ng']);
  }
  return `${name}${digits(draw, 4)}@${pick(draw, domains)}`;
}

/** Makes one value of a form. */
export const makers: Readonly<Record<MaskForm, (draw: Draw) => string>> = {
  name: (draw) =>
    pick(draw, surnames) + pick(draw, givenNames) + (draw(3) > 0 ? pick(draw, givenNames) : ''),
  phone: (draw) => pick(draw, carriers) + digits(draw, 8),
  'resident-id': makeResidentId,
  'bank-card'(draw) {
    const body = `622202${digits(draw, 12)}`;
    return body + luhn(body);
  },
  email: makeMailbox,
  address: (draw) => `${pick(draw, places)[1]}${pick(draw, streets)}${1 + draw(999)}号`,
  plate: (draw) =>
    pick(draw, provinces) + pick(draw, plateLetters) + pick(draw, plateLetters) + digits(draw, 4),
  'credit-code': makeCreditCode,
  passport: (draw) => `E${digits(draw, 8)}`,
};
