/**
 * What stands directly before and behind a number: it may be a part of something longer, an amount, or a decimal.
 *
 * @module
 */
import type { Evidence } from '@yushu/core';
import { isAlphanumeric, isDigit, isHan, isWord } from '../engine/characters.ts';
import { cueAt } from '../engine/cues.ts';
import type { DigitRun } from '../engine/digit-run.ts';
import { reason } from '../engine/scan.ts';
import type { TextView } from '../engine/view.ts';

/** Bits of what speaks of an amount: a sign of currency before it, a unit behind it. */
const amounts = new Uint8Array(65_536);
const currency = 1;
const unitOfAmount = 2;
for (const sign of '$¥￥€£') amounts[sign.charCodeAt(0)]! |= currency;
for (const unit of '%元万亿千百年个次人名件份条台吨米岁斤℃')
  amounts[unit.charCodeAt(0)]! |= unitOfAmount;

const amount = reason('negative', -3, 'amount');
const decimal = reason('negative', -3, 'part of a decimal');
const joined = reason('negative', -1.6, 'part of a longer code');
const hashed = reason('negative', -1.2, 'after a number sign');

/** No reasons. */
export const noEdges: readonly Evidence[] = [];
const inRow = reason('negative', -2.6, 'in a row of numbers');
const afterNumber = reason('negative', -0.6, 'behind another number');
const mixedSeparators = reason('negative', -1.8, 'different separators');

/**
 * Reasons against groups of digits that are one number only by chance: another number stands before or behind them, divided as
 * they are, or their separators differ.
 */
export function weighRow(view: TextView, run: DigitRun, group: number): readonly Evidence[] {
  if (group === 0) return noEdges;
  const separator = view.at(run.ends[0]!);
  const end = run.ends[group]!;
  const reasons: Evidence[] = [];
  for (let index = 1; index < group; index += 1) {
    const other = view.at(run.ends[index]!);
    if (other !== separator && separator !== 0x29 && other !== 0x29) reasons.push(mixedSeparators);
  }
  const before = view.at(run.start - 1) === separator && isDigit(view.at(run.start - 2));
  const behind = view.at(end) === separator && isDigit(view.at(end + 1));
  if ((before || behind) && separator === 0x20) reasons.push(inRow);
  return reasons;
}

/** Units of 139 1234 5679. */
const spacedMobile = 13;

/** Whether a mobile number in its usual groups stands at `start`: 139 1234 5679, and no digit behind. */
function isSpacedMobile(view: TextView, start: number): boolean {
  if (view.at(start) !== 0x31 || view.at(start + 1) < 0x33) return false;
  for (let index = 0; index < spacedMobile; index += 1) {
    const unit = view.at(start + index);
    if (index === 3 || index === 8 ? unit !== 0x20 : !isDigit(unit)) return false;
  }
  return !isDigit(view.at(start + spacedMobile));
}

/** Whether digits at `start` count something: `1份`, `2 份`. */
function isCount(view: TextView, start: number): boolean {
  let at = start;
  while (at - start < 5 && isDigit(view.at(at))) at += 1;
  return isHan(view.at(at)) || (view.at(at) === 0x20 && isHan(view.at(at + 1)));
}

/**
 * As {@link weighRow} for a mobile number of mainland China. Its usual groups are so particular that a number before them is another
 * column, and not the row's beginning: `1001 139 1234 5679`. What goes on behind in groups that are no such number is a row.
 */
export function weighMobileRow(view: TextView, run: DigitRun, group: number): readonly Evidence[] {
  const end = run.ends[group]!;
  const usual = run.groupAt(11) === group && isSpacedMobile(view, run.start);
  if (!usual) return weighRow(view, run, group);
  const goesOn = view.at(end) === 0x20 && isDigit(view.at(end + 1)) && !isCount(view, end + 1);
  if (goesOn && !isSpacedMobile(view, end + 1)) return [inRow];
  return view.at(run.start - 1) === 0x20 && isDigit(view.at(run.start - 2))
    ? [afterNumber]
    : noEdges;
}

/** Whether the letters before `start` are a whole cue word, as in `tel13800138000`. */
function followsCueWord(view: TextView, start: number): boolean {
  let word = start;
  while (start - word < 12 && isWord(view.at(word - 1)) && !isDigit(view.at(word - 1))) word -= 1;
  if (isWord(view.at(word - 1))) return false;
  for (let index = word; index < start; index += 1) {
    const hit = cueAt(view, index);
    if (hit !== undefined && hit.end >= start - 1 && hit.end <= start)
      return !hit.cue.topic.startsWith('not.');
  }
  return false;
}

/**
 * Reasons against a number that stands at `[start, end)`, or `undefined` where it is certainly a part of something else: a word,
 * a longer number.
 */
export function weighEdges(
  view: TextView,
  start: number,
  end: number,
): readonly Evidence[] | undefined {
  const before = view.at(start - 1);
  const after = view.at(end);
  if (isWord(after)) return undefined;
  if (isWord(before) && !followsCueWord(view, start)) return undefined;
  let part: Evidence | undefined;
  if (before === 0x2e && isDigit(view.at(start - 2))) part = decimal;
  else if (after === 0x2e && isDigit(view.at(end + 1))) part = decimal;
  else if (
    (before === 0x2d || before === 0x2f || before === 0x5f) &&
    isAlphanumeric(view.at(start - 2))
  ) {
    part = joined;
  } else if ((after === 0x2d || after === 0x5f) && isAlphanumeric(view.at(end + 1))) part = joined;
  const counts = (amounts[before]! & currency) !== 0 || (amounts[after]! & unitOfAmount) !== 0;
  if (part === undefined && before !== 0x23 && !counts) return noEdges;
  const reasons: Evidence[] = part === undefined ? [] : [part];
  if (before === 0x23) reasons.push(hashed);
  if (counts) reasons.push(amount);
  return reasons;
}
