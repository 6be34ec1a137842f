import { type CategoryId, DataSecurityError } from '@yushu/core';
import { parseDocument } from 'yaml';
import type { DetectorRule } from '../custom/rule.ts';
import type { ValidatorName } from '../custom/validators.ts';
import { collectRules, tableOf } from './collect-rules.ts';
import { importGitleaks } from './import-gitleaks.ts';
import { importPresidio } from './import-presidio.ts';
import type { ImportedRules, ImportProblem } from './imported-rules.ts';

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
const isTexts = (value: unknown): boolean => Array.isArray(value) && value.every(isText);
const isNumber = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value);

/** Members of a rule, and what each may be. */
const members: Readonly<
  Record<keyof DetectorRule, readonly [(value: unknown) => boolean, string]>
> = {
  id: [isText, 'a text'],
  category: [
    (value) => isText(value) && /^[a-z][\w-]*(?:\.[\w-]+)+$/.test(value),
    'an id such as custom.badge',
  ],
  pattern: [isText, 'a text'],
  group: [
    (value) => value === 'first' || (Number.isInteger(value) && (value as number) >= 0),
    'a number, or first',
  ],
  ignoreCase: [(value) => typeof value === 'boolean', 'true or false'],
  score: [(value) => isNumber(value) && value > 0 && value <= 1, 'above 0 and up to 1'],
  keywords: [isTexts, 'a list of texts'],
  cues: [isTexts, 'a list of texts'],
  cueReach: [(value) => Number.isInteger(value) && (value as number) > 0, 'a whole number'],
  validator: [isText, 'the name of a validator'],
  minEntropy: [(value) => isNumber(value) && value >= 0, 'a number of bits'],
  stopWords: [isTexts, 'a list of texts'],
  allow: [isTexts, 'a list of patterns'],
  allowMatch: [isTexts, 'a list of patterns'],
  allowLine: [isTexts, 'a list of patterns'],
};

/** A rule of a table, or what is wrong with it. */
function readRule(table: Readonly<Record<string, unknown>>): DetectorRule | string {
  for (const [name, value] of Object.entries(table)) {
    if (!Object.hasOwn(members, name)) return `it has no member ${name.slice(0, 40)}`;
    const [isRight, wanted] = members[name as keyof DetectorRule];
    if (!isRight(value)) return `${name} must be ${wanted}`;
  }
  for (const name of ['id', 'category', 'pattern'])
    if (table[name] === undefined) return `${name} is missing`;
  return table as unknown as DetectorRule & { category: CategoryId; validator?: ValidatorName };
}

function parse(text: string): unknown {
  const document = parseDocument(text, { maxAliasCount: 100 } as object);
  return document.errors.length > 0 ? undefined : document.toJS({ maxAliasCount: 100 });
}

/**
 * Reads a file of rules: those of this package, of gitleaks (TOML) or of Presidio (YAML), told by what it holds.
 *
 * @param text - YAML or JSON with `rules:`, a list of {@link DetectorRule}; or a file of one of the other two tools.
 * @throws {DataSecurityError} `ERR_DETECT_IMPORT` where the text holds no rules of any of the three.
 *
 * @example
 * ```ts
 * import { createScanner } from '@yushu/detect';
 * import { compileDetectors } from '@yushu/detect/custom';
 * import { importRules } from '@yushu/detect/import';
 *
 * const { rules, problems } = importRules(`
 * rules:
 *   - id: badge
 *     category: custom.badge
 *     pattern: 'B-\\d{5}'
 *     cues: [badge, 胸卡]
 * `);
 * const scanner = createScanner({ detectors: compileDetectors(rules) });
 * console.log(scanner.scan('胸卡 B-12345').length, problems.length); // 1 0
 * ```
 */
export function importRules(text: string): ImportedRules {
  if (/^[ \t]*\[\[?\s*rules\s*\]?\]/m.test(text)) return importGitleaks(text);
  const content = parse(text);
  const { rules: list, recognizers, ad_hoc_recognizers: adHoc } = tableOf(content);
  if (recognizers !== undefined || adHoc !== undefined) return importPresidio(text);
  if (!Array.isArray(list)) {
    throw new DataSecurityError('ERR_DETECT_IMPORT', 'The text holds no rules', {
      hint: 'Give YAML or JSON with rules:, a file of gitleaks, or one of Presidio.',
    });
  }
  const rules: DetectorRule[] = [];
  const problems: ImportProblem[] = [];
  for (const [index, item] of list.entries()) {
    const table = tableOf(item);
    const read = readRule(table);
    if (typeof read === 'string') {
      const name = isText(table['id']) ? table['id'] : `#${index + 1}`;
      problems.push({ rule: name, reason: read, isSkipped: true });
    } else rules.push(read);
  }
  return collectRules(rules, problems);
}
