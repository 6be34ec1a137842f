import { compareLevels } from '@yushu/core';
import type { ApiNode } from '../model/api-node.ts';
import { objectAt, textAt } from '../model/json-object.ts';
import { idName } from './checks/field-names.ts';
import { isWrite } from './checks/operation-words.ts';
import { hasType } from './checks/schema-checks.ts';
import { defineRule } from './define-rule.ts';
import type { Rule } from './rule.ts';

const randomFormats = /^(?:uuid|guid|ulid|cuid|nanoid|ksuid)$/i;

/** Whether an identifier can be guessed: a number, or free text such as a name. */
function isGuessable(node: ApiNode): boolean {
  const schema = objectAt(node.value, 'schema') ?? node.value;
  if (hasType(schema, 'integer') || hasType(schema, 'number')) return true;
  return !randomFormats.test(textAt(schema, 'format') ?? '') && schema['pattern'] === undefined;
}

/** Rules of API1:2023, broken object level authorization. */
export const objectRules: readonly Rule[] = [
  defineRule({
    id: 'numeric-id',
    title: 'Ids that count up can be tried one after the other.',
    advice: 'Use random ids such as UUIDs, and check for each object who may see it.',
    owasp: 'API1:2023',
    cwe: 340,
    severity: 'low',
    grouping: 'habit',
    aliases: ['owasp:api1:2023-no-numeric-ids', 'owasp-no-numeric-ids'],
    check({ model, report, looked }) {
      let count = 0;
      for (const node of model.parameters) {
        const name = textAt(node.value, 'name') ?? '';
        if (!idName.test(name)) continue;
        count += 1;
        const schema = objectAt(node.value, 'schema');
        if (!hasType(schema ?? node.value, 'integer')) continue;
        report(node, {
          ...(schema === undefined ? {} : { at: ['schema'] }),
          cause: `name ${name}`,
        });
      }
      looked(count);
    },
  }),
  defineRule({
    id: 'object-of-another-owner',
    title: 'One object is named by an id that can be guessed, and holds or changes sensitive data.',
    advice:
      'Check for every request that the object belongs to the caller; name it by a random id.',
    owasp: 'API1:2023',
    cwe: 639,
    severity: 'medium',
    check({ model, fields, report, operationFields }) {
      for (const operation of model.operations) {
        const { node, path, method, security, audience, isOutgoing } = operation;
        if (
          isOutgoing ||
          security.isPublic ||
          audience === 'admin' ||
          (method === 'post' && !path.includes('{'))
        )
          continue;
        const named = operation.parameters
          .map((parameter) => model.resolve(parameter))
          .filter(
            (parameter): parameter is ApiNode =>
              parameter !== undefined &&
              (parameter.value['in'] === 'path' ||
                (parameter.value['in'] === 'query' &&
                  idName.test(textAt(parameter.value, 'name') ?? ''))),
          );
        if (!named.some(isGuessable)) continue;
        // What asks for scopes of its own has been thought about.
        const hasScopes = security.alternatives.every(({ schemes }) =>
          schemes.some(({ scopes }) => scopes.length > 0),
        );
        if (hasScopes) continue;
        const candidates = isWrite(operation)
          ? operationFields.requestFields(operation)
          : operationFields.responseFields(operation);
        let worst: { name: string; field: ReturnType<typeof fields.classify> } | undefined;
        for (const candidate of candidates) {
          const field = fields.classify(candidate);
          if (field === undefined || compareLevels(field.level, 3) < 0) continue;
          if (worst?.field === undefined || compareLevels(field.level, worst.field.level) > 0) {
            worst = { name: String(candidate.key), field };
          }
        }
        if (worst?.field === undefined) continue;
        report(node, {
          category: worst.field.category,
          level: worst.field.level,
          message: `An object that can be guessed ${isWrite(operation) ? 'has' : 'shows'} ${JSON.stringify(worst.name)}; who may reach it must be checked for each object.`,
          cause: `path ${path}`,
        });
      }
    },
  }),
];
