import { type CategoryId, DataSecurityError } from '@yushu/core';
import { parseDocument } from 'yaml';
import type { DetectorRule } from '../custom/rule.ts';
import { collectRules, tableOf, tablesOf, textsOf } from './collect-rules.ts';
import type { ImportedRules, ImportProblem } from './imported-rules.ts';
import { categoryOfEntity } from './presidio-categories.ts';

/** Options of {@link importPresidio}. */
export interface ImportPresidioOptions {
  /** The category for an entity such as `ZIP_CODE`; that of the contract, or `custom.zip_code`, unless given. */
  readonly categoryOf?: (entity: string) => CategoryId;
}

/** Flags of Python's `re`: Presidio's default is DOTALL, MULTILINE and IGNORECASE. */
const flagsOfPython = { ignoreCase: 2, multiline: 8, dotAll: 16 } as const;

const escapeText = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/** Words that speak for a match: those of the recogniser, and of each of its languages. */
function cuesOf(recogniser: Readonly<Record<string, unknown>>): string[] {
  const cues = textsOf(recogniser['context']);
  for (const language of tablesOf(recogniser['supported_languages']))
    cues.push(...textsOf(language['context']));
  return [...new Set(cues)];
}

function readRecogniser(
  recogniser: Readonly<Record<string, unknown>>,
  flags: number,
  categoryOf: (entity: string) => CategoryId,
  tell: (reason: string, isSkipped?: boolean) => void,
): DetectorRule[] {
  const name = String(recogniser['name'] ?? '');
  if (recogniser['enabled'] === false) {
    tell('it is not enabled', true);
    return [];
  }
  const patterns = tablesOf(recogniser['patterns']);
  const denied = textsOf(recogniser['deny_list']);
  const [entity = ''] = [
    ...textsOf(recogniser['supported_entity']),
    ...textsOf(recogniser['supported_entities']),
  ];
  if (patterns.length === 0 && denied.length === 0) {
    tell('it has no pattern and no deny list: predefined recognisers are code', true);
    return [];
  }
  if (entity === '') {
    tell('it has no supported_entity', true);
    return [];
  }
  const cues = cuesOf(recogniser);
  const shared = {
    category: categoryOf(entity),
    ...(cues.length > 0 ? { cues } : {}),
    ignoreCase: (flags & flagsOfPython.ignoreCase) !== 0,
  };
  const inline = `${(flags & flagsOfPython.multiline) === 0 ? '' : 'm'}${(flags & flagsOfPython.dotAll) === 0 ? '' : 's'}`;
  const rules: DetectorRule[] = patterns.map((pattern, index) => ({
    ...shared,
    id: `${name}/${String(pattern['name'] ?? index + 1)}`,
    pattern: `${inline === '' ? '' : `(?${inline})`}${String(pattern['regex'] ?? '')}`,
    score: Number(pattern['score'] ?? 0.5),
  }));
  if (denied.length > 0) {
    const words = denied.map(escapeText).sort((a, b) => b.length - a.length);
    rules.push({
      ...shared,
      id: `${name}/deny_list`,
      // As Presidio bounds its deny lists: no word character beside them.
      pattern: `(?:^|\\W)(${words.join('|')})(?:$|\\W)`,
      group: 1,
      score: Number(recogniser['deny_list_score'] ?? 1),
      keywords: denied,
    });
  }
  return rules;
}

/**
 * Takes over recognisers of Presidio: patterns with their scores, context words, deny lists. Predefined recognisers are code and
 * cannot be: most are built in here.
 *
 * @param text - YAML of a recogniser registry (`recognizers:`), or a list of recognisers, or JSON of ad-hoc ones, as
 * https://microsoft.github.io/presidio/analyzer/recognizer_registry_provider describes them.
 * @throws {DataSecurityError} `ERR_DETECT_IMPORT` where the text is no YAML, or holds no recognisers.
 *
 * @example
 * ```ts
 * import { createScanner } from '@yushu/detect';
 * import { compileDetectors } from '@yushu/detect/custom';
 * import { importPresidio } from '@yushu/detect/import';
 *
 * const { rules } = importPresidio(`
 * recognizers:
 *   - name: Zip code
 *     supported_entity: ZIP_CODE
 *     patterns: [{ name: weak, regex: '\\b\\d{5}\\b', score: 0.3 }]
 *     context: [zip]
 * `);
 * const scanner = createScanner({ detectors: compileDetectors(rules) });
 * console.log(scanner.scan('zip: 10023').map(({ category }) => category)); // [ 'location.postcode' ]
 * ```
 */
export function importPresidio(text: string, options: ImportPresidioOptions = {}): ImportedRules {
  const { categoryOf = categoryOfEntity } = options;
  const document = parseDocument(text, { maxAliasCount: 100 } as object);
  const [error] = document.errors;
  const content: unknown = error === undefined ? document.toJS({ maxAliasCount: 100 }) : undefined;
  const list = Array.isArray(content)
    ? content
    : (tableOf(content)['recognizers'] ?? tableOf(content)['ad_hoc_recognizers']);
  if (!Array.isArray(list)) {
    const { line = 0, col = 0 } = error?.linePos?.[0] ?? {};
    throw new DataSecurityError('ERR_DETECT_IMPORT', 'The text holds no recognisers', {
      hint: 'Give the YAML of a recogniser registry, with recognizers: at its top.',
      details: { line, column: col },
    });
  }
  const flags = Number(
    tableOf(content)['global_regex_flags'] ??
      flagsOfPython.ignoreCase + flagsOfPython.multiline + flagsOfPython.dotAll,
  );
  const problems: ImportProblem[] = [];
  const rules: DetectorRule[] = [];
  for (const [index, item] of list.entries()) {
    const recogniser = typeof item === 'string' ? { name: item } : tableOf(item);
    const rule = String(recogniser['name'] ?? `#${index + 1}`);
    rules.push(
      ...readRecogniser(recogniser, flags, categoryOf, (reason, isSkipped = false) =>
        problems.push({ rule, reason, isSkipped }),
      ),
    );
  }
  return collectRules(rules, problems);
}
