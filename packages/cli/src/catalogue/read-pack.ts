import { readFile } from 'node:fs/promises';
import { parsePointer } from '@yushu/core';
import {
  type ClassificationPack,
  findPackProblems,
  gbt35273,
  gbt43697,
  gbt45574,
  jrt0197,
} from '@yushu/detect/classify';
import { cliError } from '../cli-error.ts';
import { systemReason } from '../files/system-reason.ts';

const builtIn: Readonly<Record<string, ClassificationPack>> = Object.fromEntries(
  [gbt43697, jrt0197, gbt35273, gbt45574].flatMap((pack) => [
    [pack.id, pack],
    [pack.id.replace(/-\d{4}$/, ''), pack],
  ]),
);

/**
 * A built-in pack by its name, or one of a JSON or YAML file.
 *
 * @throws {DataSecurityError} `ERR_CLI_USAGE` where the file cannot be read, or is no valid pack: with the line of each problem.
 */
export async function readPack(name: string): Promise<ClassificationPack> {
  if (Object.hasOwn(builtIn, name)) return builtIn[name]!;
  let text: string;
  try {
    text = await readFile(name, 'utf8');
  } catch (error) {
    throw cliError('ERR_CLI_USAGE', `${name}: ${systemReason(error) ?? 'cannot be read'}`, {
      hint: 'Built-in packs are gbt-43697, jrt-0197, gbt-35273 and gbt-45574; others are files.',
    });
  }
  const { LineCounter, parseDocument } = await import('yaml');
  const lines = new LineCounter();
  // JSON is YAML too.
  const document = parseDocument(text, { lineCounter: lines, maxAliasCount: 100 } as object);
  const placeOf = (offset: number): string => {
    const { line, col } = lines.linePos(offset);
    return `${name}:${line}:${col}`;
  };
  const [syntax] = document.errors;
  if (syntax !== undefined) {
    throw cliError('ERR_CLI_USAGE', `${placeOf(syntax.pos[0])}: neither JSON nor YAML`, {
      hint: 'See what stands there.',
    });
  }
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: 100 });
  } catch {
    throw cliError('ERR_CLI_USAGE', `${name}: too many aliases`, { hint: 'Write them out.' });
  }
  const problems = findPackProblems(value).map(({ path, message }) => {
    // The nearest place that is there: a member that is missing stands nowhere.
    const names = parsePointer(path);
    for (let depth = names.length; depth >= 0; depth -= 1) {
      const node = document.getIn(names.slice(0, depth), true) as { range?: [number] } | undefined;
      if (node?.range !== undefined && node.range !== null)
        return `${placeOf(node.range[0])}: ${path === '' ? 'the pack' : path} ${message}`;
    }
    return `${name}: ${path} ${message}`;
  });
  const [first] = problems;
  if (first !== undefined) {
    throw cliError('ERR_CLI_USAGE', first, {
      hint: 'Mend the classification pack.',
      details: { problems },
    });
  }
  return value as ClassificationPack;
}
