import { readFile } from 'node:fs/promises';
import { type CustomDetector, compileDetectors, type LinearRegExp } from '@yushu/detect/custom';
import { importRules } from '@yushu/detect/import';
import { cliError } from '../cli-error.ts';
import { systemReason } from './system-reason.ts';

/** The native engine where it is installed; otherwise the built-in one. */
async function loadEngine(): Promise<LinearRegExp | undefined> {
  // Not a literal, so that no bundler asks for what is optional.
  const name: string = 're2';
  try {
    return ((await import(name)) as { default: LinearRegExp }).default;
  } catch {
    return undefined;
  }
}

/**
 * Reads the file of `--rules`. What could not be taken over is told on standard error.
 *
 * @throws {DataSecurityError} `ERR_CLI_INPUT` where it cannot be read; `ERR_DETECT_IMPORT` where it holds no rules.
 */
export async function readRulesFile(path: string): Promise<CustomDetector[]> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    throw cliError('ERR_CLI_INPUT', `${path}: ${systemReason(error) ?? 'cannot be read'}`, {
      hint: 'Give a file of rules: YAML or JSON with rules:, or one of gitleaks or Presidio.',
    });
  }
  const { rules, problems } = importRules(text);
  for (const { rule, reason, isSkipped } of problems) {
    const what = isSkipped ? 'left out' : 'taken over in part';
    process.stderr.write(`yushu: note: ${path}: rule ${rule}: ${what}: ${reason}\n`);
  }
  return compileDetectors(rules, { engine: await loadEngine() });
}
