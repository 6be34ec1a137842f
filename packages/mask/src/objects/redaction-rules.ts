import type { PathState } from './compile-paths.ts';

/** What stands in the place of a redacted value: a JSON value, or a function that makes one of value and path. */
export type Censor =
  | string
  | number
  | boolean
  | null
  | ((value: unknown, path: readonly string[]) => unknown);

/** All that the engines of one redactor work with. */
export interface RedactionRules {
  /** Where paths begin. */
  readonly start: PathState;
  /** Whether a key is redacted wherever it stands. */
  readonly isSecretKey: (key: string) => boolean;
  readonly censor: Censor;
  /** Leave redacted keys out. */
  readonly remove: boolean;
  /** Redacts what stands within string values. */
  readonly redactString: ((text: string) => string) | undefined;
}

/** Where a state goes on for a key. */
export function nextState(state: PathState | undefined, key: string): PathState | undefined {
  return state === undefined ? undefined : (state.keys.get(key) ?? state.other);
}
