export { spellingChoices, wordChoices } from '../data/word-choices.ts';
export {
  type CleanedText,
  type CleanTextOptions,
  cleanText,
  type HiddenCharacter,
  type HiddenKind,
} from './clean-text.ts';
export type { TextChannel } from './find-places.ts';
export { type MarkedText, markText } from './mark-text.ts';
export {
  type MeasureTextOptions,
  measureText,
  type TextCapacity,
  type TextChange,
} from './measure-text.ts';
export { type MarkTextOptions, textChannels, usualTextChannels } from './text-edits.ts';
export { type TextTrace, type TraceTextOptions, traceText } from './trace-text.ts';
export type { WordChoice } from './word-choice.ts';
