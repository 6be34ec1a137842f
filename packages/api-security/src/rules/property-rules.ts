import type { CategoryId } from '@yushu/core';
import { ownerNameOf } from '../fields/field-classes.ts';
import type { ApiNode } from '../model/api-node.ts';
import { objectAt } from '../model/json-object.ts';
import { publicMask, requestMask, responseMask } from '../model/unit.ts';
import { cachedTest } from './checks/cached-test.ts';
import { causeOf } from './checks/cause-of.ts';
import { checksCredentials, isWrite } from './checks/operation-words.ts';
import { hasType } from './checks/schema-checks.ts';
import { defineRule } from './define-rule.ts';
import type { Rule } from './rule.ts';

/** Fields by which rights, money or trust are given: no caller may set them for himself. */
const privilegeName =
  /^(?:is_?|has_?)?(?:admin|administrator|superuser|super_?admin|staff|root|verified|approved|email_?verified|privileged|moderator)$|^(?:role|roles|user_?role|user_?roles|permission|permissions|privileges|scopes?|access_?level|user_?type|account_?type|balance|available_?credit|credit_?limit|wallet_?balance|owner_?id|tenant_?id|is_?owner|account_?status|kyc_?status|conversion_?params?|internal_?\w+)$/i;

const isPrivilege = cachedTest(privilegeName);

/** Credentials that answers must not hold; a token that a login gives is what it is for. */
const storedCredential = /^secret\.(?:password|private_key|connection_string|aws\.|generic)/;

const issuesTokens =
  /(?:token|tokens|login|signin|sign_in|session|sessions|auth|oauth|credential|credentials|keys?|secrets?|webhooks?|refresh|register|signup|otp|mfa|ephemeral)/i;

/** Categories that are personal by themselves. */
const isPersonal = (category: CategoryId): boolean =>
  /^(?:contact|id|health|finance\.(?:card|account|iban)|person\.(?:name|birth_date|religion|political|ethnicity)|location\.address)/.test(
    category,
  );

const isVersionThree = (format: string): boolean => format.startsWith('openapi');

/** Whether a schema stands only in what comes in, by its own word. */
const isWriteOnly = (node: ApiNode): boolean => node.value['writeOnly'] === true;

