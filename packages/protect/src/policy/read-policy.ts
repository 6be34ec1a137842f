/**
 * Policy text, YAML 1.2 or JSON, to a checked policy.
 *
 * @module
 */
import { DataSecurityError, type Policy, parsePointer, safeParsePolicy } from '@yushu/core';
import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  type ParsedNode,
  parseAllDocuments,
} from 'yaml';
import { describeSyntaxError } from './describe-syntax-error.ts';

/** The longest policy text, in UTF-16 code units. */
const maxLength = 4 * 1024 * 1024;

/** One thing that is wrong with a policy text, and where. */
export interface PolicyTextProblem {
  /** Line, from 1. */
  readonly line: number;
  /** Column in UTF-16 code units, from 1. */
  readonly column: number;
  /** RFC 6901 JSON Pointer to the place; `undefined` where the text could not be read so far. */
  readonly pointer: string | undefined;
  /** What is wrong. Never a value of the text. */
  readonly message: string;
  /** What may stand there. */
  readonly expected: readonly string[];
}

/** The outcome of {@link safeReadPolicy}. */
export type PolicyTextResult =
  | { readonly ok: true; readonly policy: Policy }
  | { readonly ok: false; readonly problems: readonly PolicyTextProblem[] };

/** Collects problems by their offset in the text. */
class Problems {
  readonly list: PolicyTextProblem[] = [];
  private readonly lines: LineCounter;

  constructor(lines: LineCounter) {
    this.lines = lines;
  }

  add(
    offset: number,
    message: string,
    pointer?: string | undefined,
    expected: readonly string[] = [],
  ): void {
    const { line, col } = this.lines.linePos(offset);
    this.list.push({
      line: Math.max(line, 1),
      column: Math.max(col, 1),
      pointer,
      message,
      expected,
    });
  }
}

/** Refuses what the subset of YAML that a policy needs does not have, and what JSON would not keep apart. */
function checkNode(node: unknown, problems: Problems): void {
  if (!isNode(node)) return;
  const at = node.range?.[0] ?? 0;
  if (isAlias(node)) {
    problems.add(at, 'aliases (*name) are not read in a policy: write the value out');
    return;
  }
  if (node.anchor !== undefined) {
    problems.add(at, 'anchors (&name) are not read in a policy: write the value out');
  }
  if (node.tag !== undefined) {
    problems.add(at, 'tags (!name) are not read in a policy: leave the tag out');
  }
  if (isSeq(node)) for (const item of node.items) checkNode(item, problems);
  if (isMap(node)) checkMap(node.items, problems);
}

function checkMap(pairs: readonly unknown[], problems: Problems): void {
  // Set instead of the library's own check, which compares every key with every other.
  const seen = new Set<unknown>();
  for (const pair of pairs) {
    if (!isPair(pair)) continue;
    const at = (pair.key as ParsedNode | null)?.range?.[0] ?? 0;
    const key = isScalar(pair.key) ? pair.key.value : undefined;
    if (typeof key !== 'string') problems.add(at, 'keys must be texts');
    else if (seen.has(key)) problems.add(at, 'the same key stands here twice');
    seen.add(key);
    checkNode(pair.key, problems);
    checkNode(pair.value, problems);
  }
}

/** Offset of the place that a pointer names: the key where the key itself is the problem, the nearest parent where it is missing. */
function offsetOf(document: Document.Parsed, pointer: string): number {
  let node: unknown = document.contents;
  let offset = document.contents?.range[0] ?? 0;
  for (const segment of parsePointer(pointer)) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && item.key.value === segment);
      if (pair === undefined) return offset;
      offset = (pair.key as ParsedNode).range[0];
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(segment)];
      if (node === undefined) return offset;
      offset = (node as ParsedNode).range[0];
    } else return offset;
  }
  return offset;
}

