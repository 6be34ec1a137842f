import { readFile } from 'node:fs/promises';
import {
  type ClassificationPack,
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
  const { parsePackText } = await import('./parse-pack-text.ts');
  return parsePackText(name, text);
}
