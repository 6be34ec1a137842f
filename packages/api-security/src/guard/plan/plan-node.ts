import type { ApiNode } from '../../model/api-node.ts';
import type { KnownField, ScanField, SensitiveKind } from './field-action.ts';
import type { ResponsePlan } from './response-plan.ts';

/** Names of one spot that are remembered in their order; objects with more are maps. */
const maxSlots = 64;

/** Names that are remembered at all; a hostile document can hold any number of them. */
const maxMembers = 4096;

/** A longer name is no name. */
const maxNameLength = 256;

const encoder = new TextEncoder();

/** A name at a spot, in the order in which documents have them. */
export interface Slot {
  readonly key: string;
  /** As JSON writes it, with its quotes. */
  readonly bytes: Uint8Array;
  /** The same, four bytes at once, without what remains. */
  readonly words: Int32Array;
  readonly node: PlanNode;
  /** Whether its scalars are passed on without a look. */
  readonly passes: boolean;
  /** What they are counted as then. */
  readonly counted: SensitiveKind | undefined;
}

function createSlot(key: string, node: PlanNode): Slot {
  const bytes = encoder.encode(JSON.stringify(key));
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const words = new Int32Array(bytes.length >> 2);
  for (let word = 0; word < words.length; word += 1) words[word] = view.getInt32(word * 4, true);
  return { key, bytes, words, node, passes: node.passes, counted: node.counted };
}

/** What a spot of a body is, by the description and the policy. */
export interface Spot {
  /** Schemas that hold there; none where nothing is described. */
  readonly schemas: readonly ApiNode[];
  /** Nearest name. */
  readonly name: string | undefined;
  /** JSON Pointer, where a rule of the policy looks at paths. */
  readonly path: string | undefined;
  /** What is done with scalars, or with the whole where `removes`. */
  readonly field: KnownField | undefined;
  readonly kind: SensitiveKind | undefined;
  /** Whether values that no `field` speaks of are scanned. */
  readonly scans: boolean;
  readonly isUndocumented: boolean;
}

/**
 * A spot of a response body: what is done with a value there, and what stands below. Spots come into being as documents reach them, so
 * that a plan costs nothing for what is never sent.
 */
export class PlanNode {
  readonly spot: Spot;
  /** Whether the whole value is taken out. */
  readonly removes: boolean;
  /** Whether a scalar is passed on without a look. */
  readonly passes: boolean;
  /** What is counted where scalars are passed on, though they are sensitive: the policy lets them out. */
  readonly counted: SensitiveKind | undefined;
  /** Whether members were taken out of the last object here. */
  shrinks = false;
  /** Names in the order in which they came first. */
  readonly slots: Slot[] = [];
  private readonly plan: ResponsePlan;
  private readonly members = new Map<string, PlanNode>();
  private readonly slotOfKey = new Map<string, number>();
  private elements: PlanNode | undefined;

  constructor(plan: ResponsePlan, spot: Spot) {
    this.plan = plan;
    this.spot = spot;
    this.removes = spot.field?.action === 'remove';
    this.passes = spot.field === undefined && (spot.kind !== undefined || !spot.scans);
    this.counted = this.passes ? spot.kind : undefined;
  }

  /** Looks at a value that nothing is known of. */
  get scan(): ScanField {
    return this.plan.scan;
  }

  /** The spot of a member. */
  member(key: string): PlanNode {
    let node = this.members.get(key);
    if (node === undefined) {
      node = this.plan.memberOf(this.spot, key);
      if (this.members.size < maxMembers && key.length <= maxNameLength) {
        this.members.set(key, node);
        if (this.slots.length < maxSlots) {
          this.slotOfKey.set(key, this.slots.length);
          this.slots.push(createSlot(key, node));
        }
      }
    }
    return node;
  }

  /** The place of a name among the slots, or -1. */
  slotOf(key: string): number {
    return this.slotOfKey.get(key) ?? -1;
  }

  /** The spot of an element of a list. */
  element(index: number): PlanNode {
    if (this.plan.tellsIndexesApart) return this.plan.elementOf(this.spot, index) ?? this;
    this.elements ??= this.plan.elementOf(this.spot, 0) ?? this;
    return this.elements;
  }
}
