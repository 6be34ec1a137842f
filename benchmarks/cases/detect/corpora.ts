/**
 * Texts that the cases scan: made by a seeded generator, the same in every run. Personal data in them is invented.
 *
 * @module
 */

/** A generator of numbers from 0 to below 1, the same for the same seed (Numerical Recipes' linear congruence). */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}

class Writer {
  readonly #random: () => number;

  constructor(seed: number) {
    this.#random = seeded(seed);
  }

  below(limit: number): number {
    return Math.floor(this.#random() * limit);
  }

  digits(count: number): string {
    return Array.from({ length: count }, () => String(this.below(10))).join('');
  }

  pick(list: readonly string[]): string {
    return list[this.below(list.length)]!;
  }
}

const two = (value: number): string => String(value).padStart(2, '0');

const agents = [
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36',
  'curl/8.4.0',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.1',
];
const paths = [
  '/api/v1/orders',
  '/static/js/main.8f3a2.js',
  '/health',
  '/index.html',
  '/api/search?q=phone+case&page=3',
];
const messages = [
  'Started worker pool with 8 threads',
  'Connection established to upstream',
  'Cache miss for key session store, loading from database',
  'Request completed successfully',
  'Retrying operation after transient failure',
  'Scheduled job finished without errors',
];
const words =
  'the of and to in a is that for it as was with be by on not he but at are this have from or had they which one you were all there would their we been has when who will no more if out so up said what about than into them can only other time new some could these two may first then do'.split(
    ' ',
  );
const surnames = Array.from('王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗');
const given =
  '伟 芳 娜 敏 静 强 磊 洋 艳 勇 军 杰 娟 涛 明 超 秀英 志强 建国 海燕 文斌 子轩 欣怡 浩然 雨桐'.split(
    ' ',
  );
const cities = [
  '北京市朝阳区',
  '上海市浦东新区',
  '广东省深圳市南山区',
  '浙江省杭州市西湖区',
  '四川省成都市武侯区',
];
const roads = ['人民路', '解放路', '建设路', '中山路', '科技路'];

/** A resident identity number whose check digit holds (GB 11643). */
function residentId(writer: Writer): string {
  const seventeen = `${writer.pick(['110101', '310115', '440305', '330106', '510107'])}19${60 + writer.below(40)}${two(1 + writer.below(12))}${two(1 + writer.below(28))}${two(writer.below(99))}${1 + writer.below(9)}`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce(
    (total, weight, index) => total + weight * Number(seventeen[index]),
    0,
  );
  return seventeen + '10X98765432'[sum % 11]!;
}

const lines: Readonly<Record<string, (writer: Writer) => string>> = {
  'access-log': (writer) =>
    `${1 + writer.below(220)}.${writer.below(256)}.${writer.below(256)}.${writer.below(256)} - - [${two(1 + writer.below(28))}/Nov/2026:${two(writer.below(24))}:${two(writer.below(60))}:${two(writer.below(60))} +0800] "GET ${writer.pick(paths)} HTTP/1.1" ${writer.pick(['200', '304', '404'])} ${writer.below(90_000)} "-" "${writer.pick(agents)}"\n`,
  'server-log': (writer) =>
    `2026-11-${two(1 + writer.below(28))}T${two(writer.below(24))}:${two(writer.below(60))}:${two(writer.below(60))}.${writer.digits(3)}Z INFO  [pool-2-thread-${writer.below(20)}] com.example.service.OrderService - ${writer.pick(messages)} (took ${writer.below(500)}ms)\n`,
  'chinese-personal': (writer) => {
    const name = writer.pick(surnames) + writer.pick(given);
    const phone = `1${writer.pick(['38', '39', '50', '86', '77'])}${writer.digits(8)}`;
    return `客户${name}，联系电话${phone}，身份证号${residentId(writer)}，邮箱u${writer.digits(5)}@163.com，住址${writer.pick(cities)}${writer.pick(roads)}${1 + writer.below(300)}号${1 + writer.below(20)}栋${100 + writer.below(2000)}室\n`;
  },
  prose: (writer) => {
    const sentence = Array.from({ length: 6 + writer.below(14) }, () => writer.pick(words)).join(
      ' ',
    );
    return `${sentence[0]!.toUpperCase()}${sentence.slice(1)}. `;
  },
  code: (writer) =>
    `export function ${writer.pick(words)}Of(${writer.pick(words)}: number): string {\n  const result = ${writer.pick(words)}[${writer.below(9)}] ?? '';\n  // ${writer.pick(words)} ${writer.pick(words)} ${writer.pick(words)}\n  return result.slice(0, ${writer.below(64)});\n}\n`,
  json: (writer) =>
    `{"id":${writer.below(1_000_000)},"sku":"SKU-${writer.digits(5)}","title":"${writer.pick(words)} ${writer.pick(words)}","price":${writer.below(1000)}.${writer.digits(2)},"active":true,"user":{"email":"user${writer.digits(4)}@example.com","phone":"138${writer.digits(8)}"}}\n`,
};

/** Names of the corpora. */
export const corpusNames: readonly string[] = Object.keys(lines);

/** Text of a corpus, of `size` code units and a few more. */
export function corpus(name: string, size: number): string {
  const line = lines[name]!;
  const writer = new Writer(20_261_123);
  const parts: string[] = [];
  for (let length = 0; length < size; ) {
    const next = line(writer);
    parts.push(next);
    length += next.length;
  }
  return parts.join('');
}
