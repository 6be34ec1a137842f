/**
 * Tells running text from tables of characters: in text, two characters of three are among the three hundred most frequent ones.
 *
 * @module
 */
import { isHan } from '../engine/characters.ts';
import type { TextView } from '../engine/view.ts';

const frequent = new Uint8Array(65_536);
for (const character of '的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活电安号户址区路市县省街姓客联收款单') {
  frequent[character.charCodeAt(0)] = 1;
}

/** How many characters are looked at on either side. */
const reach = 24;
/** So many must stand there without a break, or it is running text as far as anyone can say. */
const fewest = 20;

/** Whether what stands around `[start, end)` is a row of characters and no text: a table of a character set, a list of surnames. */
export function isInCharacterTable(view: TextView, start: number, end: number): boolean {
  const { codes } = view;
  let known = 0;
  let count = 0;
  for (
    let index = start - 1;
    index >= 0 && start - index <= reach && isHan(codes[index]!);
    index -= 1
  ) {
    count += 1;
    known += frequent[codes[index]!]!;
  }
  for (
    let index = end;
    index < view.length && index - end < reach && isHan(codes[index]!);
    index += 1
  ) {
    count += 1;
    known += frequent[codes[index]!]!;
  }
  return count >= fewest && known * 5 < count;
}
