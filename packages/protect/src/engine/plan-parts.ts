import type { Finding } from '@yushu/core';
import type { AnswerTable } from './answer-table.ts';
import { blockedText, type Treatment } from './treatment.ts';

/** A part of a text, and what is done with it. */
export interface Part {
  readonly start: number;
  readonly end: number;
  readonly treatment: Treatment;
}

/** What kind of text is planned. */
export type TextKind =
  /** A field: rules for its column fit too, and it can be treated as a whole. */
  | 'field'
  /** A field that cannot be treated in part, such as a number. */
  | 'solid'
  /** A name, such as a JSON key or a header cell: structure, in which only what was found is treated. */
  | 'name'
  /** Running text. */
  | 'text';

/** Actions that have nothing to do where there is no value; the others hide even that. */
const needsValue: ReadonlySet<string> = new Set(['mask', 'pseudonym', 'fpe']);

const none: readonly Part[] = [];

/**
 * What is done with a text: each finding is put to the policy. A text with no finding over its whole is put without a category
 * too, and treated as a whole where the answer is not `allow`. Something that must be blocked then blocks the whole.
 *
 * @param empty - whether there is no value, as in an empty cell or a JSON null.
 */
export function planParts(
  answers: AnswerTable<Treatment>,
  text: string,
  findings: readonly Finding[],
  kind: TextKind,
  column: string | undefined,
  path: string | undefined,
  empty: boolean,
): readonly Part[] {
  const { length } = text;
  let parts = none;
  let whole = false;
  let block: Treatment | undefined;
  if (findings.length > 0) {
    parts = findings.map(({ category, span: { start, end } }) => {
      const treatment = answers.find(category, column, path);
      if (start === 0 && end === length) whole = true;
      if (treatment.action === 'block') block = treatment;
      return { start, end, treatment };
    });
  }
  if (kind === 'name' || whole || (kind === 'text' && length === 0)) return parts;
  const rest = answers.find(undefined, column, path);
  // A value that could not be encrypted in its format is withheld: reveal must not take what stands there for one.
  const isWithheld = rest.action === 'fpe' && text === blockedText;
  if (rest.action !== 'allow' && !isWithheld && !(empty && needsValue.has(rest.action))) {
    return [{ start: 0, end: length, treatment: block ?? rest }];
  }
  if (kind === 'solid' && parts.length > 0) {
    const strictest = block ?? parts.find((part) => part.treatment.action !== 'allow')?.treatment;
    return [{ start: 0, end: length, treatment: strictest ?? parts[0]!.treatment }];
  }
  return parts;
}
