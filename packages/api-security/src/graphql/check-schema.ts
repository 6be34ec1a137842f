import { type CategoryId, describeCategory } from '@yushu/core';
import { classifyFieldName } from '@yushu/detect/fields';
import {
  type ConstDirectiveNode,
  type DefinitionNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  type InterfaceTypeDefinitionNode,
  type InterfaceTypeExtensionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  type ObjectTypeExtensionNode,
  type TypeNode,
} from 'graphql';
import { type GraphqlRule, graphqlRules as rules } from './graphql-rules.ts';

const authName =
  /auth|role|permission|protect|secure|guard|owner|scope|policy|login|access|acl|can$/i;

/** Directives that say the opposite: meant for all. */
const openName = /^(?:public|skipAuth|anonymous|unauthenticated)$/i;

const boundName =
  /^(?:first|last|limit|take|top|size|page|pageSize|perPage|count|max|pagination|paging)$/i;

const privileged =
  /^(?:is_?)?(?:admin|superuser|staff|verified)$|^(?:role|roles|permissions|balance|credit_?limit)$/i;

const entrance = /login|signin|sign_?up|register|refresh|forgot|reset|token|authenticate/i;

/** A place where a rule is broken. */
export interface NotedPlace {
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

type OutputType =
  | ObjectTypeDefinitionNode
  | ObjectTypeExtensionNode
  | InterfaceTypeDefinitionNode
  | InterfaceTypeExtensionNode;

/** Names of the types whose fields are the operations. */
interface RootTypes {
  readonly query: string;
  readonly mutation: string;
  readonly subscription: string;
}

const isOutput = (definition: DefinitionNode): definition is OutputType =>
  definition.kind === Kind.OBJECT_TYPE_DEFINITION ||
  definition.kind === Kind.OBJECT_TYPE_EXTENSION ||
  definition.kind === Kind.INTERFACE_TYPE_DEFINITION ||
  definition.kind === Kind.INTERFACE_TYPE_EXTENSION;

function checkOutput(
  type: OutputType,
  roots: RootTypes,
  usesAuth: boolean,
  noted: NotedPlace[],
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
    if (typeName === roots.query || typeName === roots.subscription) continue;
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
  noted: NotedPlace[],
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

/** A schema as it was looked at. */
export interface CheckedSchema {
  readonly noted: readonly NotedPlace[];
  readonly operationCount: number;
  /** Types with fields. */
  readonly schemaCount: number;
}

/** Whether the schema asks anywhere who calls. */
const asksForAuth = (document: DocumentNode): boolean =>
  document.definitions.some(
    (definition) =>
      (definition.kind === Kind.DIRECTIVE_DEFINITION && authName.test(definition.name.value)) ||
      (isOutput(definition) &&
        (hasAuth(definition.directives) ||
          (definition.fields ?? []).some(({ directives }) => hasAuth(directives)))),
  );

/** Types whose fields are the operations. */
function readRoots(document: DocumentNode): RootTypes {
  const roots = { query: 'Query', mutation: 'Mutation', subscription: 'Subscription' };
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.SCHEMA_DEFINITION && definition.kind !== Kind.SCHEMA_EXTENSION) {
      continue;
    }
    for (const { operation, type } of definition.operationTypes ?? []) {
      roots[operation] = type.name.value;
    }
  }
  return roots;
}

/** Looks at every type of a schema once. */
export function checkSchema(document: DocumentNode): CheckedSchema {
  const roots = readRoots(document);
  const rootNames = new Set(Object.values(roots));
  const usesAuth = asksForAuth(document);
  const noted: NotedPlace[] = [];
  let operationCount = 0;
  let schemaCount = 0;
  for (const definition of document.definitions) {
    if (isOutput(definition)) {
      schemaCount += 1;
      if (rootNames.has(definition.name.value)) operationCount += definition.fields?.length ?? 0;
      checkOutput(definition, roots, usesAuth, noted);
    }
    if (
      definition.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION ||
      definition.kind === Kind.INPUT_OBJECT_TYPE_EXTENSION
    ) {
      schemaCount += 1;
      checkInput(definition.name.value, definition.fields ?? [], noted);
    }
  }
  if (!usesAuth && operationCount > 0) {
    noted.push({ rule: rules.directive, path: 'schema', offset: 0 });
  }
  return { noted, operationCount, schemaCount };
}
