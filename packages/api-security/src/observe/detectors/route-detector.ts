import { pathShape } from '../operations/path-shape.ts';
import { BloomPair } from '../sketches/bloom-pair.ts';
import { evidenceOf, LearntShare } from '../sketches/evidence.ts';
import { SlotTable } from '../sketches/slot-table.ts';
import { type Frequent, SpaceSaving } from '../sketches/space-saving.ts';
import type { Detector, ExchangeContext } from './exchange-context.ts';
import { alarmEvidence } from './sequential-limits.ts';

/** A principal whose requests go to unknown paths this often, counting each form of path once, tries them out. */
const probing = 0.2;
const leastUsual = 0.02;
const mostUsual = 0.1;
const maxShapes = 256;
/** Shapes that a principal has tried, as hashes, so that one path with many ids counts once. */
const bitsPerPrincipal = 256;

/** Statuses of paths behind which nothing is. */
const isAbsent = (status: number): boolean => status === 404 || status === 405 || status === 501;

/** Shadow and zombie routes (OWASP API9:2023), and who looks for them. */
export class RouteDetector implements Detector {
  private readonly slots: SlotTable;
  private readonly scores: Float32Array;
  private readonly tried: BloomPair;
  private readonly shapes = new SpaceSaving(maxShapes);
  private readonly share = new LearntShare(leastUsual / 2, 1000);

  constructor(maxPrincipals: number) {
    this.slots = new SlotTable(maxPrincipals);
    this.scores = new Float32Array(maxPrincipals);
    this.tried = new BloomPair(bitsPerPrincipal * maxPrincipals);
  }

  get byteLength(): number {
    const { slots, scores, tried } = this;
    return slots.byteLength + scores.byteLength + tried.byteLength + maxShapes * 512;
  }

  /** Forms of paths that no description has, by how often they came. */
  list(): readonly Frequent[] {
    return this.shapes.list();
  }

  observe(context: ExchangeContext): void {
    const { operation, exchange, report } = context;
    if (operation !== undefined) {
      if (operation.deprecated && exchange.status < 400)
        report('zombie-route', { personal: false });
      this.judge(context, false);
      return;
    }
    const { method, path } = exchange.request;
    const shape = `${method.slice(0, 16)} ${pathShape(path)}`;
    const exists = exchange.outcome !== 'refused' && !isAbsent(exchange.status);
    if (exists) {
      this.shapes.add(shape);
      report('shadow-route', { personal: false, source: shape });
      return;
    }
    const { hash, high, low } = context;
    hash.hash(shape, 13, high, low);
    if (!this.tried.add(hash.high, hash.low)) this.judge(context, true);
  }

  private judge({ known, high, low, time, report }: ExchangeContext, isProbe: boolean): void {
    const usual = Math.min(mostUsual, Math.max(leastUsual, 2 * this.share.value));
    if (!known) return;
    const slot = this.slots.find(high, low, time);
    if (this.slots.fresh) this.scores[slot] = 0;
    const before = this.scores[slot]!;
    // Whoever is being watched teaches nothing about others.
    if (before < alarmEvidence / 2) this.share.add(isProbe);
    const score = Math.max(0, before + evidenceOf(isProbe, usual, probing));
    this.scores[slot] = score;
    this.slots.suspicion[slot] = score;
    if (score >= alarmEvidence && isProbe) {
      report('route-probing', {
        personal: true,
        source: '…',
        figures: { evidence: Math.round(score) },
      });
    }
  }
}
