import type { CarrierReader } from './carrier-reader.ts';
import type { NumberCarrierSpec } from './carrier-spec.ts';

const zero = 48;
const nine = 57;

/**
 * A plain decimal number in units of its last digit, or NaN for anything else: exponents, leading zeros, more decimals than
 * allowed, more than 15 digits.
 */
export function parseUnits(cell: string, decimals: number): number {
  let at = 0;
  const negative = cell.charCodeAt(0) === 45;
  if (negative) at = 1;
  const first = at;
  let units = 0;
  let behind = -1;
  let digits = 0;
  for (; at < cell.length; at += 1) {
    const code = cell.charCodeAt(at);
    if (code === 46 && behind < 0 && at > first) {
      behind = 0;
      continue;
    }
    if (code < zero || code > nine) return Number.NaN;
    if (behind >= 0) behind += 1;
    digits += 1;
    units = units * 10 + (code - zero);
  }
  const tooMany = digits === 0 || digits > 15 || behind > decimals || behind === 0;
  const leading =
    cell.charCodeAt(first) === zero && at - first > 1 && cell.charCodeAt(first + 1) !== 46;
  if (tooMany || leading || (negative && units === 0)) return Number.NaN;
  for (let missing = Math.max(behind, 0); missing < decimals; missing += 1) units *= 10;
  return units > Number.MAX_SAFE_INTEGER ? Number.NaN : negative ? -units : units;
}

/** Units as a plain decimal with at least as many digits behind the point as the cell had. */
function formatUnits(units: number, decimals: number, atLeast: number): string {
  const digits = String(Math.abs(units)).padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  let part = digits.slice(digits.length - decimals);
  while (part.length > atLeast && part.endsWith('0')) part = part.slice(0, -1);
  return `${units < 0 ? '-' : ''}${whole}${part === '' ? '' : `.${part}`}`;
}

/** Marks numbers in the lowest bits of their step. */
export function numberCarrier(spec: NumberCarrierSpec): CarrierReader {
  const { decimals, step, bits = 1 } = spec;
  const symbols = 2 ** bits;
  const scale = 10 ** decimals;
  const min = spec.min === undefined ? -Infinity : Math.ceil(spec.min * scale - 1e-6);
  const max = spec.max === undefined ? Infinity : Math.floor(spec.max * scale + 1e-6);
  const allowed = spec.pairs === undefined ? undefined : new Set(spec.pairs);
  const coarseOf = (units: number) => Math.floor(units / (step * symbols));
  const symbolOf = (units: number) => Math.floor(units / step) - coarseOf(units) * symbols;
  return {
    depth: bits,
    read(cell) {
      const units = parseUnits(cell, decimals);
      if (Number.isNaN(units)) return undefined;
      const coarse = coarseOf(units);
      if (allowed !== undefined && !allowed.has(coarse)) return undefined;
      const symbol = symbolOf(units);
      // What every symbol would make of it must be in the range.
      const lowest = units - symbol * step;
      if (lowest < min || lowest + (symbols - 1) * step > max) return undefined;
      return { coarse, symbol };
    },
    write(cell, symbol) {
      const point = cell.indexOf('.');
      const behind = point < 0 ? 0 : cell.length - point - 1;
      const units = parseUnits(cell, decimals);
      return formatUnits(units + (symbol - symbolOf(units)) * step, decimals, behind);
    },
  };
}
