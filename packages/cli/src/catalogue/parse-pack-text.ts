import { parsePointer } from '@yushu/core';
import { type ClassificationPack, findPackProblems } from '@yushu/detect/classify';
import { LineCounter, parseDocument } from 'yaml';
import { cliError } from '../cli-error.ts';

/**
 * A pack of the text of a JSON or YAML file. Loaded when asked for: it brings the reader of YAML.
 *
 * @throws {DataSecurityError} `ERR_CLI_USAGE` with the line of each problem.
 */
export function parsePackText(name: string, text: string): ClassificationPack {
  const lines = new LineCounter();
  // JSON is YAML too.
  const document = parseDocument(text, { lineCounter: lines });
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
