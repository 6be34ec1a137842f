import { readFileSync } from 'node:fs';

/** Reads a file of vectors. */
export const readVectors = <Vectors>(name: string): Vectors =>
  JSON.parse(readFileSync(new URL(`../vectors/${name}.json`, import.meta.url), 'utf8')) as Vectors;
