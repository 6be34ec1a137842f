import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
} from 'yaml';
import type { Diagnostic } from './diagnostic.ts';
import type { TextPlace } from './text-place.ts';

/** A YAML text that was read. */
export interface YamlReading {
  readonly value: unknown;
  readonly diagnostics: readonly Diagnostic[];
  locate(path: readonly string[]): TextPlace | undefined;
  /** The document with its comments, for fixes. */
  readonly document: Document | undefined;
}

/** Aliases may unfold to so many nodes for each node of the text. */
const maxAliasCount = 1000;

/** Nesting by flow brackets beyond this is refused before parsing: no description is written so. */
const maxFlowDepth = 500;

/** So many opening brackets in a row that a parser would only waste memory on them. */
function isTooDeep(text: string): boolean {
  let run = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    // Only brackets and dashes that follow one another nest without anything between them.
    if (code === 0x5b || code === 0x7b || code === 0x3f) run += 1;
    else if (code === 0x2d && text.charCodeAt(at + 1) === 0x20) run += 1;
    else if (code !== 0x20 && code !== 0x22 && code !== 0x61 && code !== 0x3a) run = 0;
    if (run > maxFlowDepth) return true;
  }
  return false;
}

/** The key as it becomes in an object. */
const keyText = (key: unknown): string =>
  isScalar(key) ? String(key.value) : key === null ? '' : String(key);

function locateNode(
  document: Document,
  lines: LineCounter,
  path: readonly string[],
): TextPlace | undefined {
  let node: unknown = document.contents;
  let offset = isNode(node) ? node.range?.[0] : undefined;
  for (const segment of path) {
    if (isAlias(node)) node = node.resolve(document);
    if (isMap(node)) {
      const pair = node.items.findLast((item) => keyText(item.key) === segment);
      if (pair === undefined) break;
      if (isNode(pair.key) && pair.key.range) offset = pair.key.range[0];
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(segment)];
      if (isNode(node) && node.range) offset = node.range[0];
    } else break;
  }
  if (offset === undefined) return undefined;
  const { line, col } = lines.linePos(offset);
  return { line, column: col };
}

/** Reads YAML 1.2, with merge keys. Broken text gives what could be read, and says where it breaks. */
export function readYaml(text: string): YamlReading {
  const lines = new LineCounter();
  const nothing = (diagnostic: Diagnostic): YamlReading => ({
    value: undefined,
    diagnostics: [diagnostic],
    locate: () => undefined,
    document: undefined,
  });
  const tooDeep: Diagnostic = {
    code: 'too-deep',
    message: 'The YAML is nested more deeply than can be read.',
  };
  if (isTooDeep(text)) return nothing(tooDeep);
  try {
    const document = parseDocument(text, {
      lineCounter: lines,
      merge: true,
      // Looking for duplicates is quadratic in the keys of a map; the last one counts, as in JSON.
      uniqueKeys: false,
      prettyErrors: false,
      strict: false,
      logLevel: 'silent',
      stringKeys: false,
    });
    const diagnostics = document.errors.slice(0, 20).map((error): Diagnostic => {
      const { line, col } = lines.linePos(error.pos[0]);
      return {
        code: 'syntax',
        message: `The YAML is broken here (${error.code.toLowerCase().replaceAll('_', ' ')}).`,
        line,
        column: col,
      };
    });
    let value: unknown;
    try {
      value = document.toJS({ maxAliasCount });
    } catch (error) {
      if (error instanceof ReferenceError) {
        return nothing({
          code: 'too-many-aliases',
          message: 'The YAML unfolds aliases to far more than its text holds.',
        });
      }
      throw error;
    }
    return {
      value,
      diagnostics,
      locate: (path) => locateNode(document, lines, path),
      document,
    };
  } catch (error) {
    // Nesting beyond the stack; anything else is a defect of the reader, and no reason to stop an audit of many documents.
    if (error instanceof RangeError) return nothing(tooDeep);
    return nothing({ code: 'syntax', message: 'The YAML cannot be read.' });
  }
}
