import { appendPointer } from '@yushu/core';
import { couldHoldData } from '../could-hold-data.ts';
import { type PairRole, pairRoleOf } from './pair-role.ts';

/** Keys longer than this are written `*` in paths: every finding below would repeat them. */
const maxSegmentLength = 256;

/** So many keys are remembered for one reader: records mostly repeat theirs, and hostile ones must not fill the memory. */
const maxRemembered = 8192;

/**
 * What is known of the values at one place of the records, whatever the index within arrays: the same object in record after
 * record, so that names and parts of paths are made once.
 */
export class JsonShape {
  /** Nearest key. */
  readonly name: string | undefined;
  /** The part of the path below the parent, with the slash. */
  readonly segment: string;
  /** Whether its own key could hold data. */
  readonly isKeyData: boolean;
  /** Whether it says what a sibling holds, or is told so. */
  readonly role: PairRole;
  private readonly budget: { left: number };
  private members: Map<string, JsonShape> | undefined;
  private elements: JsonShape | undefined;

  private constructor(
    name: string | undefined,
    segment: string,
    isKeyData: boolean,
    budget: { left: number },
    role?: PairRole,
  ) {
    this.name = name;
    this.segment = segment;
    this.isKeyData = isKeyData;
    this.budget = budget;
    this.role = role;
  }

  /** The shape of whole records. */
  static root(): JsonShape {
    return new JsonShape(undefined, '', false, { left: maxRemembered });
  }

  /** The shape of the member with this key. */
  member(key: string): JsonShape {
    let shape = this.members?.get(key);
    if (shape === undefined) {
      const segment = appendPointer('', key.length > maxSegmentLength ? '*' : key);
      shape = new JsonShape(key, segment, couldHoldData(key), this.budget, pairRoleOf(key));
      if (this.budget.left > 0 && key.length <= maxSegmentLength) {
        this.budget.left -= 1;
        this.members ??= new Map();
        this.members.set(key, shape);
      }
    }
    return shape;
  }

  /** The shape of all elements, where this is an array. */
  element(): JsonShape {
    this.elements ??= new JsonShape(this.name, '', false, this.budget);
    return this.elements;
  }
}
