/**
 * What the command ends with.
 *
 * - `clean` 0: done, nothing to say.
 * - `findings` 1: something was found at or above `--fail-on`.
 * - `usage` 2: a wrong option, an invalid policy, a missing key: nothing was begun.
 * - `unreadable` 3: some input could not be read, opened or written; it was named, and the rest was still done.
 */
export const exitCodes = { clean: 0, findings: 1, usage: 2, unreadable: 3 } as const;