function readText(text: string, problems: Problems, lineCounter: LineCounter): Policy | undefined {
  const documents = parseAllDocuments(text, {
    version: '1.2',
    lineCounter,
    prettyErrors: false,
    uniqueKeys: false,
    logLevel: 'silent',
  });
  const document = documents[0] as Document.Parsed | undefined;
  if (document === undefined || document.contents === null) {
    problems.add(0, 'the policy is empty', '', ['version', 'rules', 'default']);
    return undefined;
  }
  const second = documents[1] as Document.Parsed | undefined;
  if (second !== undefined) problems.add(second.range[0], 'a policy is one document, not several');
  for (const error of [...document.errors, ...document.warnings]) {
    problems.add(error.pos[0], describeSyntaxError(error.code));
  }
  if (document.directives.yaml.explicit === true && document.directives.yaml.version !== '1.2') {
    problems.add(0, 'the policy must be YAML 1.2');
  }
  if (problems.list.length === 0) checkNode(document.contents, problems);
  if (problems.list.length > 0) return undefined;
  const result = safeParsePolicy(document.toJS({ maxAliasCount: 0 }));
  if (result.ok) return result.policy;
  for (const { pointer, message, expected } of result.problems) {
    problems.add(offsetOf(document, pointer), message, pointer, expected);
  }
  return undefined;
}

/**
 * Reads a policy from YAML 1.2 or JSON text and gives it, or every problem with its line and column. {@link readPolicy} is the same
 * with an exception.
 *
 * Refused beside what the policy itself forbids: duplicate keys, anchors and aliases, tags, several documents, keys that are no
 * texts, and texts above 4 Mi code units.
 *
 * @example
 * ```ts
 * import { safeReadPolicy } from '@yushu/protect';
 *
 * const result = safeReadPolicy('version: 1\nrules: []\ndefault: pass');
 * if (!result.ok) console.log(result.problems[0]?.line, result.problems[0]?.message); // 3 is no action
 * ```
 */
export function safeReadPolicy(text: string): PolicyTextResult {
  const lineCounter = new LineCounter();
  const problems = new Problems(lineCounter);
  let policy: Policy | undefined;
  if (text.length > maxLength) problems.add(0, `the policy is longer than ${maxLength} characters`);
  else {
    try {
      policy = readText(text, problems, lineCounter);
    } catch {
      // The parser calls itself for each level: nested without end, it runs out of stack.
      problems.add(0, 'the policy is nested too deeply to be read');
    }
  }
  return policy === undefined ? { ok: false, problems: problems.list } : { ok: true, policy };
}

/** A problem in one line. */
function printProblem({ line, column, pointer, message, expected }: PolicyTextProblem): string {
  const place = pointer === undefined || pointer === '' ? '' : `${pointer} `;
  const hint = expected.length === 0 ? '' : ` (expected: ${expected.join(', ')})`;
  return `line ${line}, column ${column}: ${place}${message}${hint}`;
}

/**
 * Reads a policy from YAML 1.2 or JSON text.
 *
 * @throws {DataSecurityError} `ERR_PROTECT_POLICY` with every problem as `line L, column C: …` in `details.problems`, and the first
 * one's `details.line` and `details.column`.
 *
 * @example
 * ```ts
 * import { readPolicy } from '@yushu/protect';
 *
 * const policy = readPolicy(`
 * version: 1
 * rules:
 *   - match: { category: contact.phone }
 *     action: { mask: { keepFirst: 3, keepLast: 4 } }
 * default: allow
 * `);
 * console.log(policy.rules[0]?.action.kind); // mask
 * ```
 */
export function readPolicy(text: string): Policy {
  const result = safeReadPolicy(text);
  if (result.ok) return result.policy;
  const first = result.problems[0]!;
  throw new DataSecurityError(
    'ERR_PROTECT_POLICY',
    `The policy is not valid: ${printProblem(first)}`,
    {
      hint: 'Correct the places listed in details.problems.',
      details: {
        line: first.line,
        column: first.column,
        problems: result.problems.map(printProblem),
      },
    },
  );
}
