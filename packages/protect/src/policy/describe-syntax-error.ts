import type { ErrorCode } from 'yaml';

/** The library's own messages may quote the text; these do not. */
const messages: Partial<Record<ErrorCode, string>> = {
  BAD_ALIAS: 'aliases (*name) are not read in a policy: write the value out',
  BAD_DIRECTIVE: 'this directive is not known',
  BAD_DQ_ESCAPE: 'this escape in "…" is not known',
  BAD_INDENT: 'the indentation does not fit the lines around it',
  BAD_SCALAR_START: 'a text cannot begin with this character: put it in quotes',
  BLOCK_IN_FLOW: 'a list or map over several lines cannot stand within { } or [ ]',
  MISSING_CHAR: 'a character is missing: a quote, a bracket, a comma or the space after a colon',
  MULTIPLE_DOCS: 'a policy is one document, not several',
  TAB_AS_INDENT: 'tabs cannot indent: use spaces',
  TAG_RESOLVE_FAILED: 'tags (!name) are not read in a policy: leave the tag out',
  UNEXPECTED_TOKEN: 'this cannot stand here',
  RESOURCE_EXHAUSTION: 'the policy is nested too deeply to be read',
};

/** What a syntax error of the YAML reader means, in words that never quote the text. */
export function describeSyntaxError(code: ErrorCode): string {
  return messages[code] ?? 'this is not YAML 1.2 or JSON';
}
