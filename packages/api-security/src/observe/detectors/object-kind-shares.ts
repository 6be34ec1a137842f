import { evidenceOf, LearntShare } from '../sketches/evidence.ts';
import { alarmEvidence } from './sequential-limits.ts';

/** What may be odd about a new object, in the order in which scores are kept. */
export const signs = ['refused', 'foreign', 'stepping', 'neighbour', 'unlisted'] as const;

/** For each sign the share that is taken for usual at least, and that of an attack. */
const least = [0.08, 0.05, 0.15, 0.15, 0.1];
const attack = [0.7, 0.7, 0.8, 0.8, 0.9];

/** Where a sign is so common among all that an attack would hardly differ, it says nothing. */
const mostUsual = 0.35;
const campaignUsual = 0.1;
const campaignGrowth = 3;
const campaignMs = 3_600_000;
/** While a campaign goes on nothing is learnt, until it has gone on for so long that it is how things are. */
const newNormalMs = 6 * 3_600_000;

/** New objects of a principal after which it counts as an example of its population. */
export const lessonCount = 3;
/** So many examples there must be before signs that depend on a population mean anything. */
const leastExamples = 16;
/** Of these signs a population must say what is usual: nobody can know whether objects are shared, or ids made in order. */
const wantsPopulation = [false, true, false, true, true];
/**
 * By sign: where at most this share of principals show it at every lesson, they are taken for the exception, and are left out of what is
 * usual (a trimmed mean): so many attackers cannot pass for the population. Being refused is nobody's habit as long as most are not.
 */
const mostTrimmed = [0.5, 0.2, 0.2, 0.2, 0.2];

/** What is usual for a kind of object. */
export class ObjectKindShares {
  private readonly all = least.map(() => new LearntShare(0.02, 50));
  private readonly trimmed = least.map(() => new LearntShare(0.02, 50));
  private readonly extremes = least.map(() => new LearntShare(0.02, 10));
  private examples = 0;
  private readonly odd = new LearntShare(0.02, 400, 100_000);
  private campaign = 0;
  private campaignBegan = Number.NEGATIVE_INFINITY;
  private campaignUntil = Number.NEGATIVE_INFINITY;
  /** Numbers that were asked for lately, by anybody. */
  private readonly recent = new Float64Array(64).fill(Number.NaN);
  private next = 0;

  /** The usual share of a sign, twice that of the population, or `undefined` where it says nothing. */
  usual(sign: number): number | undefined {
    if (wantsPopulation[sign]! && this.examples < leastExamples) return undefined;
    const shares = this.extremes[sign]!.value <= mostTrimmed[sign]! ? this.trimmed : this.all;
    const usual = Math.max(least[sign]!, 2 * shares[sign]!.value);
    return usual > mostUsual ? undefined : usual;
  }

  /** What an observation of a sign adds. */
  evidence(sign: number, happened: boolean): number {
    const usual = this.usual(sign);
    return usual === undefined
      ? Number.NEGATIVE_INFINITY
      : evidenceOf(happened, usual, attack[sign]!);
  }

  /** A principal has had its lessons: how often each sign came, from `start` on. */
  learn(hits: ArrayLike<number>, start: number, time: number): void {
    if (this.isFrozen(time)) return;
    this.examples += 1;
    for (let sign = 0; sign < signs.length; sign += 1) {
      const count = hits[start + sign]!;
      const isExtreme = count === lessonCount;
      this.extremes[sign]!.add(isExtreme);
      for (let lesson = 0; lesson < lessonCount; lesson += 1) {
        this.all[sign]!.add(lesson < count);
        if (!isExtreme) this.trimmed[sign]!.add(lesson < count);
      }
    }
  }

  /** Whether objects of this kind belong to one principal each, as far as is known. */
  get isPrivate(): boolean {
    return this.usual(1) !== undefined;
  }

  /** Whether somebody lately asked for a number beside this one. */
  isNeighbour(number: number): boolean {
    let found = false;
    for (const other of this.recent)
      if (Math.abs(other - number) <= 2 && other !== number) found = true;
    this.recent[this.next] = number;
    this.next = (this.next + 1) & 63;
    return found;
  }

  /** One more new object of anybody, odd where it was refused, foreign or never handed out; whether a campaign begins with it. */
  join(isOdd: boolean, time: number): boolean {
    const usual = Math.max(campaignUsual, 2 * this.odd.value);
    if (!this.isFrozen(time)) this.odd.add(isOdd);
    if (usual > mostUsual) return false;
    const attacked = Math.min(0.9, campaignGrowth * usual);
    this.campaign = Math.max(0, this.campaign + evidenceOf(isOdd, usual, attacked));
    if (this.campaign < alarmEvidence) return false;
    this.campaign = 0;
    const began = !this.inCampaign(time);
    if (began) this.campaignBegan = time;
    this.campaignUntil = time + campaignMs;
    return began;
  }

  private isFrozen(time: number): boolean {
    return this.inCampaign(time) && time - this.campaignBegan < newNormalMs;
  }

  inCampaign(time: number): boolean {
    return time <= this.campaignUntil;
  }
}
