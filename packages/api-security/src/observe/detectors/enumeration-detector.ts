import type { OperationRegistry } from '../operations/operation-registry.ts';
import { BloomPair } from '../sketches/bloom-pair.ts';
import { Credits } from './credits.ts';
import type { Detector, ExchangeContext } from './exchange-context.ts';
import { lessonCount, ObjectKindShares, signs } from './object-kind-shares.ts';
import { hashObject, numberOf } from './object-names.ts';
import { ObjectOwners } from './object-owners.ts';
import { PairWindows } from './pair-windows.ts';
import {
  alarmEvidence,
  alarmEvidenceInCampaign,
  leastPopulation,
  outlierDeviations,
} from './sequential-limits.ts';

/** New objects of one principal that count for a campaign: it takes many. */
const mostJoined = 6;
/** Who has more objects than this is no sign of whose they are. */
const mostClaims = 64;
/** Fewer different objects in a day are never too many; without a population, many more are needed. */
const leastOutlier = 100;
const leastOutlierAlone = 1000;
const maxKinds = 512;
const signCount = signs.length;

const refused = 1;
const foreign = 2;
const stepping = 4;
const neighbour = 8;
/**
 * Never handed out by a list. By itself it says little, since some come by links only; it is a sign while a campaign goes on, and how often it
 * comes among all shows one.
 */
const unlisted = 16;
const unlistedSign = signs.indexOf('unlisted');

/** Statuses that say: not there, or not yours. */
const isRefusal = (status: number): boolean => status === 403 || status === 404 || status === 410;

/**
 * Object-level enumeration (broken object level authorisation, OWASP API1:2023). Only objects that are new to a principal count, so that
 * retries and favourites say nothing, and of those only what no answer handed out. Four sequential tests ask whether they are refused or
 * missing, belong to others, go up in steps, or lie beside what others ask for; a fifth compares their number with that of all others.
 */
export class EnumerationDetector implements Detector {
  private readonly registry: OperationRegistry;
  private readonly pairs: PairWindows;
  private readonly familiar: BloomPair;
  private readonly owners: ObjectOwners;
  private readonly credits: Credits;
  private readonly scores: Float32Array;
  private readonly lastNumber: Float64Array;
  private readonly lastStep: Float64Array;
  private readonly lessons: Uint8Array;
  private readonly lessonHits: Uint8Array;
  private readonly joined: Uint8Array;
  private readonly distrusted: Uint8Array;
  private readonly kinds: (ObjectKindShares | undefined)[] = [];

  constructor(registry: OperationRegistry, maxPrincipals: number) {
    const capacity = 4 * maxPrincipals;
    this.registry = registry;
    this.pairs = new PairWindows(capacity, maxKinds);
    this.familiar = new BloomPair(1024 * maxPrincipals);
    this.owners = new ObjectOwners(16 * maxPrincipals);
    this.credits = new Credits(capacity);
    this.scores = new Float32Array(capacity * signCount);
    this.lastNumber = new Float64Array(capacity);
    this.lastStep = new Float64Array(capacity);
    this.lessons = new Uint8Array(capacity);
    this.lessonHits = new Uint8Array(capacity * signCount);
    this.joined = new Uint8Array(capacity);
    this.distrusted = new Uint8Array(capacity);
    this.pairs.onFresh = (slot, isNew) => this.clear(slot, isNew);
  }

  get byteLength(): number {
    const columns = [
      this.scores,
      this.lastNumber,
      this.lastStep,
      this.lessons,
      this.lessonHits,
      this.joined,
      this.distrusted,
    ];
    const own = columns.reduce((sum, { byteLength }) => sum + byteLength, 0);
    const parts = [this.pairs, this.familiar, this.owners, this.credits];
    return own + parts.reduce((sum, { byteLength }) => sum + byteLength, 0) + maxKinds * 1024;
  }

  observe(context: ExchangeContext): void {
    const { operation, known } = context;
    if (operation === undefined || !known) return;
    this.remember(context);
    if (operation.objects >= 0 && operation.objects < maxKinds)
      this.look(context, operation.objects);
  }

  /** What an answer hands out is no guess later. */
  private remember(context: ExchangeContext): void {
    const { exchange, operation, hash, high, low } = context;
    const collection = operation!.collection;
    if (collection < 0 || exchange.status >= 300) return;
    if (exchange.objectIds !== undefined) {
      for (const id of exchange.objectIds.slice(0, 10_000)) {
        hashObject(hash, collection, operation!.parameters, exchange.request.parameters, id);
        hash.mix(5, hash.high, hash.low, high ^ low);
        this.familiar.add(hash.high, hash.low);
      }
      return;
    }
    this.credits.grant(context, collection, this.familiar);
  }

