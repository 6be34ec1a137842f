import type { JournalEntry } from '../audit/journal.ts';
import type { Sealer } from '../sealed/sealer.ts';

/** Stands in the place of a value that is withheld. */
export const blockedText = '[BLOCKED]';

/** Where a value stands, as masks, pseudonyms and formats see it: the row does not count. */
export interface CoverPlace {
  readonly tenant?: string;
  readonly table?: string;
  readonly column?: string;
}

/** Encrypts into a valid value of the same format, and back. */
export interface FormatCipher {
  apply(value: string, place: CoverPlace): string;
  reveal(value: string, place: CoverPlace): string;
}

/** What is done with the values of one decision: the policy's word, made ready to be used. */
export interface Treatment extends JournalEntry {
  /** For `encrypt`. */
  readonly sealer: Sealer | undefined;
  /** For `fpe`. */
  readonly format: FormatCipher | undefined;
  /** For every other action but `allow`. */
  readonly cover: ((value: string, place: CoverPlace) => string) | undefined;
}
