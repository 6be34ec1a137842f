import { DataSecurityError } from '@yushu/core';
import { jsonpath } from 'json-p3';
import { parse } from 'yaml';
import { isObject, textAt } from '../model/json-object.ts';
import { isBacktracking } from '../rules/checks/backtracking.ts';
import { type ApiSeverity, apiSeverities, type Rule } from '../rules/rule.ts';

/** What must hold of each value that a rule finds. */
interface Assertion {
  readonly field?: string;
  readonly exists?: boolean;
  readonly pattern?: RegExp;
  readonly notPattern?: RegExp;
}

function fail(index: number, message: string): never {
  throw new DataSecurityError(
    'ERR_API_SECURITY_RULES',
    `Rule ${index + 1} of the file ${message}`,
    {
      hint: 'A rule has id, given (JSONPath of RFC 9535), then { field, exists | pattern | notPattern }, message and severity.',
      details: { index },
    },
  );
}

function readPattern(value: unknown, index: number): RegExp | undefined {
  if (value === undefined) return undefined;
  if (typeof value !== 'string') fail(index, 'has a pattern that is no text');
  if (isBacktracking(value)) fail(index, 'has a pattern that may take exponential time');
  try {
    return new RegExp(value, 'u');
  } catch {
    return fail(index, 'has a pattern that cannot be read');
  }
}

function readAssertion(value: unknown, index: number): Assertion {
  if (!isObject(value)) fail(index, 'has no `then`');
  const pattern = readPattern(value['pattern'], index);
  const notPattern = readPattern(value['notPattern'], index);
  const field = textAt(value, 'field');
  const exists = typeof value['exists'] === 'boolean' ? value['exists'] : undefined;
  if (pattern === undefined && notPattern === undefined && exists === undefined) {
    fail(index, 'says nothing in `then`');
  }
  return {
    ...(field === undefined ? {} : { field }),
    ...(exists === undefined ? {} : { exists }),
    ...(pattern === undefined ? {} : { pattern }),
    ...(notPattern === undefined ? {} : { notPattern }),
  };
}

function holds({ field, exists, pattern, notPattern }: Assertion, value: unknown): boolean {
  const subject =
    field === undefined
      ? value
      : isObject(value) && Object.hasOwn(value, field)
        ? value[field]
        : undefined;
  if (exists !== undefined && (subject !== undefined) !== exists) return false;
  if (subject === undefined) return true;
  const text = typeof subject === 'string' ? subject.slice(0, 10_000) : JSON.stringify(subject);
  if (pattern !== undefined && !pattern.test(text)) return false;
  return notPattern === undefined || !notPattern.test(text);
}

function readRule(value: unknown, index: number): Rule {
  if (!isObject(value)) fail(index, 'is no object');
  const id = textAt(value, 'id') ?? fail(index, 'has no id');
  const given = textAt(value, 'given') ?? fail(index, 'has no `given`');
  let query: ReturnType<typeof jsonpath.compile>;
  try {
    query = jsonpath.compile(given);
  } catch {
    return fail(index, 'has a `given` that is no JSONPath of RFC 9535');
  }
  const assertion = readAssertion(value['then'], index);
  const severity = (textAt(value, 'severity') ?? 'medium') as ApiSeverity;
  if (!apiSeverities.includes(severity)) fail(index, 'has a severity that is not known');
  const title = textAt(value, 'message') ?? `Breaks the rule ${id}.`;
  return {
    id,
    title,
    advice: textAt(value, 'advice') ?? 'See who wrote the rule.',
    owasp: 'API8:2023',
    cwe: typeof value['cwe'] === 'number' ? value['cwe'] : 710,
    severity,
    aliases: [],
    grouping: 'site',
    check({ model, report }) {
      for (const node of query.query(model.document as never)) {
        if (holds(assertion, node.value)) continue;
        const at =
          assertion.field !== undefined &&
          isObject(node.value) &&
          Object.hasOwn(node.value, assertion.field)
            ? [...node.location, assertion.field]
            : node.location;
        report(model.root, { at });
      }
    },
  };
}

/**
 * Reads rules of one's own from YAML or JSON: a list of rules, each with a JSONPath of RFC 9535 and what must hold of what it finds.
 *
 * @throws {DataSecurityError} `ERR_API_SECURITY_RULES` where a rule cannot be read; which one, and why.
 *
 * @example
 * ```ts
 * import { auditDescription, createCustomRules } from '@yushu/api-security';
 *
 * const rules = createCustomRules(`
 * - id: operations-have-owners
 *   given: $.paths.*.*
 *   then: { field: x-owner, exists: true }
 *   message: Every operation has an owner.
 * `);
 * const document = { openapi: '3.1.0', paths: { '/a': { get: {} } } };
 * console.log(auditDescription(document, { rules }).findings[0]?.pointer); // /paths/~1a/get
 * ```
 */
export function createCustomRules(text: string): readonly Rule[] {
  let value: unknown;
  try {
    value = parse(text, { logLevel: 'silent', uniqueKeys: false });
  } catch {
    throw new DataSecurityError(
      'ERR_API_SECURITY_RULES',
      'The file of rules is neither YAML nor JSON',
      {
        hint: 'It is a list of rules.',
      },
    );
  }
  const list = isObject(value) ? value['rules'] : value;
  if (!Array.isArray(list)) {
    throw new DataSecurityError('ERR_API_SECURITY_RULES', 'The file of rules holds no list', {
      hint: 'It is a list of rules, or an object with the list `rules`.',
    });
  }
  return list.map(readRule);
}
