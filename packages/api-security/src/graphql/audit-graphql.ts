/**
 * Rules over the schema definition language of GraphQL (October 2021).
 *
 * @module
 */
import { type CategoryId, describeCategory, type Level } from '@yushu/core';
import { classifyFieldName } from '@yushu/detect/fields';
import {
  type ConstDirectiveNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  type ObjectTypeExtensionNode,
  parse,
  type TypeNode,
} from 'graphql';
import { LineTable } from '../document/text-place.ts';
import type { AuditReport, CauseReport } from '../report/describe-audit.ts';
import { type ApiSeverity, apiSeverities, type OwaspRisk } from '../rules/rule.ts';

/** Options of {@link auditGraphql}. */
export interface GraphqlAuditOptions {
  /** Findings milder than this are left out. */
  readonly minSeverity?: ApiSeverity;
}

interface GraphqlRule {
  readonly id: string;
  readonly message: string;
  readonly advice: string;
  readonly owasp: OwaspRisk;
  readonly cwe: number;
  readonly severity: ApiSeverity;
}

const rules = {
  list: {
    id: 'graphql-unbounded-list',
    message: 'A list takes no argument that bounds it.',
    advice: 'Give it `first` and `after`, and keep a maximum in the server.',
    owasp: 'API4:2023',
    cwe: 770,
    severity: 'low',
  },
  mutation: {
    id: 'graphql-mutation-without-auth',
    message: 'A mutation has no directive that asks who calls.',
    advice: 'Set the directive for authorization that the schema uses elsewhere, such as @auth.',
    owasp: 'API5:2023',
    cwe: 862,
    severity: 'medium',
  },
  field: {
    id: 'graphql-sensitive-field-without-auth',
    message: 'A sensitive field has no directive that asks who reads it.',
    advice: 'Set the directive for authorization on the field or its type.',
    owasp: 'API3:2023',
    cwe: 862,
    severity: 'medium',
  },
  credential: {
    id: 'graphql-credential-in-output',
    message: 'A type that is given out has a stored credential.',
    advice: 'Take the field out of the type.',
    owasp: 'API3:2023',
    cwe: 200,
    severity: 'high',
  },
  argument: {
    id: 'graphql-privileged-input',
    message: 'Callers may set what gives rights, money or trust.',
    advice: 'Take the field out of the input, or check who sets it.',
    owasp: 'API3:2023',
    cwe: 915,
    severity: 'medium',
  },
  directive: {
    id: 'graphql-no-authorization',
    message: 'The schema has no directive for authorization at all.',
    advice: 'Declare one, such as @auth, or document where rights are checked.',
    owasp: 'API5:2023',
    cwe: 862,
    severity: 'low',
  },
} satisfies Record<string, GraphqlRule>;

const authName =
  /auth|role|permission|protect|secure|guard|owner|scope|policy|login|access|acl|can$/i;

/** Directives that say the opposite: meant for all. */
const openName = /^(?:public|skipAuth|anonymous|unauthenticated)$/i;

const boundName =
  /^(?:first|last|limit|take|top|size|page|pageSize|perPage|count|max|pagination|paging)$/i;

const privileged =
  /^(?:is_?)?(?:admin|superuser|staff|verified)$|^(?:role|roles|permissions|balance|credit_?limit)$/i;

const entrance = /login|signin|sign_?up|register|refresh|forgot|reset|token|authenticate/i;

interface Noted {
  readonly rule: GraphqlRule;
  readonly path: string;
  readonly offset: number;
  readonly category?: CategoryId;
}

const hasAuth = (directives: readonly ConstDirectiveNode[] | undefined): boolean =>
  (directives ?? []).some(({ name }) => authName.test(name.value) || openName.test(name.value));

function isList(type: TypeNode): boolean {
  let at = type;
  while (at.kind === Kind.NON_NULL_TYPE) at = at.type;
  return at.kind === Kind.LIST_TYPE;
}

function namedType(type: TypeNode): string {
  let at = type;
  while (at.kind !== Kind.NAMED_TYPE) at = at.type;
  return at.name.value;
}

/** Connections bound themselves by their arguments; scalars and enums in lists are short. */
const isBounded = (field: FieldDefinitionNode): boolean =>
  (field.arguments ?? []).some(({ name }) => boundName.test(name.value)) ||
  /^(?:String|ID|Int|Float|Boolean)$/.test(namedType(field.type));

function checkObject(
  type: ObjectTypeDefinitionNode | ObjectTypeExtensionNode,
  roots: { readonly query: string; readonly mutation: string },
  usesAuth: boolean,
  noted: Noted[],
): void {
  const typeName = type.name.value;
  const isProtected = hasAuth(type.directives);
  for (const field of type.fields ?? []) {
    const path = `${typeName}.${field.name.value}`;
    const offset = field.name.loc?.start ?? 0;
    const isOpen = !isProtected && !hasAuth(field.directives);
    if (typeName === roots.mutation) {
      if (usesAuth && isOpen && !entrance.test(field.name.value)) {
        noted.push({ rule: rules.mutation, path, offset });
      }
      continue;
    }
    if (isList(field.type) && !isBounded(field)) noted.push({ rule: rules.list, path, offset });
    if (typeName === roots.query) continue;
    const category = classifyFieldName(field.name.value)?.category;
    if (category === undefined || namedType(field.type) === 'Boolean') continue;
    const { level } = describeCategory(category);
    if (/^secret\.(?:password|private_key)/.test(category)) {
      noted.push({ rule: rules.credential, path, offset, category });
    } else if (usesAuth && isOpen && (level === 3 || level === 4)) {
      noted.push({ rule: rules.field, path, offset, category });
    }
  }
}

