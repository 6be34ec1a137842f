/**
 * What private keys begin with that stand in base64 without their PEM lines: a sequence (X.690) of 46 to 65,535 bytes. Their first word
 * may be short, since base64 has signs.
 */
export const keyOpenings: readonly string[] = ['MII', 'MIG', 'MHc', 'MHQ', 'MC4'];

const keys = new Set(keyOpenings.map((opening) => keyOf(...unitsOf(opening))));

function unitsOf(opening: string): [number, number, number] {
  return [opening.charCodeAt(0), opening.charCodeAt(1), opening.charCodeAt(2)];
}

function keyOf(first: number, second: number, third: number): number {
  return (first << 16) | (second << 8) | third;
}

/** Whether three units begin such a key. */
export function opensKey(first: number, second: number, third: number): boolean {
  return first === 0x4d && keys.has(keyOf(first, second, third));
}