/** Rules of API3:2023, broken object property level authorization. */
export const propertyRules: readonly Rule[] = [
  defineRule({
    id: 'credentials-in-response',
    direction: 'response',
    title: 'An answer gives a stored credential out.',
    advice: 'Leave it out of answers: `writeOnly: true`, or a schema of its own for answers.',
    owasp: 'API3:2023',
    cwe: 200,
    severity: 'high',
    check({ model, fields, report }) {
      for (const { node, name, field } of fields.all()) {
        const { category, level } = field;
        if ((node.unit.exposure & responseMask) === 0 || isWriteOnly(node)) continue;
        if (!storedCredential.test(category)) continue;
        const isPassword = category === 'secret.password' || category === 'secret.private_key';
        if (!isPassword) {
          // What a login, a key or a webhook is asked for.
          if (/token|jwt|session/i.test(name)) continue;
          const operations = model.operationsOf(node.unit, 'response');
          if (operations.every(({ path }) => issuesTokens.test(path))) continue;
          if (issuesTokens.test(ownerNameOf(node))) continue;
        }
        const isPublic = (node.unit.exposure & publicMask & responseMask) !== 0;
        report(node, {
          category,
          level,
          severity: isPassword ? (isPublic ? 'critical' : 'high') : 'medium',
          message: `The field ${JSON.stringify(name)} gives a credential out in answers${isPublic ? ', to anyone' : ''}.`,
          cause: `field ${ownerNameOf(node)}.${name}`,
        });
      }
    },
  }),
  defineRule({
    id: 'personal-data-in-public-response',
    direction: 'response',
    title: 'Anyone can read personal data here, without credentials.',
    advice: 'Ask for credentials, or leave the field out of what is public.',
    owasp: 'API3:2023',
    cwe: 359,
    severity: 'high',
    check({ model, fields, report }) {
      // Where no operation asks for credentials, it is not known who is let in.
      const isKnown = model.operations.some(({ security }) => !security.isPublic);
      for (const { node, name, field } of fields.all()) {
        const { category, level } = field;
        if ((node.unit.exposure & publicMask & responseMask) === 0 || isWriteOnly(node)) continue;
        if (!isPersonal(category)) continue;
        // The contact of a company or of who published an API is meant to be read.
        if (
          /contact|info|company|organi[sz]ation|business|support|publisher|provider/i.test(
            ownerNameOf(node),
          )
        )
          continue;
        report(node, {
          category,
          level,
          severity: isKnown ? (level === 4 ? 'critical' : level === 3 ? 'high' : 'medium') : 'low',
          message: `Answers that need no credentials hold ${JSON.stringify(name)}.`,
          cause: `category ${category}`,
        });
      }
    },
  }),
  defineRule({
    id: 'personal-data-in-url',
    title: 'Personal data in the URL ends in logs, histories and referrers.',
    advice: 'Take it in the body or in a header, or name the person by an opaque id.',
    owasp: 'API3:2023',
    cwe: 598,
    severity: 'medium',
    check({ model, fields, report }) {
      for (const node of model.parameters) {
        const { in: place, name } = node.value;
        if (place !== 'query' && place !== 'path') continue;
        const field = fields.classify(node);
        if (field === undefined || !isPersonal(field.category)) continue;
        report(node, {
          at: ['name'],
          category: field.category,
          level: field.level,
          severity: field.level === 4 ? 'high' : field.level === 3 ? 'medium' : 'low',
          message: `The parameter ${JSON.stringify(name)} puts personal data into the URL.`,
          cause: `name ${String(name).toLowerCase()}`,
        });
      }
    },
  }),
  defineRule({
    id: 'mass-assignment',
    direction: 'request',
    title: 'Callers may set what gives rights, money or trust.',
    advice:
      'Take a schema of its own for requests, without that field; or mark it `readOnly: true`.',
    owasp: 'API3:2023',
    cwe: 915,
    severity: 'medium',
    check({ model, report }) {
      for (const node of model.schemas) {
        if (node.via !== '/properties' || !isPrivilege(String(node.key))) continue;
        const { exposure } = node.unit;
        // Only what both comes in and goes out is a property of an object; what only comes in is a question.
        if ((exposure & requestMask & ~4) === 0 || (exposure & responseMask) === 0) continue;
        if (node.value['readOnly'] === true) continue;
        const operations = model.operationsOf(node.unit, 'request').filter(isWrite);
        if (operations.length === 0) continue;
        const name = String(node.key);
        report(node, {
          message: `Callers may set ${JSON.stringify(name)} in requests.`,
          cause: `field ${ownerNameOf(node)}.${name}`,
        });
      }
    },
  }),
  defineRule({
    id: 'hidden-privileged-property',
    direction: 'request',
    title:
      'The object has a privileged property that requests do not list but do not forbid either.',
    advice: 'Set `additionalProperties: false` on the request, and bind only listed fields.',
    owasp: 'API3:2023',
    cwe: 915,
    severity: 'medium',
    check({ model, report, operationFields }) {
      // Objects that answers show with a privileged property, and the names of their fields.
      const objects: { names: ReadonlySet<string>; privileged: string }[] = [];
      for (const node of model.schemas) {
        if ((node.unit.exposure & responseMask) === 0) continue;
        const properties = objectAt(node.value, 'properties');
        if (properties === undefined) continue;
        const names = Object.keys(properties);
        const privileged = names.find(
          (name) => isPrivilege(name) && !/^(?:scopes?|.*_?id|.*status)$/i.test(name),
        );
        if (privileged !== undefined && names.length <= 100 && objects.length < 500) {
          objects.push({ names: new Set(names), privileged });
        }
      }
      if (objects.length === 0) return;
      for (const operation of model.operations) {
        const { node, method, requestBody, audience, isOutgoing } = operation;
        if (isOutgoing || audience === 'admin' || !/^(?:post|put|patch)$/.test(method)) continue;
        if (checksCredentials(operation)) continue;
        const fields = operationFields.requestFields(operation);
        const first = fields[0];
        if (first === undefined || first.parent === undefined) continue;
        const owner = first.parent.value;
        if (owner['additionalProperties'] === false || owner['unevaluatedProperties'] === false)
          continue;
        const names = fields
          .filter(({ parent }) => parent === first.parent)
          .map(({ key }) => String(key));
        if (names.length < 2) continue;
        const object = objects.find(
          (one) => !names.includes(one.privileged) && names.every((name) => one.names.has(name)),
        );
        if (object === undefined) continue;
        report(requestBody ?? node, {
          message: `The object that is written here has ${JSON.stringify(object.privileged)} too; the request does not forbid it.`,
          cause: `field ${first.unit.node?.pointer ?? node.pointer}.${object.privileged}`,
        });
      }
    },
  }),
  defineRule({
    id: 'sensitive-field-in-list',
    direction: 'response',
    title: 'A list gives out the most sensitive data of many at once.',
    advice:
      'Show in lists only what is needed to choose; give the rest one object at a time, and log it.',
    owasp: 'API3:2023',
    cwe: 213,
    severity: 'medium',
    check({ fields, report }) {
      for (const { node, name, field } of fields.all()) {
        if (field.level !== 4 || field.category.startsWith('secret.')) continue;
        if ((node.unit.exposure & responseMask & ~8) === 0 || field.category === 'location.geo')
          continue;
        if (!isInList(node)) continue;
        report(node, {
          category: field.category,
          level: field.level,
          message: `A list holds ${JSON.stringify(name)} of many.`,
          cause: `category ${field.category}`,
        });
      }
    },
  }),
  defineRule({
    id: 'additional-properties-allowed',
    direction: 'request',
    title: 'Requests may hold any further property.',
    advice: 'Set `additionalProperties: false`.',
    owasp: 'API3:2023',
    cwe: 915,
    severity: 'low',
    grouping: 'habit',
    aliases: [
      'owasp:api3:2023-no-additionalProperties',
      'owasp:api3:2023-no-unevaluatedProperties',
      'owasp-no-additionalProperties',
      '3.0/additional_properties_too_permissive',
    ],
    check({ model, report, looked }) {
      const key =
        model.format === 'openapi-3.0' || !isVersionThree(model.format)
          ? ['additionalProperties']
          : ['additionalProperties', 'unevaluatedProperties'];
      let count = 0;
      for (const node of model.schemas) {
        if ((node.unit.exposure & requestMask) === 0 || !hasType(node.value, 'object')) continue;
        count += 1;
        for (const one of key) {
          // A map has no listed properties: there it is what is meant.
          if (node.value[one] === true && objectAt(node.value, 'properties') !== undefined) {
            report(node, { at: [one], ...causeOf(node) });
          }
        }
      }
      looked(count);
    },
  }),
  defineRule({
    id: 'unlimited-map',
    direction: 'request',
    title: 'A map in requests may have any number of entries.',
    advice: 'Set `maxProperties`.',
    owasp: 'API3:2023',
    cwe: 770,
    severity: 'low',
    grouping: 'habit',
    aliases: [
      'owasp:api3:2023-constrained-additionalProperties',
      'owasp:api3:2023-constrained-unevaluatedProperties',
      'owasp-constrained-additionalProperties',
    ],
    check({ model, report, looked }) {
      let count = 0;
      for (const node of model.schemas) {
        if ((node.unit.exposure & requestMask) === 0) continue;
        if (
          objectAt(node.value, 'additionalProperties') === undefined &&
          objectAt(node.value, 'unevaluatedProperties') === undefined
        )
          continue;
        count += 1;
        if (node.value['maxProperties'] === undefined) report(node, { ...causeOf(node) });
      }
      looked(count);
    },
  }),
];

/** Whether a field is one of the elements of an array, within its own component or operation. */
function isInList(node: ApiNode): boolean {
  for (
    let at: ApiNode | undefined = node;
    at !== undefined && at.kind === 'schema';
    at = at.parent
  ) {
    if (at.key === 'items' && at.parent?.kind === 'schema' && at.parent.via !== '/properties')
      return true;
  }
  // A component that arrays refer to, at the top of an answer.
  return node.unit.references.some(
    (reference) => reference.key === 'items' && reference.parent?.parent?.kind === 'mediaType',
  );
}
