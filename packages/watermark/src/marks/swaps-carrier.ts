import type { CarrierReader } from './carrier-reader.ts';
import type { SwapsCarrierSpec } from './carrier-spec.ts';

interface Swap {
  readonly start: number;
  readonly from: string;
  readonly to: string;
  readonly symbol: number;
}

const occurrences = (text: string, part: string) => text.split(part).length - 1;

/** Marks texts by which of two spellings they have. A text counts where exactly one spelling of a pair stands in it, once. */
export function swapsCarrier({ swaps }: SwapsCarrierSpec): CarrierReader {
  const find = (cell: string): Swap | undefined => {
    if (cell.length > 4096) return undefined;
    for (const [low, high] of swaps) {
      const lows = occurrences(cell, low);
      const highs = occurrences(cell, high);
      if (lows + highs !== 1) continue;
      const [from, to, symbol] = lows === 1 ? ([low, high, 0] as const) : ([high, low, 1] as const);
      return { start: cell.indexOf(from), from, to, symbol };
    }
    return undefined;
  };
  const replace = (cell: string, { start, from, to }: Swap) =>
    cell.slice(0, start) + to + cell.slice(start + from.length);
  return {
    depth: 1,
    read(cell) {
      const swap = find(cell);
      if (swap === undefined) return undefined;
      const flipped = replace(cell, swap);
      const back = find(flipped);
      // The other spelling may make or break another one with what stands beside it: then the cell carries nothing.
      if (back === undefined || back.symbol === swap.symbol || replace(flipped, back) !== cell)
        return undefined;
      return { coarse: swap.symbol === 0 ? cell : flipped, symbol: swap.symbol };
    },
    write(cell, symbol) {
      const swap = find(cell)!;
      return swap.symbol === symbol ? cell : replace(cell, swap);
    },
  };
}
