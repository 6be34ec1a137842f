import type { CarrierReader, CellMark } from './carrier-reader.ts';
import type { PairsCarrierSpec } from './carrier-spec.ts';

/** Marks categories by which of two interchangeable values stands there. */
export function pairsCarrier({ pairs }: PairsCarrierSpec): CarrierReader {
  const places = new Map<string, CellMark & { readonly pair: readonly [string, string] }>(
    pairs.flatMap((pair) =>
      pair.map((value, symbol) => [value, { coarse: pair[0], symbol, pair }] as const),
    ),
  );
  return {
    depth: 1,
    read: (cell) => places.get(cell),
    write: (cell, symbol) => places.get(cell)!.pair[symbol]!,
  };
}
