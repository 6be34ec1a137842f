import type { KeyedHash } from '../sketches/keyed-hash.ts';

/** More parameters of a path are not looked at. */
const maxParameters = 8;

type PathParameters = Readonly<Record<string, string>>;

const readParameter = (parameters: PathParameters, name: string): string => {
  const value = Object.hasOwn(parameters, name) ? parameters[name] : '';
  return typeof value === 'string' ? value : '';
};

/** Hashes the object that the named parameters of a path name, or one that stands in the collection which they name. */
export function hashObject(
  hash: KeyedHash,
  collection: number,
  names: readonly string[],
  parameters: PathParameters,
  last?: string,
): void {
  hash.mix(4, collection, 0);
  for (let at = 0; at < names.length && at < maxParameters; at += 1) {
    hash.hash(readParameter(parameters, names[at]!), 4, hash.high, hash.low);
  }
  if (last !== undefined) hash.hash(last, 4, hash.high, hash.low);
}

/** The last of the named parameters as a number, if it is one of at most 15 digits; otherwise `NaN`. */
export function numberOf(names: readonly string[], parameters: PathParameters): number {
  const last = readParameter(parameters, names.at(-1) ?? '');
  return last.length > 0 && last.length <= 15 && /^\d+$/.test(last) ? Number(last) : Number.NaN;
}
