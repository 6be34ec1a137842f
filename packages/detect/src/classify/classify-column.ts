/**
 * What one column holds: its name, then cell after cell until a sequential test has decided.
 *
 * @module
 */
import type { CategoryId, Evidence } from '@yushu/core';
import { openName, readFieldName } from '../lexicon/field-names.ts';
import type { Scanner } from '../scanner.ts';
import type { ColumnSample } from './column-sample.ts';
import { isSequential, readValueKind, type ValueKind } from './value-kind.ts';
import { type ShareInterval, wilsonInterval } from './wilson.ts';

/** A category that stands in some cells of a column, beside other text. */
export interface ContainedCategory {
  readonly category: CategoryId;
  /** Share of the sampled cells that hold it, with its 95 % interval. */
  readonly cells: ShareInterval;
}

/** Another category that a column may be. */
export interface ColumnAlternative {
  readonly category: CategoryId;
  /** 0 to 1. */
  readonly confidence: number;
}

/** What a column is. It never holds a cell. */
export interface ColumnClassification {
  /** Its name, or its number from 1. */
  readonly name: string;
  /** Key by which rows name it; a JSON Pointer with `*` for indexes where values are nested. */
  readonly key: string;
  /** What its cells are; absent where they are nothing sensitive, or nothing that is known. */
  readonly category?: CategoryId;
  /** Probability of the category, or that there is none, 0 to 1. */
  readonly confidence: number;
  /** Share of the sampled cells that are of the category, with its 95 % interval. */
  readonly matching: ShareInterval;
  /** Why. */
  readonly evidence: readonly Evidence[];
  /** Other categories, the likeliest first. */
  readonly alternatives: readonly ColumnAlternative[];
  /** What stands within the cells of a column of text. */
  readonly contains: readonly ContainedCategory[];
  readonly kind: ValueKind;
  /** Cells that were looked at before it was decided; at most `maxCells`. */
  readonly sampled: number;
  readonly filled: number;
  readonly blank: number;
  /** Distinct texts; a floor where it is 1000. */
  readonly distinct: number;
  /** In UTF-16 code units. */
  readonly length: { readonly min: number; readonly max: number; readonly mean: number };
}

/** The test decides between columns of which this share of cells matches … */
const shareOfOthers = 0.3;
/** … and of which that share does (A. Wald, Sequential Analysis, 1947, section 5.2). */
const shareOfCategory = 0.8;
const forIt = Math.log(shareOfCategory / shareOfOthers);
const againstIt = Math.log((1 - shareOfCategory) / (1 - shareOfOthers));

/** A finding is of the whole cell where it covers this much of it. */
const wholeCell = 0.8;

/** Without any sign of a category, so many cells are enough, unless they are text. */
const enoughNothing = 40;

/** What weighs on the probability beside the cells, in natural log-odds. */
const weights = {
  nameAgrees: 2,
  nameSaysOther: -2.5,
  nameAlone: 1,
  fewValues: -3,
  sequential: -6,
  weakCells: -1.5,
  openName: -6,
} as const;

/** Categories of values that are somebody's own: they do not repeat in every second row, and do not count up. */
const ownNumbers = /^(?:id\.|contact\.phone|finance\.(?:card|account|iban)|device\.|secret\.)/;

/** Words of names that say how a thing is told from others, and not of whom. */
const plainTopics = /^not\./;

interface Vote {
  cells: number;
  llr: number;
  scores: number;
}

function probability(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}

function topicOf(name: string): { topic: string; word: string } | undefined {
  const { topics, words } = readFieldName(name);
  const topic = topics[0];
  return topic === undefined ? undefined : { topic, word: words[0] ?? '' };
}

/** Whether a topic of the lexicon means the category: `national` numbers have a topic of their own. */
function means(topic: string, category: string): boolean {
  if (topic === category) return true;
  if (topic === openName) return /^(?:person\.(?:user)?name|org\.name)$/.test(category);
  if (topic === 'national') return category.startsWith('id.');
  // 证件号 and id_no are said of any document.
  if (topic === 'id.resident.cn')
    return /^id\.(?:hk|mo|tw|passport|permit|residence)/.test(category);
  if (topic === 'network.ipv4') return category === 'network.ipv6';
  if (topic === 'finance.account')
    return category === 'finance.card' || category === 'finance.iban';
  if (topic === 'finance.card') return category === 'finance.account';
  return topic.startsWith('secret.') && category.startsWith('secret.');
}

