/**
 * What a redactor remembers of the values that it has printed: at each spot, the keys in their order, where they lead, and their text.
 *
 * Log lines and rows of a list have the same keys in the same order nearly always; then a comparison of two keys takes the place of
 * looking up, quoting and matching.
 *
 * @module
 */
import type { Place, Places } from './place.ts';

/** Keys of one spot that are remembered; objects with more are maps, whose keys do not come again. */
const maxKeys = 64;

/** A longer key is no name. */
const maxKeyLength = 256;

/** A key at a spot. Each text is there with what goes before it: nothing yet, a member, or a string whose quote is still open. */
export class Slot {
  readonly key: string;
  readonly next: Place;
  /** Whether the value is to be redacted. */
  readonly ends: boolean;
  /** `{"key":`, and with the opening quote of a string. */
  readonly first: string;
  readonly firstText: string;
  /** `,"key":`, and with the opening quote of a string. */
  readonly rest: string;
  readonly restText: string;
  /** `","key":`, and with the opening quote of a string. */
  readonly after: string;
  readonly afterText: string;
  /** What is remembered of the value. */
  child: ShapeMemory | undefined;

  /** @param covered JSON text in the place of a value that is to be redacted. */
  constructor(key: string, next: Place, covered: string) {
    const name = `${JSON.stringify(key)}:${next.ends ? covered : ''}`;
    this.key = key;
    this.next = next;
    this.ends = next.ends;
    this.first = `{${name}`;
    this.firstText = `{${name}"`;
    this.rest = `,${name}`;
    this.restText = `,${name}"`;
    this.after = `",${name}`;
    this.afterText = `",${name}"`;
    this.child = undefined;
  }
}

/** What is remembered of one spot. */
export class ShapeMemory {
  readonly place: Place;
  /** Whether the text of the last value here was long, see `serialise.ts`. */
  isLong = false;
  /** The keys of the last object, by position. */
  readonly slots: Slot[] = [];
  readonly #byKey = new Map<string, Slot>();
  /** What is remembered of the items of an array and the members of a map, by where they lead. */
  readonly #items = new Map<Place, ShapeMemory>();

  constructor(place: Place) {
    this.place = place;
  }

  /** The slot of a key that is not the one at its position; `undefined` for a key that is not to be remembered. Counts new ones. */
  find(
    position: number,
    key: string,
    places: Places,
    covered: string,
    learned: { slots: number },
  ): Slot | undefined {
    let slot = this.#byKey.get(key);
    if (slot === undefined) {
      if (this.#byKey.size >= maxKeys || key.length > maxKeyLength) return undefined;
      slot = new Slot(key, places.next(this.place, key), covered);
      this.#byKey.set(key, slot);
      learned.slots += 1;
    }
    if (position < maxKeys) this.slots[position] = slot;
    return slot;
  }

  /** What is remembered of items that lead to a place. */
  itemsAt(place: Place): ShapeMemory {
    let memory = this.#items.get(place);
    if (memory === undefined) {
      memory = new ShapeMemory(place);
      this.#items.set(place, memory);
    }
    return memory;
  }
}
