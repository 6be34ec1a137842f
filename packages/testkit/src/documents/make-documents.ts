import type { CategoryId } from '@yushu/core';
import { firstTemplates, secondTemplates } from '../data/document-templates.ts';
import { createSampleRandom, type SampleRandom } from '../samples/sample-random.ts';
import { markedSlots, plainSlots } from './document-values.ts';

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

/** Options of {@link makeDocuments}. */
export interface DocumentOptions {
  /** Another seed gives other people and numbers. */
  readonly seed?: number;
  /** Which templates: detectors were mended by the first, and not by the second. */
  readonly set?: 'first' | 'second';
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

const slotPattern = /\{([a-z]+)(?::([a-z]))?\}/g;

function fill(text: string, random: SampleRandom, id: string) {
  const values = new Map<string, string>();
  const spans: OwnDocument['spans'][number][] = [];
  let filled = '';
  let from = 0;
  for (const match of text.matchAll(slotPattern)) {
    const [slot, name, instance = ''] = match;
    filled += text.slice(from, match.index);
    from = match.index + slot.length;
    const marked = markedSlots[name!];
    const plain = plainSlots[name!];
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
  const templates = set === 'first' ? firstTemplates : secondTemplates;
  return templates.flatMap(({ genre, language, text }, index) =>
    Array.from({ length: perTemplate }, (_, copy) => ({
      genre,
      language,
      ...fill(text, random, `${set}-${index}-${genre}-${language}-${copy}`),
    })),
  );
}
