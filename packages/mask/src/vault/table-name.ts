import { optionError } from '../check-options.ts';

/** Checks the name of a table: it stands in SQL text, where no parameter can. */
export function checkTableName(name: string): string {
  if (/^[A-Za-z_][A-Za-z0-9_]{0,62}$/.test(name)) return name;
  throw optionError('table', 'a name of letters, digits and _, up to 63 characters');
}
