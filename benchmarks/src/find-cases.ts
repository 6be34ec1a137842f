import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Bench } from './bench.ts';

const cases = join(dirname(dirname(fileURLToPath(import.meta.url))), 'cases');

/** All cases below `cases`, in the order of their names. */
export async function findCases(): Promise<readonly Bench[]> {
  const files = readdirSync(cases, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.bench.ts'))
    .sort();
  const found = new Map<string, Bench>();
  for (const file of files) {
    const { benches } = (await import(pathToFileURL(join(cases, file)).href)) as {
      readonly benches?: readonly Bench[];
    };
    if (!Array.isArray(benches)) throw new Error(`cases/${file} exports no list \`benches\``);
    for (const bench of benches as readonly Bench[]) {
      if (found.has(bench.name)) throw new Error(`There are two cases named ${bench.name}`);
      found.set(bench.name, bench);
    }
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The cases whose name is one of the given, or begins with one and a dot. Without names, all. */
export function chooseCases(benches: readonly Bench[], names: readonly string[]): readonly Bench[] {
  const fits = (name: string, wanted: string) => name === wanted || name.startsWith(`${wanted}.`);
  const unknown = names.filter((wanted) => !benches.some(({ name }) => fits(name, wanted)));
  if (unknown.length > 0) {
    throw new Error(
      `No case is named ${unknown.join(', ')}. Cases: ${benches.map(({ name }) => name).join(', ')}`,
    );
  }
  return benches.filter(
    ({ name }) => names.length === 0 || names.some((wanted) => fits(name, wanted)),
  );
}
