/**
 * Redaction of objects and logs.
 *
 * @module
 */
import { optionError } from '../check-options.ts';
import { compilePaths } from './compile-paths.ts';
import { createKeyTest } from './key-set.ts';
import { parsePath } from './parse-path.ts';
import { redactJsonText } from './redact-json-text.ts';
import type { Censor, RedactionRules } from './redaction-rules.ts';
import { createSerialiser } from './serialise.ts';
import { createStringRedaction, type StringRedaction } from './string-redaction.ts';
import { walkValue } from './walk-value.ts';

/** Options of {@link createRedactor}. */
export interface RedactorOptions {
  /**
   * Where values are redacted: `user.password`, `users[*].phone`, `headers["set-cookie"]`, `**.token` (at any depth). `*` stands for
   * any one key or index, `**` for any number of them, none included.
   */
  readonly paths?: readonly string[];
  /** Keys whose values are redacted wherever they stand, blind to case and to `-`, `_`, `.` and spaces: `apiKey` is `API_KEY`. */
  readonly keys?: readonly string[];
  /** What stands in place: a JSON value, `[REDACTED]` by default, or a function of value and path. */
  readonly censor?: Censor;
  /** Leaves redacted keys out; in arrays `null` stands in their place. */
  readonly remove?: boolean;
  /**
   * What is redacted within string values: `json` in a string, parameters of a `url` and lines of a `header` whose name is one of
   * `keys`, and functions of your own, such as one over a scanner.
   */
  readonly strings?: readonly StringRedaction[];
}

/** Redacts values, JSON text and strings. Nothing that is given to it is changed. */
export interface Redactor {
  /** JSON text of a value, redacted: what `JSON.stringify` prints of it otherwise. Circles, big integers and what throws become text. */
  stringify(value: unknown): string;
  /**
   * A copy of a value as plain data, redacted. Map, Set and Error are shown with what they hold.
   */
  redact(value: unknown): unknown;
  /**
   * JSON text, redacted; what is not redacted stays the same to the byte.
   *
   * @throws {DataSecurityError} `ERR_MASK_JSON` where the text is not JSON.
   */
  redactJson(text: string): string;
  /** A text that is no JSON, with `strings` applied. */
  redactText(text: string): string;
}

function checkTexts(value: readonly string[] | undefined, option: string): readonly string[] {
  const texts = value ?? [];
  if (!Array.isArray(texts) || texts.some((text) => typeof text !== 'string' || text === '')) {
    throw optionError(option, 'a list of texts that are not empty');
  }
  return texts;
}

/**
 * A redactor for paths and keys. All is compiled once, without `eval`; a path that cannot be read is refused here and not ignored.
 *
 * @throws {DataSecurityError} `ERR_MASK_PATH` for a path that cannot be read, `ERR_MASK_OPTIONS` for another option.
 *
 * @example
 * ```ts
 * import { createRedactor } from '@yushu/mask/objects';
 *
 * const redactor = createRedactor({ paths: ['user.name'], keys: ['password', 'id_card'] });
 * console.log(redactor.stringify({ user: { name: '张三', idCard: '110105' }, passWord: 'x' }));
 * // {"user":{"name":"[REDACTED]","idCard":"[REDACTED]"},"passWord":"[REDACTED]"}
 * ```
 */
export function createRedactor(options: RedactorOptions): Redactor {
  if (!Array.isArray(options.paths ?? [])) throw optionError('paths', 'a list of paths');
  const paths = (options.paths ?? []).map(parsePath);
  const keys = checkTexts(options.keys, 'keys');
  const censor = options.censor === undefined ? '[REDACTED]' : options.censor;
  const remove = options.remove === true;
  const kinds = options.strings ?? [];
  if (
    !kinds.every((kind) => typeof kind === 'function' || ['json', 'url', 'header'].includes(kind))
  ) {
    throw optionError('strings', 'json, url, header or functions');
  }

  const isSecretKey = keys.length === 0 ? () => false : createKeyTest(keys);
  const base = { start: compilePaths(paths), isSecretKey, censor, remove };
  const redactString = createStringRedaction(kinds, base);
  const rules: RedactionRules = { ...base, redactString };

  const walked = (value: unknown) =>
    JSON.stringify(walkValue(value, rules, { expand: false })) ?? 'null';

  // A function is told the path of every value.
  const serialise =
    typeof censor === 'function' ? undefined : createSerialiser(rules, keys.length > 0);

  const stringify = (value: unknown): string => {
    if (serialise === undefined) return walked(value);
    try {
      return serialise(value);
    } catch {
      // A circle, a big integer, a getter or toJSON that throws: the careful way knows them all.
      return walked(value);
    }
  };

  return {
    stringify,
    redact: (value) => walkValue(value, rules, { expand: true }),
    redactJson: (text) => redactJsonText(text, rules),
    redactText: (text) => redactString?.(text) ?? text,
  };
}