/** Classifies a column by its name and sample. */
export function classifyColumn(
  place: { readonly name: string; readonly key: string },
  sample: ColumnSample,
  scanner: Scanner,
  errorRate: number,
): ColumnClassification {
  const { name, key } = place;
  const kind = readValueKind(sample);
  const header = topicOf(name);
  const bound = Math.log((1 - errorRate) / errorRate);
  const votes = new Map<CategoryId, Vote>();
  const parts = new Map<CategoryId, number>();
  const isText = kind === 'text' || sample.meanLength > 20;
  let sampled = 0;
  let winner: CategoryId | undefined;

  for (const { text } of sample.shuffled()) {
    sampled += 1;
    const within = new Set<CategoryId>();
    let whole: CategoryId | undefined;
    for (const { category, span, score } of scanner.scanField(text, { name })) {
      if (span.end - span.start >= wholeCell * text.length) {
        whole = category;
        const vote = votes.get(category) ?? { cells: 0, llr: (sampled - 1) * againstIt, scores: 0 };
        vote.cells += 1;
        vote.scores += score;
        votes.set(category, vote);
      } else within.add(category);
    }
    for (const category of within) parts.set(category, (parts.get(category) ?? 0) + 1);
    for (const [category, vote] of votes) {
      vote.llr += category === whole ? forIt : againstIt;
      if (vote.llr >= bound) winner = category;
    }
    if (winner !== undefined) break;
    if (!isText && sampled >= enoughNothing && votes.size + parts.size === 0) break;
  }

  const judged = [...votes]
    .map(([category, vote]) => judge(category, vote, sampled, header, sample, bound))
    .sort((a, b) => b.logOdds - a.logOdds);
  const best = judged[0] ?? judgeKind(kind, sample) ?? judgeName(header, sampled, votes.size);
  const accepted = best !== undefined && best.logOdds > 0 ? best : undefined;
  // Cells that are of another category as a whole are in the column too.
  for (const [category, { cells }] of votes)
    parts.set(category, (parts.get(category) ?? 0) + cells);
  const contains = [...parts]
    .map(([category, cells]) => ({ category, cells: intervalOf(cells, sampled) }))
    .filter(({ category, cells }) => category !== accepted?.category && cells.share >= 0.01)
    .sort((a, b) => b.cells.share - a.cells.share);
  const matching = intervalOf(
    accepted === undefined
      ? 0
      : (votes.get(accepted.category)?.cells ?? (judged.length === 0 && sampled > 0 ? sampled : 0)),
    sampled,
  );
  return {
    name,
    key,
    ...(accepted === undefined ? {} : { category: accepted.category }),
    confidence: round(
      accepted === undefined
        ? 1 - probability(best?.logOdds ?? -bound)
        : probability(accepted.logOdds),
    ),
    matching,
    evidence: accepted?.evidence ?? [],
    alternatives: judged
      .filter((one) => one !== accepted && probability(one.logOdds) >= 0.01)
      .slice(0, 3)
      .map(({ category, logOdds }) => ({ category, confidence: round(probability(logOdds)) })),
    contains,
    kind,
    sampled,
    filled: sample.filled,
    blank: sample.blank,
    distinct: sample.distinct,
    length: {
      min: sample.filled === 0 ? 0 : sample.minLength,
      max: sample.maxLength,
      mean: Math.round(sample.meanLength * 10) / 10,
    },
  };
}

const round = (value: number): number => Math.round(value * 10_000) / 10_000;

function intervalOf(matching: number, all: number): ShareInterval {
  const { share, low, high } = wilsonInterval(matching, all);
  return { share: round(share), low: round(low), high: round(high) };
}

interface Judgement {
  readonly category: CategoryId;
  readonly logOdds: number;
  readonly evidence: readonly Evidence[];
}

function judge(
  category: CategoryId,
  vote: Vote,
  sampled: number,
  header: { topic: string; word: string } | undefined,
  sample: ColumnSample,
  bound: number,
): Judgement {
  const evidence: Evidence[] = [];
  const add = (kind: Evidence['kind'], weight: number, detail: string) =>
    evidence.push({ kind, weight: Math.round(weight * 100) / 100, detail });
  const llr = Math.max(-bound, Math.min(bound, vote.llr));
  add('format', llr, `${vote.cells} of ${sampled} cells, sequential test`);
  const agrees = header !== undefined && means(header.topic, category);
  const isOpen = header?.topic === openName;
  if (isOpen && agrees && vote.scores / vote.cells < 0.7)
    add(
      'negative',
      weights.openName,
      'the name may be that of things, and few cells are known names',
    );
  else if (agrees) add('field', weights.nameAgrees, header.word);
  else if (header !== undefined) {
    const other = plainTopics.test(header.topic)
      ? 'the name says another kind of number'
      : header.word;
    add('negative', weights.nameSaysOther, other);
  }
  if (vote.scores / vote.cells < 0.7 && !agrees)
    add('negative', weights.weakCells, 'each cell alone is only possible');
  if (!agrees && (ownNumbers.test(category) || category === 'person.name')) {
    if (sample.filled >= 50 && sample.distinct <= sample.filled * 0.05)
      add('negative', weights.fewValues, 'few distinct values');
    if (isSequential(sample)) add('negative', weights.sequential, 'counts up from row to row');
  }
  return { category, logOdds: evidence.reduce((sum, { weight }) => sum + weight, 0), evidence };
}

/** Dates have no detector of their own: a column of nothing but dates is one of dates. */
function judgeKind(kind: ValueKind, sample: ColumnSample): Judgement | undefined {
  if (kind !== 'date' || sample.filled < 5) return undefined;
  return {
    category: 'date',
    logOdds: weights.nameAgrees,
    evidence: [{ kind: 'format', weight: weights.nameAgrees, detail: 'dates' }],
  };
}

/** A column without cells is taken by its name, for what that is worth. */
function judgeName(
  header: { topic: string; word: string } | undefined,
  sampled: number,
  votes: number,
): Judgement | undefined {
  if (sampled > 0 || votes > 0 || header === undefined) return undefined;
  const { topic, word } = header;
  if (plainTopics.test(topic) || !topic.includes('.')) return undefined;
  return {
    category: topic as CategoryId,
    logOdds: weights.nameAlone,
    evidence: [{ kind: 'field', weight: weights.nameAlone, detail: word }],
  };
}
