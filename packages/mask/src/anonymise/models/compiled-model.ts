import type { ClassValues } from './class-values.ts';

/** A model that looks at how large a class is. */
export interface SizeCheck {
  readonly kind: 'size';
  /** No class with fewer rows holds, nor with fewer in the population. */
  readonly leastRows: number;
  readonly leastPopulation: number;
  /** Which parts of a class of the population may be released. That asks even of classes of which no row is. */
  readonly presence?: { readonly min: number; readonly max: number };
  /** Whether rows whose class holds stay so when classes merge. */
  readonly staysByRow: boolean;
}

/** A model that looks at the sensitive values of a class. */
export interface ValueCheck {
  readonly kind: 'values';
  /** Which sensitive column. */
  readonly column: number;
  holds(values: ClassValues): boolean;
  /** No class with fewer rows can hold. */
  readonly leastRows: number;
  readonly staysByRow: boolean;
}

/** A model that looks at the whole table: the rows suppressed last are those of the smallest classes. */
export interface TableCheck {
  readonly kind: 'table';
  /** Whether a table that is more general holds too. */
  readonly isMonotone: boolean;
  /** Whether a table with classes of these sizes is as it must be: how many classes there are of each size. */
  holds(classesBySize: ReadonlyMap<number, number>): boolean;
}

/** A model that looks at what a class has lost; what is more general may be worse. */
export interface ClassCheck {
  readonly kind: 'class';
  /**
   * @param rows - of the class, to be released
   * @param population - people of the class
   * @param loss - information that each of its rows has lost, 0 to 1
   */
  holds(rows: number, population: number, loss: number): boolean;
}

/** A privacy model, ready to be asked. */
export type CompiledModel = SizeCheck | ValueCheck | TableCheck | ClassCheck;
