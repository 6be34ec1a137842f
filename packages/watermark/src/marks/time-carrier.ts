import type { CarrierReader } from './carrier-reader.ts';
import type { TimeCarrierSpec } from './carrier-spec.ts';

/** ISO 8601 dates and times, with `-` or `/` between, and a blank for the `T`. */
const pattern =
  /^\d{4}([-/])(\d{2})\1(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/d;

const groups = { day: 3, minute: 5, second: 6, fraction: 7 } as const;
/** The last day that every month has: above it, a pair could leave the month. */
const lastCommonDay = 28;

interface Field {
  readonly start: number;
  readonly end: number;
  readonly value: number;
}

function findField(cell: string, unit: TimeCarrierSpec['unit']): Field | undefined {
  if (cell.length > 40) return undefined;
  const range = pattern.exec(cell)?.indices?.[groups[unit]];
  if (range === undefined) return undefined;
  const [start, end] = unit === 'fraction' ? [range[1] - 1, range[1]] : range;
  const value = Number(cell.slice(start, end));
  if (unit === 'day')
    return value >= 1 && value <= lastCommonDay ? { start, end, value: value - 1 } : undefined;
  return value < 60 ? { start, end, value } : undefined;
}

/** Marks dates and times in the parity of one field. */
export function timeCarrier({ unit }: TimeCarrierSpec): CarrierReader {
  const replace = (cell: string, { start, end }: Field, value: number) => {
    const text = String(unit === 'day' ? value + 1 : value).padStart(end - start, '0');
    return cell.slice(0, start) + text + cell.slice(end);
  };
  return {
    depth: 1,
    read(cell) {
      const field = findField(cell, unit);
      if (field === undefined) return undefined;
      const symbol = field.value & 1;
      return { coarse: replace(cell, field, field.value - symbol), symbol };
    },
    write(cell, symbol) {
      const field = findField(cell, unit)!;
      return replace(cell, field, (field.value & ~1) | symbol);
    },
  };
}