function checkInput(
  name: string,
  fields: readonly InputValueDefinitionNode[],
  noted: Noted[],
): void {
  for (const field of fields) {
    if (!privileged.test(field.name.value)) continue;
    // What administrators send may set it.
    if (/admin/i.test(name)) continue;
    noted.push({
      rule: rules.argument,
      path: `${name}.${field.name.value}`,
      offset: field.name.loc?.start ?? 0,
    });
  }
}

const hash = (text: string): string => {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  }
  return (value >>> 0).toString(16).padStart(8, '0');
};

function toCauses(noted: readonly Noted[], text: string): readonly CauseReport[] {
  const lines = new LineTable(text);
  const groups = new Map<string, Noted[]>();
  for (const one of noted) {
    const key = `${one.rule.id} ${one.category ?? ''}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return [...groups.values()]
    .map((group): CauseReport => {
      const { rule, category } = group[0]!;
      const level: Level | undefined =
        category === undefined ? undefined : describeCategory(category).level;
      return {
        rule: rule.id,
        aliases: [],
        severity: rule.severity,
        message: rule.message,
        advice: rule.advice,
        owasp: rule.owasp,
        cwe: rule.cwe,
        ...(category === undefined || level === undefined ? {} : { category, level }),
        count: group.length,
        operationCount: 0,
        operations: [],
        findings: group.slice(0, 1000).map(({ path, offset }) => ({
          pointer: path,
          ...lines.place(offset),
          fingerprint: hash(`${rule.id} ${path}`),
          message: rule.message,
          severity: rule.severity,
        })),
      };
    })
    .sort(
      (a, b) =>
        (apiSeverities as readonly string[]).indexOf(a.severity) -
        (apiSeverities as readonly string[]).indexOf(b.severity),
    );
}

/** Tokens that are read: more are no schema. */
const maxTokens = 2_000_000;

/**
 * Audits a GraphQL schema in its definition language. It never throws: a text that cannot be parsed gives a diagnostic with its place.
 *
 * @example
 * ```ts
 * import { auditGraphql } from '@yushu/api-security/graphql';
 *
 * const { causes } = auditGraphql('type User { id: ID! passwordHash: String }');
 * console.log(causes[0]?.rule, causes[0]?.findings[0]?.pointer); // graphql-credential-in-output User.passwordHash
 * ```
 */
export function auditGraphql(text: string, options: GraphqlAuditOptions = {}): AuditReport {
  let document: ReturnType<typeof parse>;
  try {
    document = parse(text, { maxTokens });
  } catch (error) {
    const [place] =
      (error as { locations?: readonly { line: number; column: number }[] }).locations ?? [];
    return {
      format: undefined,
      operationCount: 0,
      schemaCount: 0,
      bySeverity: {},
      causes: [],
      ignoredCount: 0,
      diagnostics: [{ code: 'syntax', message: 'The GraphQL schema is broken here.', ...place }],
    };
  }
  const roots = { query: 'Query', mutation: 'Mutation' };
  let usesAuth = false;
  for (const definition of document.definitions) {
    if (definition.kind === Kind.SCHEMA_DEFINITION) {
      for (const { operation, type } of definition.operationTypes) {
        if (operation === 'query') roots.query = type.name.value;
        if (operation === 'mutation') roots.mutation = type.name.value;
      }
    }
    if (definition.kind === Kind.DIRECTIVE_DEFINITION && authName.test(definition.name.value)) {
      usesAuth = true;
    }
    if (
      definition.kind === Kind.OBJECT_TYPE_DEFINITION ||
      definition.kind === Kind.OBJECT_TYPE_EXTENSION
    ) {
      usesAuth ||=
        hasAuth(definition.directives) ||
        (definition.fields ?? []).some(({ directives }) => hasAuth(directives));
    }
  }
  const noted: Noted[] = [];
  let operationCount = 0;
  let schemaCount = 0;
  for (const definition of document.definitions) {
    if (
      definition.kind === Kind.OBJECT_TYPE_DEFINITION ||
      definition.kind === Kind.OBJECT_TYPE_EXTENSION
    ) {
      schemaCount += 1;
      const name = definition.name.value;
      if (name === roots.query || name === roots.mutation) {
        operationCount += definition.fields?.length ?? 0;
      }
      checkObject(definition, roots, usesAuth, noted);
    }
    if (
      definition.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION ||
      definition.kind === Kind.INPUT_OBJECT_TYPE_EXTENSION
    ) {
      schemaCount += 1;
      checkInput(definition.name.value, definition.fields ?? [], noted);
    }
  }
  if (!usesAuth && operationCount > 0)
    noted.push({ rule: rules.directive, path: 'schema', offset: 0 });
  const lowest = apiSeverities.indexOf(options.minSeverity ?? 'info');
  const causes = toCauses(
    noted.filter(({ rule }) => apiSeverities.indexOf(rule.severity) <= lowest),
    text,
  );
  const bySeverity: Record<string, number> = {};
  for (const { severity } of causes) bySeverity[severity] = (bySeverity[severity] ?? 0) + 1;
  return {
    format: 'graphql',
    operationCount,
    schemaCount,
    bySeverity,
    causes,
    ignoredCount: 0,
    diagnostics: [],
  };
}
