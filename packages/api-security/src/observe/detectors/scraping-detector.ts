import { LearntShare } from '../sketches/evidence.ts';
import type { Detector, ExchangeContext } from './exchange-context.ts';
import { PairWindows } from './pair-windows.ts';
import { alarmEvidence, leastPopulation, outlierDeviations } from './sequential-limits.ts';

/** Fewer different pages are never scraping: with a regular pace, and without. */
const leastPagesInPace = 20;
const leastPages = 150;
const leastPagesAlone = 600;
/** Where more of those who come that far keep a pace, programs are what uses the list: then pace is no sign. */
const mostInPace = 0.2;
/**
 * Spread of the logarithm of pauses: of people, and of programs with up to 30 % of jitter. People's pauses are near log-normal with 0.6 and
 * more.
 */
const humanSpread = 0.6;
const programSpread = 0.15;
/** One long pause must not outweigh everything before it. */
const leastEvidence = -3;
const memory = 0.2;
const maxCollections = 512;

/**
 * Scraping: many different pages of a list, at a regular pace or far more than anybody else. The pace is judged by a sequential test of the
 * spread of the logarithm of pauses.
 */
export class ScrapingDetector implements Detector {
  private readonly pairs: PairWindows;
  private readonly lastTime: Float64Array;
  private readonly pause: Float32Array;
  private readonly pace: Float32Array;
  private readonly judged: Uint8Array;
  private readonly shares: (LearntShare | undefined)[] = [];

  constructor(maxPrincipals: number) {
    this.pairs = new PairWindows(maxPrincipals, maxCollections);
    this.lastTime = new Float64Array(maxPrincipals);
    this.pause = new Float32Array(maxPrincipals);
    this.pace = new Float32Array(maxPrincipals);
    this.judged = new Uint8Array(maxPrincipals);
    this.pairs.onFresh = (slot) => {
      this.lastTime[slot] = Number.NaN;
      this.pause[slot] = Number.NaN;
      this.pace[slot] = 0;
      this.judged[slot] = 0;
    };
  }

  get byteLength(): number {
    const { pairs, lastTime, pause, pace, judged } = this;
    return [pairs, lastTime, pause, pace, judged].reduce((sum, one) => sum + one.byteLength, 0);
  }

  observe(context: ExchangeContext): void {
    const { exchange, operation, known, high, low, hash, time, profile, report } = context;
    if (!known || operation === undefined || operation.collection < 0) return;
    const { method, query } = exchange.request;
    if (method !== 'GET' || exchange.status >= 300 || query.length === 0) return;
    if (profile.automated === true) return;
    hash.mix(9, high, low, operation.index);
    const slot = this.pairs.find(hash.high, hash.low, operation.index, time);
    context.hashPage();
    const pages = this.pairs.add(slot, hash.high, hash.low);
    const pace = this.keepPace(slot, time);
    this.pairs.slots.suspicion[slot] = pace;
    const limit = this.pairs.limit(slot, outlierDeviations, leastPopulation);
    const many = Number.isFinite(limit) ? Math.max(leastPages, limit) : leastPagesAlone;
    const isPaced = this.isPaced(slot, operation.index, pages, pace);
    if (!isPaced && pages < many) return;
    report('scraping', {
      personal: true,
      figures: { pages: Math.round(pages), paceEvidence: Math.round(pace) },
    });
  }

  private isPaced(slot: number, operation: number, pages: number, pace: number): boolean {
    if (pages < leastPagesInPace) return false;
    const index = Math.min(operation, maxCollections - 1);
    this.shares[index] ??= new LearntShare(0.02, 10);
    const share = this.shares[index];
    if (this.judged[slot] === 0) {
      this.judged[slot] = 1;
      share.add(pace >= alarmEvidence / 2);
    }
    return pace >= alarmEvidence && share.value <= mostInPace;
  }

  private keepPace(slot: number, time: number): number {
    const gap = time - this.lastTime[slot]!;
    this.lastTime[slot] = time;
    if (Number.isNaN(gap)) return 0;
    const now = Math.log(Math.max(1, gap));
    const usual = this.pause[slot]!;
    this.pause[slot] = Number.isNaN(usual) ? now : usual + memory * (now - usual);
    if (Number.isNaN(usual)) return 0;
    const off = (now - usual) ** 2 / 2;
    const evidence =
      Math.log(humanSpread / programSpread) - off * (programSpread ** -2 - humanSpread ** -2);
    const pace = Math.max(0, this.pace[slot]! + Math.max(leastEvidence, evidence));
    this.pace[slot] = pace;
    return pace;
  }
}
