import { type CategoryId, DataSecurityError } from '@yushu/core';
import { parse } from 'smol-toml';
import type { DetectorRule } from '../custom/rule.ts';
import { collectRules, tableOf, tablesOf, textsOf } from './collect-rules.ts';
import type { ImportedRules, ImportProblem } from './imported-rules.ts';

/** Options of {@link importGitleaks}. */
export interface ImportGitleaksOptions {
  /** The category for a rule; `secret.<first word of the id>.<the rest>` unless given. */
  readonly categoryOf?: (ruleId: string) => CategoryId;
}

function usualCategory(id: string): CategoryId {
  const [provider = '', ...rest] = id
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter((word) => word !== '');
  return rest.length === 0 ? 'secret.generic' : `secret.${provider}.${rest.join('_')}`;
}

interface Allowed {
  readonly allow: string[];
  readonly allowMatch: string[];
  readonly allowLine: string[];
  readonly stopWords: string[];
}

/** Reads allow lists; tells of what a text alone cannot decide. */
function readAllowLists(
  lists: readonly Readonly<Record<string, unknown>>[],
  tell: (reason: string) => void,
): Allowed {
  const allowed: Allowed = { allow: [], allowMatch: [], allowLine: [], stopWords: [] };
  for (const list of lists) {
    const regexes = textsOf(list['regexes']);
    const words = textsOf(list['stopwords']);
    const onPlace = textsOf(list['paths']).length + textsOf(list['commits']).length > 0;
    const isAnd = /^(?:and|&&)$/i.test(String(list['condition'] ?? ''));
    if (onPlace) {
      tell('an allow list by path or commit: give paths to your own walk over files');
      // All conditions must hold, and one cannot be known: nothing is allowed.
      if (isAnd) continue;
    }
    if (isAnd && regexes.length > 0 && words.length > 0) {
      tell('an allow list that asks for a pattern and a stop word together');
      continue;
    }
    const target = String(list['regexTarget'] ?? 'secret');
    const into =
      target === 'line'
        ? allowed.allowLine
        : target === 'match'
          ? allowed.allowMatch
          : allowed.allow;
    into.push(...regexes);
    allowed.stopWords.push(...words);
  }
  return allowed;
}

const countGroups = (regex: string): number =>
  (regex.match(/\\.|\[(?:\\.|[^\]])*\]|\((?!\?)|\(\?P?<\w/g) ?? []).filter((part) =>
    part.startsWith('('),
  ).length;

function readRule(
  rule: Readonly<Record<string, unknown>>,
  global: Allowed,
  categoryOf: (id: string) => CategoryId,
  tell: (reason: string, isSkipped?: boolean) => void,
): DetectorRule | undefined {
  const id = String(rule['id'] ?? '');
  const pattern = rule['regex'];
  if (id === '' || typeof pattern !== 'string') {
    tell('it has no regex: rules by path alone look at no text', true);
    return undefined;
  }
  if (rule['path'] !== undefined) tell('its path: the rule is tried on every file');
  if (rule['required'] !== undefined) tell('the rules it requires nearby');
  // Before version 8.21 there was one list, `allowlist`, without an s.
  const lists = [
    ...tablesOf(rule['allowlists']),
    ...(rule['allowlist'] ? [tableOf(rule['allowlist'])] : []),
  ];
  const own = readAllowLists(lists, tell);
  const merged = (key: keyof Allowed): string[] => [...global[key], ...own[key]];
  const group = Number(rule['secretGroup'] ?? 0);
  const keywords = textsOf(rule['keywords']);
  const entropy = Number(rule['entropy'] ?? 0);
  return {
    id,
    category: categoryOf(id),
    pattern,
    group: group > 0 ? group : countGroups(pattern) > 0 ? 'first' : 0,
    ...(keywords.length > 0 ? { keywords } : {}),
    ...(entropy > 0 ? { minEntropy: entropy } : {}),
    stopWords: merged('stopWords'),
    allow: merged('allow'),
    allowMatch: merged('allowMatch'),
    allowLine: merged('allowLine'),
  };
}

/**
 * Takes over the rules of a gitleaks configuration: pattern, group, entropy, keywords, allow lists and stop words. What a text alone
 * cannot decide (paths, commits) is told in `problems`.
 *
 * @param toml - the file, as https://github.com/gitleaks/gitleaks describes it under “Configuration”.
 * @throws {DataSecurityError} `ERR_DETECT_IMPORT` where the text is no TOML; the details say where.
 *
 * @example
 * ```ts
 * import { createScanner } from '@yushu/detect';
 * import { compileDetectors } from '@yushu/detect/custom';
 * import { importGitleaks } from '@yushu/detect/import';
 *
 * const { rules, problems } = importGitleaks(`
 * [[rules]]
 * id = "acme-token"
 * regex = '''\\b(acme_[a-z0-9]{20})\\b'''
 * keywords = ["acme_"]
 * entropy = 3
 * `);
 * const scanner = createScanner({ detectors: compileDetectors(rules) });
 * console.log(scanner.scan('x acme_8f3k2m9q7w1z5r4t6y0p x')[0]?.category, problems.length); // secret.acme.token 0
 * ```
 */
export function importGitleaks(toml: string, options: ImportGitleaksOptions = {}): ImportedRules {
  const { categoryOf = usualCategory } = options;
  let document: Readonly<Record<string, unknown>>;
  try {
    document = tableOf(parse(toml));
  } catch (error) {
    const { line = 0, column = 0 } = error as { line?: number; column?: number };
    throw new DataSecurityError('ERR_DETECT_IMPORT', 'The rules are no TOML', {
      hint: 'Give the text of a gitleaks configuration.',
      details: { line, column },
    });
  }
  const problems: ImportProblem[] = [];
  const tellOf =
    (rule: string) =>
    (reason: string, isSkipped = false): void => {
      problems.push({ rule, reason, isSkipped });
    };
  const lists = [
    ...tablesOf(document['allowlists']),
    ...(document['allowlist'] ? [tableOf(document['allowlist'])] : []),
  ];
  // A list may be for some rules only.
  const everywhere = lists.filter((list) => textsOf(list['targetRules']).length === 0);
  const global = readAllowLists(everywhere, tellOf(''));
  if (tableOf(document['extend'])['useDefault'] === true)
    tellOf('')('extend.useDefault: the rules that gitleaks brings are built in here');
  const rules: DetectorRule[] = [];
  for (const [index, rule] of tablesOf(document['rules']).entries()) {
    const id = String(rule['id'] ?? `#${index + 1}`);
    const tell = tellOf(id);
    const targeted = lists.filter((list) => textsOf(list['targetRules']).includes(id));
    const withTargeted =
      targeted.length === 0
        ? rule
        : { ...rule, allowlists: [...tablesOf(rule['allowlists']), ...targeted] };
    const read = readRule(withTargeted, global, categoryOf, tell);
    if (read !== undefined) rules.push(read);
  }
  return collectRules(rules, problems);
}
