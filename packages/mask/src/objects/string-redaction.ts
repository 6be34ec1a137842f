/**
 * Redaction within string values: JSON in a string, queries of URLs, lines of headers.
 *
 * @module
 */
import { redactJsonText } from './redact-json-text.ts';
import type { RedactionRules } from './redaction-rules.ts';

/** What is looked for within string values; a function gets the text and gives it back redacted. */
export type StringRedaction = 'json' | 'url' | 'header' | ((text: string) => string);

/** JSON within JSON within JSON is enough. */
const maxNesting = 3;

/** Parameters of a query or form: from the start or `?`, `&`, `#`, `;` to the next of them, a space or a quote. */
const parameter = /(^|[?&#;])([^\s?&#;="'<>]{1,128})=([^\s&#;"'<>]*)/g;

/** Lines such as `Authorization: Bearer …`; the value goes to the end of the line. */
const headerLine = /(^|[\r\n])([ \t]*([\w.-]{1,64})[ \t]*:[ \t]*)([^\r\n]+)/g;

/** A key as a query writes it, decoded where it can be. */
function decodeKey(key: string): string {
  try {
    return decodeURIComponent(key.replaceAll('+', ' '));
  } catch {
    return key;
  }
}

/** What stands in a string for a redacted value. */
function censorInText({ censor, remove }: RedactionRules): string {
  if (remove) return '';
  return typeof censor === 'string' ? censor : '[REDACTED]';
}

/** One function of all that is to be looked for, or `undefined`. */
export function createStringRedaction(
  kinds: readonly StringRedaction[],
  rules: Omit<RedactionRules, 'redactString'>,
  nesting = 0,
): ((text: string) => string) | undefined {
  if (kinds.length === 0) return undefined;
  const covered = censorInText({ ...rules, redactString: undefined });
  const inner: RedactionRules = {
    ...rules,
    redactString:
      nesting < maxNesting ? createStringRedaction(kinds, rules, nesting + 1) : () => covered,
  };
  const redactJson = (text: string): string | undefined => {
    if (!/^\s*[[{]/.test(text)) return undefined;
    try {
      return redactJsonText(text, inner);
    } catch {
      return undefined;
    }
  };
  const redactParameters = (text: string) =>
    text.replace(parameter, (whole, before: string, key: string) =>
      rules.isSecretKey(decodeKey(key)) ? `${before}${key}=${covered}` : whole,
    );
  const redactHeaders = (text: string) =>
    text.replace(headerLine, (whole, before: string, start: string, key: string) =>
      rules.isSecretKey(key) ? before + start + covered : whole,
    );
  return (text) => {
    if (kinds.includes('json')) {
      const json = redactJson(text);
      if (json !== undefined) return json;
    }
    let result = text;
    for (const kind of kinds) {
      if (kind === 'url') result = redactParameters(result);
      else if (kind === 'header') result = redactHeaders(result);
      else if (typeof kind === 'function') result = kind(result);
    }
    return result;
  };
}
