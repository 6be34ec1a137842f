/** A hierarchy that is ready to be asked. */
export interface Hierarchy {
  /** The highest level. */
  readonly height: number;
  /** What a value becomes at a level from 1 to the highest; undefined for a value that the hierarchy does not know. */
  generalise(value: string, level: number): string | undefined;
  /** All values that could be, where the hierarchy knows them: information loss counts in these. */
  readonly domain?: readonly string[];
}

/** What everything is at the last level. */
export const root = '*';
