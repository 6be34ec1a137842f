/**
 * A table in which each code unit stands for itself, for tables that change a few of them: a copy is made in a moment.
 *
 * @module
 */

/** Each code unit at its own place. Copy it before a change. */
export const identityUnits: Uint16Array = new Uint16Array(65_536);
for (let unit = 0; unit < 65_536; unit += 1) identityUnits[unit] = unit;
