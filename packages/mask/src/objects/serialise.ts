/**
 * Redaction fused with serialisation: one pass from the value to its JSON text.
 *
 * Prints what `JSON.stringify` prints, redacted. What is out of the ordinary (a circle, a big integer, a boxed value, what throws) is left to
 * the careful way of `walkValue`.
 *
 * @module
 */
import { createPlaces } from './place.ts';
import { isPlainText, quoteText } from './quote-text.ts';
import type { RedactionRules } from './redaction-rules.ts';
import { ShapeMemory } from './shape-memory.ts';

/** Thrown where the value must be walked with care. */
const notOrdinary = Symbol('not ordinary');

/** Beyond this depth a circle is supposed. */
const maxDepth = 100;

/** Keys that are remembered, about 600 bytes each; then all is forgotten, and learned again. */
const maxSlots = 4_096;

/**
 * An object in which nothing can be redacted is left to the engine where the last one at its spot made a text of this length, an array from
 * the other: the engine is better at long texts, and this here at a few short members.
 */
const longObject = 512;
const longArray = 2_048;

/** Arrays without objects are left to the engine from this length on. */
const minNativeItems = 12;

/** Text of an array is put together in pieces of this length, so that no large tree of pieces waits for the end. */
const pieceLength = 16_384;

const objectPrototype = Object.prototype;
const nothing = Object.freeze({});

type Source = Record<string, unknown>;

/** Whether an object is a Number, String, Boolean or BigInt of which JSON prints the value. */
function isBoxed(value: object): boolean {
  return (
    value instanceof Number ||
    value instanceof String ||
    value instanceof Boolean ||
    value instanceof BigInt
  );
}

/**
 * A function that prints a value redacted, for rules whose censor is no function. It throws for a value that is not ordinary, and where
 * reading the value throws.
 */
