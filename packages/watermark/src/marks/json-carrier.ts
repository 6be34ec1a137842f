import { parsePointer } from '@yushu/core';
import type { CarrierReader } from './carrier-reader.ts';
import type { JsonCarrierSpec } from './carrier-spec.ts';

type Holder = Record<string, unknown>;

/** Longer cells are left alone. */
const longestCell = 65_536;

/** The object or array that holds the value of a pointer, and the value's key. */
function locate(document: unknown, keys: readonly string[]): [Holder, string] | undefined {
  let holder = document;
  for (const key of keys.slice(0, -1)) {
    if (typeof holder !== 'object' || holder === null || !Object.hasOwn(holder, key))
      return undefined;
    holder = (holder as Holder)[key];
  }
  const last = keys.at(-1);
  if (typeof holder !== 'object' || holder === null || last === undefined) return undefined;
  return Object.hasOwn(holder, last) ? [holder as Holder, last] : undefined;
}

function parse(cell: string): unknown {
  try {
    return JSON.parse(cell);
  } catch {
    return undefined;
  }
}

/** Marks one value of JSON texts. Only texts that JavaScript writes as they stand, so that nothing else in them changes. */
export function jsonCarrier({ pointer }: JsonCarrierSpec, inner: CarrierReader): CarrierReader {
  const keys = parsePointer(pointer);
  const open = (cell: string) => {
    if (cell.length > longestCell) return undefined;
    const document = parse(cell);
    const place = locate(document, keys);
    if (place === undefined || JSON.stringify(document) !== cell) return undefined;
    const value = place[0][place[1]];
    if (typeof value !== 'string' && typeof value !== 'number') return undefined;
    return { document, place, value };
  };
  return {
    depth: inner.depth,
    read(cell) {
      const opened = open(cell);
      return opened && inner.read(String(opened.value));
    },
    write(cell, symbol) {
      const { document, place, value } = open(cell)!;
      const text = inner.write(String(value), symbol);
      place[0][place[1]] = typeof value === 'number' ? Number(text) : text;
      return JSON.stringify(document);
    },
  };
}
