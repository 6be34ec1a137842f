import { parsePointer } from '@yushu/core';
import type { Document } from 'yaml';
import type { Diagnostic } from './diagnostic.ts';
import { defaultLimits, type ReadLimits } from './read-limits.ts';
import { readYaml } from './read-yaml.ts';
import { scanJson } from './scan-json.ts';
import { LineTable, type TextPlace } from './text-place.ts';

/** The text of a description, read. */
export interface DescriptionSource {
  /** `value` where it was given as an object: there are no places then. */
  readonly syntax: 'json' | 'yaml' | 'value';
  /** What the text holds; `undefined` where it could not be read. */
  readonly value: unknown;
  readonly diagnostics: readonly Diagnostic[];
  /** Line and column of many JSON Pointers, in one pass over the text. */
  locate(pointers: readonly string[]): readonly (TextPlace | undefined)[];
  /** The YAML document with its comments. */
  readonly yaml?: Document | undefined;
}

const pathOf = (pointer: string): readonly string[] => {
  try {
    return parsePointer(pointer);
  } catch {
    return [];
  }
};

function readJsonText(text: string): DescriptionSource | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
  } catch {
    return undefined;
  }
  const lines = new LineTable(text);
  return {
    syntax: 'json',
    value,
    diagnostics: [],
    locate: (pointers) =>
      scanJson(text, pointers.map(pathOf)).offsets.map((offset) =>
        offset < 0 ? undefined : lines.place(offset),
      ),
  };
}

const unreadable = (syntax: 'json' | 'yaml', diagnostic: Diagnostic): DescriptionSource => ({
  syntax,
  value: undefined,
  diagnostics: [diagnostic],
  locate: (pointers) => pointers.map(() => undefined),
});

function tooLarge(syntax: 'json' | 'yaml', length: number, max: number): DescriptionSource {
  return unreadable(syntax, {
    code: 'too-large',
    message: `The ${syntax === 'json' ? 'JSON' : 'YAML'} has ${length} characters; at most ${max} are read.`,
  });
}

/**
 * Reads a description from JSON or YAML text, or takes one that was read before. It never throws: what cannot be read is said in
 * `diagnostics`, with line and column. Places are looked up only when they are asked for.
 *
 * @example
 * ```ts
 * import { readDescription } from '@yushu/api-security';
 *
 * const source = readDescription('openapi: 3.1.0\ninfo:\n  title: Orders\n');
 * console.log(source.syntax, source.locate(['/info/title'])); // yaml [ { line: 3, column: 3 } ]
 * ```
 */
export function readDescription(input: unknown, limits: ReadLimits = {}): DescriptionSource {
  if (typeof input !== 'string') {
    return {
      syntax: 'value',
      value: input,
      diagnostics: [],
      locate: (pointers) => pointers.map(() => undefined),
    };
  }
  const { maxJsonLength, maxYamlLength } = { ...defaultLimits, ...limits };
  const looksLikeJson = /^\ufeff?[ \t\r\n]*[[{]/.test(input);
  if (looksLikeJson) {
    if (input.length > maxJsonLength) return tooLarge('json', input.length, maxJsonLength);
    const reading = readJsonText(input);
    if (reading !== undefined) return reading;
  }
  if (input.length > maxYamlLength) {
    if (!looksLikeJson) return tooLarge('yaml', input.length, maxYamlLength);
    return brokenJson(input);
  }
  const { value, diagnostics, locate, document } = readYaml(input);
  // What begins as JSON and is no YAML either is broken JSON, and the place where it breaks as JSON is the one to show.
  if (looksLikeJson && diagnostics.length > 0) return brokenJson(input);
  return {
    syntax: 'yaml',
    value,
    diagnostics,
    locate: (pointers) => pointers.map((pointer) => locate(pathOf(pointer))),
    yaml: document,
  };
}

function brokenJson(text: string): DescriptionSource {
  const { errorOffset } = scanJson(text, [], true);
  return unreadable('json', {
    code: 'syntax',
    message: 'The JSON is broken here.',
    ...new LineTable(text).place(Math.max(errorOffset, 0)),
  });
}
