export {
  type CleanedText,
  cleanText,
  type HiddenCharacter,
  type HiddenKind,
} from './clean-text.ts';
export type { TextChannel } from './find-places.ts';
export { type MarkedText, type MarkTextOptions, markText, textChannels } from './mark-text.ts';
export { type TextTrace, type TraceTextOptions, traceText } from './trace-text.ts';
