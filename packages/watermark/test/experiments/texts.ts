import {
  cleanText,
  markText,
  measureText,
  type TextChannel,
  textChannels,
  traceText,
  usualTextChannels,
} from '@yushu/watermark/text';
import iconv from 'iconv-lite';
import { chinese, dialogue, english, genres } from '../text/sample-texts.ts';
import { seededRandom } from './adult-like.ts';

/** How much of a text must be left for an answer, after what happens to texts. */
const key = new Uint8Array(32).fill(5);
const id = 0xcafe_f00d;
const places = 5;
const shares = [1, 0.5, 0.25, 0.125];

/** Minutes as offices write them: many connectives, numbers and names of products. */
const minutes = [...'甲乙丙丁戊己庚辛壬癸']
  .map(
    (name, at) =>
      `${name}方于 11 月${at + 3}日说明情况。因此，${name}组仍然按照 PDF 第 ${at + 2} 页的规定作出安排；但是，账户尚未对账，其他方面的问题非常重要。`,
  )
  .join('');
const texts: Record<string, string> = {
  'English, 2 kB': english,
  'Chinese, 1 kB': chinese,
  'Chinese dialogue, 0.8 kB': dialogue,
  'Chinese, 1.8 kB': chinese + dialogue,
  ...Object.fromEntries(Object.entries(genres).map(([name, text]) => [`${name}, 1 kB`, text])),
  'Chinese minutes, 1.8 kB': minutes,
};
const gbk = (text: string) => iconv.decode(iconv.encode(text, 'gbk'), 'gbk');
const changes: Record<string, (text: string) => string> = {
  nothing: (text) => text,
  'NFKC, strip of Cf, trim': (text) =>
    text
      .normalize('NFKC')
      .replace(/\p{Cf}/gu, '')
      .trim(),
  'GBK, ? for what it lacks': gbk,
  'one letter in 25 changed': (text) => {
    const random = seededRandom(4);
    return text.replace(/[\p{L}\p{N}]/gu, (one) => {
      if (random() > 0.04) return one;
      return /[a-z]/i.test(one) ? 'q' : '的';
    });
  },
  'GBK without what it lacks': (text) => gbk(text.replace(/[\ufe00-\ufe0f]/g, '')),
  cleanText: (text) => cleanText(text).text,
};
const candidates = Array.from({ length: 1000 }, (_, index) => index).concat(id);

function count(
  text: string,
  share: number,
  change: (text: string) => string,
  isListed: boolean,
): number {
  const length = Math.floor(share * text.length);
  let right = 0;
  for (let place = 0; place < places; place += 1) {
    const start = Math.floor(((text.length - length) * place) / (places - 1));
    const trace = traceText(change(text.slice(start, start + length)), {
      key,
      ...(isListed ? { candidates } : {}),
    });
    if (trace.found && trace.id !== id) throw new Error('a wrong id was read');
    if (trace.found) right += 1;
  }
  return right;
}

const sets: Record<string, readonly TextChannel[]> = {
  usual: usualTextChannels,
  all: textChannels,
};
for (const [name, text] of Object.entries(texts)) {
  const { bits } = measureText(text);
  process.stdout.write(`\n${name}: ${JSON.stringify(bits)}\n`);
  for (const [set, channels] of Object.entries(sets)) {
    const marked = markText(text, { key, id, channels }).text;
    for (const [change, apply] of Object.entries(changes)) {
      // The channel that is not among the usual ones counts where others are lost.
      if (set === 'all' && !change.includes('without') && change !== 'cleanText') continue;
      const cells = shares.map(
        (share) =>
          `${100 * share} %: ${count(marked, share, apply, false)}/${count(marked, share, apply, true)}`,
      );
      process.stdout.write(
        `${set} channels, ${change}: ${cells.join('  ')} of ${places} (without a list / among 1,001)\n`,
      );
    }
  }
}
