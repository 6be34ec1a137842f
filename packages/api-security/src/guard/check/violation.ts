/** Where in an exchange something is not as described. */
export type ViolationPlace = 'path' | 'query' | 'header' | 'cookie' | 'body' | 'response';

/** One thing that is not as the description has it. It never holds a value, and no name that the description lacks. */
export interface Violation {
  readonly in: ViolationPlace;
  /** Name of the parameter, or JSON Pointer into the body; `*` for elements and for names that the description lacks. */
  readonly at: string;
  /** Keyword of the schema that does not hold, such as `maxLength`. */
  readonly rule: string;
  /** What the description asks for: a limit, a type or a format. */
  readonly expected?: string | number;
}
