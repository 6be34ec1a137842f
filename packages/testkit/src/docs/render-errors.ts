import { listPackages } from '../workspace/packages.ts';
import type { ErrorCode } from './list-error-codes.ts';

const sentence = (text: string) => {
  // A first word such as minLength is a name, and stays as it is.
  const begun = /^[a-z]+(?![A-Za-z])/.test(text)
    ? text.charAt(0).toUpperCase() + text.slice(1)
    : text;
  return /[.!?…]$/.test(begun) ? begun : `${begun}.`;
};

const cell = (texts: readonly string[]) =>
  texts.map((text) => sentence(text).replaceAll('|', '\\|').replaceAll('\n', ' ')).join('<br>');

/** The page `docs/errors.md`. */
export function renderErrors(codes: readonly ErrorCode[]): string {
  const sections = listPackages().flatMap(({ short, manifest }) => {
    const own = codes.filter(({ owner }) => owner === short);
    if (own.length === 0) return [];
    const rows = own.map(({ code, meanings, messages, hints, throws }) => {
      const when = [meanings, messages, throws].find((texts) => texts.length > 0) ?? [];
      return `| \`${code}\` | ${cell(when)} | ${cell(hints)} |`;
    });
    return [
      `## ${manifest.name}`,
      '',
      '| code | when | what to do |',
      '| ---- | ---- | ---------- |',
      ...rows,
      '',
    ];
  });
  return `${[
    '# Errors',
    '',
    '<!-- Generated from the sources by `npm run docs:write`. Do not edit. -->',
    '',
    'Every error is a `DataSecurityError` with a stable `code`, a message for people, a `hint` what to do next, and `details` that',
    'hold only lengths, indexes, counts and ids: never plaintext, keys or matched text. Codes are part of the public contract;',
    'messages are not. `…` stands for a length, an index, a name or a list of possible values.',
    '',
    '```ts',
    "import { isDataSecurityError, parsePolicy } from '@yushu/core';",
    '',
    'try {',
    '  parsePolicy({ version: 2 });',
    '} catch (error) {',
    "  if (isDataSecurityError(error, 'ERR_CORE_POLICY')) console.log(error.code, error.details['problems']);",
    '}',
    '```',
    '',
    ...sections,
  ]
    .join('\n')
    .trimEnd()}\n`;
}
