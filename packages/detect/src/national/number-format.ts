import type { CategoryId } from '@yushu/core';

/** A number that a state or its offices give out. */
export interface NumberFormat {
  /** Country and name, as python-stdnum calls it. */
  readonly id: string;
  readonly category: CategoryId;
  /** What is left out before the checks: separators that people write. */
  readonly separators: RegExp;
  /** Shape without separators, in capitals. */
  readonly shape: RegExp;
  /** Whether check digits and parts hold; the shape does already. */
  readonly valid: (compact: string) => boolean;
  /** Cue words, Chinese none, English and local ones divided by commas. */
  readonly cues: string;
  /** How a number is written that is found without a cue, where its form is that telling. */
  readonly telling?: RegExp;
  /** Log-odds of such a number. */
  readonly alone: number;
}

const usual = /[\s.\-/\u2010-\u2015]/g;

/** Makes a format; separators are spaces, dots, hyphens and slashes unless others are given. */
export function format(
  id: string,
  category: CategoryId,
  shape: RegExp,
  cues: string,
  valid: (compact: string) => boolean,
  more: { readonly telling?: RegExp; readonly separators?: RegExp; readonly alone?: number } = {},
): NumberFormat {
  const { telling, separators = usual, alone = 1.4 } = more;
  const made = { id, category, separators, shape, valid, cues, alone };
  return telling === undefined ? made : { ...made, telling };
}

/** Whether a text is a number of the format, separators left out. */
export function isNumberOf(of: NumberFormat, text: string): boolean {
  const compact = text.trim().toUpperCase().replaceAll(of.separators, '');
  return of.shape.test(compact) && of.valid(compact);
}
