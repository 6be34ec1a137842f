import type { CarrierReader, CellMark } from './carrier-reader.ts';
import type { PairsCarrierSpec } from './carrier-spec.ts';

/** Marks categories by which of two interchangeable values stands there. */
export function pairsCarrier({ pairs }: PairsCarrierSpec): CarrierReader {
  const places = new Map<string, CellMark & { readonly other: string }>(
    pairs.flatMap(([low, high]) => [
      [low, { coarse: low, bit: 0 as const, other: high }] as const,
      [high, { coarse: low, bit: 1 as const, other: low }] as const,
    ]),
  );
  return { read: (cell) => places.get(cell), flip: (cell) => places.get(cell)!.other };
}