  private look(context: ExchangeContext, kind: number): void {
    const { exchange, hash, high, low, time } = context;
    const { status } = exchange;
    const isRefused = isRefusal(status);
    if (!isRefused && status >= 300) return;
    const { collection } = this.registry.kinds[kind]!;
    const names = context.operation!.parameters;
    const given = exchange.request.parameters;
    hashObject(hash, collection, names, given);
    const objectHigh = hash.high;
    const objectLow = hash.low;
    hash.mix(5, objectHigh, objectLow, high ^ low);
    if (this.familiar.add(hash.high, hash.low)) return;

    this.kinds[kind] ??= new ObjectKindShares();
    const shares = this.kinds[kind];
    hash.mix(6, high, low, kind);
    const slot = this.pairs.find(hash.high, hash.low, kind, time);
    const claims =
      !isRefused &&
      this.distrusted[slot] === 0 &&
      context.profile.anyObject !== true &&
      this.lessons[slot]! < mostClaims;
    const ownership = this.owners.look(objectHigh, objectLow, high, claims);
    if (context.profile.anyObject === true) return;
    const number = numberOf(names, given);
    const isNeighbour = !Number.isNaN(number) && shares.isNeighbour(number);
    const steps = this.step(slot, number);
    const isListed =
      exchange.objectIds === undefined &&
      exchange.request.method === 'GET' &&
      !isRefused &&
      this.credits.take(collection, hash, high, low, time);
    const bits =
      (isRefused ? refused : 0) |
      (!isRefused && ownership === 'foreign' ? foreign : 0) |
      (steps ? stepping : 0) |
      (isNeighbour ? neighbour : 0) |
      (isListed ? 0 : unlisted);
    this.teach(slot, shares, bits, time);
    this.join(context, slot, shares, !isListed);
    // Handed out by a list or made by the principal: only a refusal still says something.
    if (isListed) return;
    const strongest = this.judge(slot, shares, bits, time);
    const distinct = this.pairs.add(slot, objectHigh, objectLow);
    this.conclude(context, slot, shares, strongest, distinct);
  }

  /** Whether a number goes on from the last one of the same principal: by one or two, or by the same step again. */
  private step(slot: number, number: number): boolean {
    const step = number - this.lastNumber[slot]!;
    const goesOn =
      step !== 0 &&
      (Math.abs(step) <= 2 || (step === this.lastStep[slot] && Math.abs(step) <= 100_000));
    if (step !== 0) this.lastStep[slot] = step;
    this.lastNumber[slot] = number;
    return goesOn;
  }

  /** Adds to the scores; the strongest of them. */
  private judge(slot: number, shares: ObjectKindShares, bits: number, time: number): number {
    const inCampaign = shares.inCampaign(time);
    let strongest = 0;
    for (let sign = 0; sign < signCount; sign += 1) {
      const at = slot * signCount + sign;
      const score = this.scores[at]! + shares.evidence(sign, (bits & (1 << sign)) !== 0);
      const counts = sign !== unlistedSign || inCampaign;
      this.scores[at] = counts ? Math.max(0, score) : 0;
      if (counts && score > strongest) strongest = score;
    }
    this.pairs.slots.suspicion[slot] = strongest;
    return strongest;
  }

  private conclude(
    context: ExchangeContext,
    slot: number,
    shares: ObjectKindShares,
    strongest: number,
    distinct: number,
  ): void {
    const { time } = context;
    const inCampaign = shares.inCampaign(time);
    const limit = this.pairs.limit(slot, outlierDeviations, leastPopulation);
    const most = Math.max(leastOutlier, Number.isFinite(limit) ? limit : leastOutlierAlone);
    const isMuch = distinct > most && shares.isPrivate;
    if (strongest >= (inCampaign ? alarmEvidenceInCampaign : alarmEvidence) || isMuch) {
      this.distrusted[slot] = 1;
      context.report('object-enumeration', {
        personal: true,
        figures: { objects: Math.round(distinct), evidence: Math.round(strongest) },
      });
    }
  }

  /** What everybody together does; whoever is known for worse counts no more. */
  private join(
    context: ExchangeContext,
    slot: number,
    shares: ObjectKindShares,
    isOdd: boolean,
  ): void {
    if (this.distrusted[slot] === 1 || this.joined[slot]! >= mostJoined) return;
    this.joined[slot]! += 1;
    if (shares.join(isOdd, context.time)) {
      context.report('distributed-enumeration', { personal: false });
    }
  }

  /** The first new objects of a principal are its share in what is usual. */
  private teach(slot: number, shares: ObjectKindShares, bits: number, time: number): void {
    const lessons = this.lessons[slot]!;
    if (lessons < 255) this.lessons[slot] = lessons + 1;
    if (lessons >= lessonCount) return;
    const start = slot * signCount;
    for (let sign = 0; sign < signCount; sign += 1) {
      if ((bits & (1 << sign)) !== 0) this.lessonHits[start + sign]! += 1;
    }
    if (lessons + 1 === lessonCount) shares.learn(this.lessonHits, start, time);
  }

  private clear(slot: number, isNew: boolean): void {
    this.lessons[slot] = 0;
    this.joined[slot] = 0;
    this.lessonHits.fill(0, slot * signCount, (slot + 1) * signCount);
    if (!isNew) return;
    // Evidence does not end with the day: whoever goes slowly is still found.
    this.scores.fill(0, slot * signCount, (slot + 1) * signCount);
    this.lastNumber[slot] = Number.NaN;
    this.lastStep[slot] = Number.NaN;
    this.distrusted[slot] = 0;
  }
}