export function createSerialiser(
  rules: RedactionRules,
  hasSecretKeys: boolean,
): (value: unknown) => string {
  const { remove, redactString } = rules;
  const places = createPlaces(rules, hasSecretKeys);
  const covered = JSON.stringify(rules.censor);
  let root = new ShapeMemory(places.start);
  const learned = { slots: 0 };

  /**
   * A copy of an array that holds no objects and no texts to be looked into, to be left to the engine. A copy: a proxy could give
   * something else when it is read again.
   */
  function copySimple(items: readonly unknown[], length: number): unknown[] | undefined {
    if (redactString !== undefined) return undefined;
    const copy: unknown[] = [];
    for (let index = 0; index < length; index += 1) {
      const item = items[index];
      if (typeof item === 'object' && item !== null) return undefined;
      copy.push(item);
    }
    return copy;
  }

  /** Adds an object or array, or what else no member is printed of by itself. */
  function addValue(text: string, value: unknown, memory: ShapeMemory, depth: number): string {
    switch (typeof value) {
      case 'object':
        if (value === null) return `${text}null`;
        if (depth > maxDepth) throw notOrdinary;
        return memory.place.isCalm
          ? addCalm(text, value, memory, depth)
          : Array.isArray(value)
            ? addArray(text, value, memory, depth)
            : addObject(text, value as Source, memory, depth);
      case 'string':
        return text + quoteText(redactString === undefined ? value : redactString(value));
      case 'number':
        return text + (value - value === 0 ? `${value}` : 'null');
      case 'boolean':
        return text + (value ? 'true' : 'false');
      default:
        throw notOrdinary;
    }
  }

  /** An object or array in which nothing can be redacted, as the last one at this spot has shown to be best. */
  function addCalm(text: string, value: object, memory: ShapeMemory, depth: number): string {
    const isArray = Array.isArray(value);
    if (memory.isLong && typeof (value as { toJSON?: unknown }).toJSON !== 'function') {
      const made = JSON.stringify(value);
      memory.isLong = made.length >= (isArray ? longArray : longObject);
      return text + made;
    }
    const longer = isArray
      ? addArray(text, value, memory, depth)
      : addObject(text, value as Source, memory, depth);
    memory.isLong = longer.length - text.length >= (isArray ? longArray : longObject);
    return longer;
  }

  function addArray(
    before: string,
    source: readonly unknown[],
    memory: ShapeMemory,
    depth: number,
  ): string {
    const { place } = memory;
    const { length } = source;
    if (length === 0) return `${before}[]`;
    const isByIndex = place.hasIndexes;
    let next = place.other;
    if (length >= minNativeItems && !isByIndex && !next.ends) {
      const copy = copySimple(source, length);
      if (copy !== undefined) return before + JSON.stringify(copy);
    }
    let items = memory.itemsAt(next);
    let done = before;
    let text = '';
    for (let index = 0; index < length; index += 1) {
      if (isByIndex) {
        next = places.nextIndex(place, index);
        items = memory.itemsAt(next);
      }
      let item = source[index];
      if (typeof item === 'object' && item !== null && !next.ends) {
        const { toJSON } = item as { toJSON?: unknown };
        if (typeof toJSON === 'function') item = toJSON.call(item, String(index));
      }
      text += index === 0 ? '[' : ',';
      if (item === undefined || typeof item === 'function' || typeof item === 'symbol') {
        text += 'null';
      } else if (next.ends) text += remove ? 'null' : covered;
      else text = addValue(text, item, items, depth + 1);
      if (text.length > pieceLength) {
        // Reading a character puts the pieces together.
        text.charCodeAt(0);
        done += text;
        text = '';
      }
    }
    return `${done}${text}]`;
  }

  /** A member whose key is not remembered; `undefined` where there is none to print. */
  function addOther(
    text: string,
    read: unknown,
    key: string,
    memory: ShapeMemory,
    depth: number,
  ): string | undefined {
    const next = places.next(memory.place, key);
    let value = read;
    if (typeof value === 'object' && value !== null && !next.ends) {
      const { toJSON } = value as { toJSON?: unknown };
      if (typeof toJSON === 'function') value = toJSON.call(value, key);
    }
    if (value === undefined || typeof value === 'function' || typeof value === 'symbol') {
      return undefined;
    }
    if (next.ends && remove) return undefined;
    const named = `${text + quoteText(key)}:`;
    return next.ends ? named + covered : addValue(named, value, memory.itemsAt(next), depth + 1);
  }

  function addObject(before: string, source: Source, memory: ShapeMemory, depth: number): string {
    const prototype: unknown = Object.getPrototypeOf(source);
    const isBare = prototype === objectPrototype || prototype === null;
    if (!isBare && isBoxed(source)) throw notOrdinary;
    const { slots } = memory;
    let text = before;
    // 0 before the first member, 2 after a string whose quote is still open, else 1.
    let state = 0;
    let position = 0;
    for (const key in source) {
      // for-in gives what a class or another object above has, too.
      if (!isBare && !Object.hasOwn(source, key)) continue;
      let slot = slots[position];
      if (slot === undefined || slot.key !== key) {
        slot = memory.find(position, key, places, covered, learned);
      }
      position += 1;
      let value = source[key];
      if (slot === undefined) {
        const opened = text + (state === 2 ? '",' : state === 1 ? ',' : '{');
        const added = addOther(opened, value, key, memory, depth);
        if (added !== undefined) {
          text = added;
          state = 1;
        }
        continue;
      }
      if (slot.ends) {
        if (
          remove ||
          value === undefined ||
          typeof value === 'function' ||
          typeof value === 'symbol'
        ) {
          continue;
        }
        text += state === 2 ? slot.after : state === 1 ? slot.rest : slot.first;
        state = 1;
        continue;
      }
      if (typeof value === 'object' && value !== null) {
        const { toJSON } = value as { toJSON?: unknown };
        if (typeof toJSON === 'function') value = toJSON.call(value, key);
      }
      if (typeof value === 'string') {
        const content = redactString === undefined ? value : redactString(value);
        if (isPlainText(content)) {
          text += state === 2 ? slot.afterText : state === 1 ? slot.restText : slot.firstText;
          text += content;
          state = 2;
        } else {
          text += state === 2 ? slot.after : state === 1 ? slot.rest : slot.first;
          text += JSON.stringify(content);
          state = 1;
        }
        continue;
      }
      if (value === undefined || typeof value === 'function' || typeof value === 'symbol') {
        continue;
      }
      text += state === 2 ? slot.after : state === 1 ? slot.rest : slot.first;
      state = 1;
      if (typeof value === 'number') text += value - value === 0 ? `${value}` : 'null';
      else if (typeof value === 'boolean') text += value ? 'true' : 'false';
      else if (value === null) text += 'null';
      else {
        slot.child ??= new ShapeMemory(slot.next);
        text = addValue(text, value, slot.child, depth + 1);
      }
    }
    return text + (state === 2 ? '"}' : state === 1 ? '}' : '{}');
  }

  return (given) => {
    // Somebody has put a property on every object there is.
    for (const _ in nothing) throw notOrdinary;
    if (typeof given !== 'object' || given === null) throw notOrdinary;
    if (learned.slots > maxSlots) {
      root = new ShapeMemory(places.start);
      learned.slots = 0;
    }
    const { toJSON } = given as { toJSON?: unknown };
    return addValue('', typeof toJSON === 'function' ? toJSON.call(given, '') : given, root, 0);
  };
}
