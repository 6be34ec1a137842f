import type { CarrierReader } from './carrier-reader.ts';
import type { CarrierSpec } from './carrier-spec.ts';
import { checkDigitCarrier } from './check-digit-carrier.ts';
import { jsonCarrier } from './json-carrier.ts';
import { numberCarrier } from './number-carrier.ts';
import { pairsCarrier } from './pairs-carrier.ts';
import { swapsCarrier } from './swaps-carrier.ts';
import { timeCarrier } from './time-carrier.ts';

/** Makes the reader and writer of the cells of one column. */
export function createCarrier(spec: CarrierSpec): CarrierReader {
  switch (spec.kind) {
    case 'number':
      return numberCarrier(spec);
    case 'time':
      return timeCarrier(spec);
    case 'pairs':
      return pairsCarrier(spec);
    case 'swaps':
      return swapsCarrier(spec);
    case 'check-digit':
      return checkDigitCarrier(spec);
    case 'choice':
      // The whole value tells where the mark is, and the cipher which one it is: the symbol here is never used.
      return {
        depth: 1,
        read: (cell) => (cell === '' ? undefined : { coarse: cell, symbol: 0 }),
        write: (cell) => cell,
      };
    case 'json':
      return jsonCarrier(spec, createCarrier(spec.value));
  }
}
