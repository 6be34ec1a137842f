import type { CategoryId } from '@yushu/core';
import { chatTemplates, cleanChatTemplates } from '../data/chat-templates.ts';
import { firstTemplates, secondTemplates } from '../data/document-templates.ts';
import { fifthCleanTemplates } from '../data/fifth-clean-templates.ts';
import { fifthTemplates } from '../data/fifth-document-templates.ts';
import { fourthCleanTemplates } from '../data/fourth-clean-templates.ts';
import { fourthTemplates } from '../data/fourth-document-templates.ts';
import type { DocumentTemplate } from '../data/read-templates.ts';
import { sixthCleanTemplates } from '../data/sixth-clean-templates.ts';
import { sixthTemplates } from '../data/sixth-document-templates.ts';
import { thirdTemplates } from '../data/third-document-templates.ts';
import { createSampleRandom, type SampleRandom } from '../samples/sample-random.ts';
import { markedSlots, plainSlots } from './document-values.ts';
import { fifthMarkedSlots, fifthPlainSlots } from './fifth-values.ts';
import { fourthMarkedSlots, fourthPlainSlots } from './fourth-values.ts';
import { sixthMarkedSlots, sixthPlainSlots } from './sixth-values.ts';
import { thirdMarkedSlots, thirdPlainSlots } from './third-values.ts';

/** A document and what is sensitive in it. */
export interface OwnDocument {
  readonly id: string;
  readonly genre: string;
  readonly language: string;
  readonly text: string;
  readonly spans: readonly {
    readonly category: CategoryId;
    readonly start: number;
    readonly end: number;
  }[];
}

/** Sets of templates: documents of many genres, six times, and short messages. */
export type DocumentSet = 'first' | 'second' | 'third' | 'fourth' | 'fifth' | 'sixth' | 'chat';

/** Options of {@link makeDocuments}. */
export interface DocumentOptions {
  /** Another seed gives other people and numbers. */
  readonly seed?: number;
  /** Which templates; docs/detection.md says how unseen each is. */
  readonly set?: DocumentSet;
  /** Documents made of each template. */
  readonly perTemplate?: number;
}

/** Categories that the documents hold and do not mark: attributes, and what is public. */
export const unmarkedCategories: readonly string[] = [
  'person.gender',
  'person.ethnicity',
  'person.nationality',
  'person.username',
  'health.diagnosis',
  'health.drug',
  'location.postcode',
];

interface Slots {
  readonly marked: typeof markedSlots;
  readonly plain: typeof plainSlots;
}

const slotPattern = /\{([a-z]+)(?::([a-z]))?\}/g;
const earlierSlots: Slots = { marked: markedSlots, plain: plainSlots };
const laterSlots: Slots = {
  marked: { ...markedSlots, ...thirdMarkedSlots },
  plain: { ...plainSlots, ...thirdPlainSlots },
};

const messages = (texts: readonly string[], genre: string): DocumentTemplate[] =>
  texts.map((text) => ({ genre, language: 'zh', text }));

const sets: Readonly<Record<DocumentSet, readonly [readonly DocumentTemplate[], Slots]>> = {
  first: [firstTemplates, earlierSlots],
  second: [secondTemplates, earlierSlots],
  third: [thirdTemplates, laterSlots],
  fourth: [
    [...fourthTemplates, ...fourthCleanTemplates],
    { marked: fourthMarkedSlots, plain: fourthPlainSlots },
  ],
  fifth: [
    [...fifthTemplates, ...fifthCleanTemplates],
    { marked: fifthMarkedSlots, plain: fifthPlainSlots },
  ],
  sixth: [
    [...sixthTemplates, ...sixthCleanTemplates],
    { marked: sixthMarkedSlots, plain: sixthPlainSlots },
  ],
  chat: [
    [...messages(chatTemplates, 'chat'), ...messages(cleanChatTemplates, 'clean')],
    laterSlots,
  ],
};

function fill(text: string, random: SampleRandom, id: string, slots: Slots) {
  const values = new Map<string, string>();
  const spans: OwnDocument['spans'][number][] = [];
  let filled = '';
  let from = 0;
  for (const match of text.matchAll(slotPattern)) {
    const [slot, name, instance = ''] = match;
    filled += text.slice(from, match.index);
    from = match.index + slot.length;
    const marked = slots.marked[name!];
    const plain = slots.plain[name!];
    if (marked === undefined) {
      // Braces of code are text.
      filled += plain === undefined ? slot : plain(random);
      continue;
    }
    const key = `${name}:${instance}`;
    const value = values.get(key) ?? marked[1](random);
    values.set(key, value);
    spans.push({ category: marked[0], start: filled.length, end: filled.length + value.length });
    filled += value;
  }
  return { id, text: filled + text.slice(from), spans };
}

/**
 * Makes documents in mixed genres and languages: contracts, chats, tickets, medical notes, logs, e-mail, code, resumes, and some
 * without anything sensitive. The truth comes from the writing. Lists and templates were written with no look at a detector.
 *
 * @example
 * ```ts
 * import { makeDocuments } from './make-documents.ts';
 *
 * console.log(makeDocuments({ perTemplate: 1 }).some(({ genre }) => genre === 'contract')); // true
 * ```
 */
export function makeDocuments({
  seed = 1,
  set = 'first',
  perTemplate = 20,
}: DocumentOptions = {}): OwnDocument[] {
  const random = createSampleRandom(seed);
  const [templates, slots] = sets[set];
  return templates.flatMap(({ genre, language, text }, index) =>
    Array.from({ length: perTemplate }, (_, copy) => ({
      genre,
      language,
      ...fill(text, random, `${set}-${index}-${genre}-${language}-${copy}`, slots),
    })),
  );
}
