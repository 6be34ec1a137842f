import { parsePointer } from '@yushu/core';
import type { CarrierSpec, NumberCarrierSpec } from '../marks/carrier-spec.ts';
import { watermarkError } from '../watermark-error.ts';
import type { ColumnOption } from './judge-column.ts';

/** Bits of the code that a cell may tell. */
export const mostBits = 5;
const mostDecimals = 9;
const words: readonly unknown[] = ['auto', 'never', 'key'];
const units: readonly unknown[] = ['day', 'minute', 'second', 'fraction'];
const schemes: readonly unknown[] = ['luhn', 'resident-id'];

const isWhole = (value: unknown, least: number, most: number) =>
  value === undefined ||
  (Number.isInteger(value) && (value as number) >= least && (value as number) <= most);

/** What is wrong with how numbers are to be marked. */
function findNumberFault({
  decimals,
  step,
  bits,
  min,
  max,
  pairs,
}: Partial<NumberCarrierSpec>): string | undefined {
  if (!isWhole(decimals, 0, mostDecimals))
    return `decimals must be a whole number from 0 to ${mostDecimals}`;
  if (!isWhole(step, 1, Number.MAX_SAFE_INTEGER)) return 'step must be a whole number from 1';
  if (!isWhole(bits, 1, mostBits)) return `bits must be a whole number from 1 to ${mostBits}`;
  if (![min, max].every((one) => one === undefined || Number.isFinite(one)))
    return 'min and max must be numbers';
  if (pairs !== undefined && !(Array.isArray(pairs) && pairs.every(Number.isSafeInteger)))
    return 'pairs must be a list of whole numbers';
  return undefined;
}

/** What is wrong with values that may stand for one another. */
function findPairsFault(pairs: unknown, mayHold: boolean): string | undefined {
  const isPairs =
    Array.isArray(pairs) &&
    pairs.length > 0 &&
    pairs.every(
      (pair) =>
        Array.isArray(pair) && pair.length === 2 && pair.every((one) => typeof one === 'string'),
    );
  if (!isPairs) return 'its pairs must be a list of lists of two texts';
  const list = pairs as readonly (readonly [string, string])[];
  const all = list.flat();
  if (new Set(all).size !== all.length) return 'its pairs have a value twice';
  const overlaps = ([a, b]: readonly [string, string]) =>
    a === '' || b === '' || a.includes(b) || b.includes(a);
  return !mayHold && list.some(overlaps) ? 'of two spellings, one holds the other' : undefined;
}

function findFault(option: Exclude<ColumnOption, string>): string | undefined {
  const spec = option as Partial<CarrierSpec>;
  switch (spec.kind) {
    case 'number':
      return findNumberFault(spec);
    case 'pairs':
      return findPairsFault(spec.pairs, true);
    case 'swaps':
      return findPairsFault(spec.swaps, false);
    case 'time':
      return units.includes(spec.unit) ? undefined : `unit must be one of ${units.join(', ')}`;
    case 'check-digit':
      return schemes.includes(spec.scheme)
        ? undefined
        : `scheme must be one of ${schemes.join(', ')}`;
    case 'choice':
      return undefined;
    case 'json':
      return findJsonFault(spec);
    default:
      return 'kind must be one of number, time, pairs, swaps, check-digit, choice, json';
  }
}

function findJsonFault({
  pointer,
  value,
}: {
  pointer?: unknown;
  value?: unknown;
}): string | undefined {
  try {
    parsePointer(pointer as string);
  } catch {
    return 'pointer must be an RFC 6901 pointer, such as /address/zip';
  }
  if (typeof value !== 'object' || value === null) return 'value must say how it is marked';
  const inner = value as Exclude<CarrierSpec, { kind: 'json' | 'choice' }>;
  if (['json', 'choice'].includes(inner.kind)) return 'value cannot be json or choice';
  if (inner.kind === 'number' && (inner.decimals === undefined || inner.step === undefined))
    return 'value needs decimals and step';
  return findFault(inner);
}

/** Refuses what is said of a column and is nothing that can be done. */
export function checkColumnOption(name: string, option: ColumnOption): void {
  if (words.includes(option)) return;
  const fault =
    typeof option === 'object' && option !== null
      ? findFault(option)
      : `it must be one of ${words.join(', ')}, or say a kind`;
  if (fault === undefined) return;
  throw watermarkError(
    'ERR_WATERMARK_OPTIONS',
    `The option of column ${name} cannot be used: ${fault}`,
    'Write { "age": { "kind": "number" }, "id": "key" }, or leave the column out to have it judged.',
  );
}
