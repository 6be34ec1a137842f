import type { KeysetListing } from '@yushu/encrypt/node';
import { cliError } from '../cli-error.ts';
import { printable } from '../output/printable.ts';
import { kindOf } from './key-kinds.ts';

/** `name (kind)`, for people. */
export const labelOfKeyset = ({ name, purpose }: KeysetListing) =>
  `${printable(name)} (${kindOf(purpose)})`;

/** The keysets that `NAME` or `NAME:KIND` means: at least one. */
export function findKeysets<T extends KeysetListing>(text: string, keysets: readonly T[]): T[] {
  const byName = keysets.filter(({ name }) => name === text);
  const found =
    byName.length > 0
      ? byName
      : keysets.filter(({ name, purpose }) => `${name}:${kindOf(purpose)}` === text);
  if (found.length > 0) return found;
  throw cliError('ERR_CLI_USAGE', `There is no key ${text}`, {
    hint: 'See what there is: yushu keys list --keys FILE.',
  });
}

/** The keyset that `NAME` or `NAME:KIND` means and that has a key of this id. */
export function findKey<T extends KeysetListing>(text: string, id: string, keysets: readonly T[]) {
  const found = findKeysets(text, keysets).flatMap((entry) => {
    const key = entry.keys.find((one) => String(one.id) === id);
    return key === undefined ? [] : [{ entry, key }];
  });
  const [first, ...more] = found;
  if (first !== undefined && more.length === 0) return first;
  throw cliError(
    'ERR_CLI_USAGE',
    first === undefined ? `${text} has no key ${id}` : `${text} means more than one keyset`,
    { hint: 'See what there is: yushu keys list --keys FILE. Name a keyset by NAME:KIND.' },
  );
}
