import { type CategoryId, describeCategory, type Level, listCategories } from '@yushu/core';
import { classifyFieldName } from '@yushu/detect/fields';
import type { ApiModel } from '../model/api-model.ts';
import type { ApiNode } from '../model/api-node.ts';
import { isObject, type JsonObject, listAt, objectAt, textAt } from '../model/json-object.ts';

/** What a field of a description holds, and how that is known. */
export interface FieldClass {
  readonly category: CategoryId;
  readonly level: Level;
  /** `declared`: by `x-data-classification` or `x-sensitive-data`; `format`, `name`: by that keyword. */
  readonly evidence: 'declared' | 'format' | 'name';
}

/** A field with its class. */
export interface ClassifiedField {
  readonly node: ApiNode;
  readonly name: string;
  readonly field: FieldClass;
}

const formats: Readonly<Record<string, CategoryId>> = {
  email: 'contact.email',
  'idn-email': 'contact.email',
  password: 'secret.password',
  ipv4: 'network.ipv4',
  ipv6: 'network.ipv6',
  phone: 'contact.phone',
  'phone-number': 'contact.phone',
};

/** Categories of the OpenAPI extension `x-data-classification`. */
const declaredCategories: Readonly<Record<string, CategoryId>> = {
  pii: 'person.name',
  financial: 'finance.account',
  'government-id': 'id.national.xx',
  health: 'health.diagnosis',
  secret: 'secret.generic',
  credential: 'secret.password',
  contact: 'contact.email',
};

const declaredLevels: Readonly<Record<string, Level>> = {
  public: 1,
  internal: 2,
  confidential: 3,
  restricted: 4,
};

/** Objects that stand for a person: their `name` and `address` are personal. */
const personWords =
  /(?:^|_)(?:user|users|person|people|customer|customers|patient|patients|employee|employees|member|members|contact|contacts|profile|student|students|owner|author|account_holder|guest|passenger|driver|applicant|recipient|subscriber|client|buyer|cardholder)$|(?:用户|客户|患者|员工|学生|联系人|会员)/;

const snake = (name: string): string =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replaceAll('-', '_')
    .toLowerCase();

let known: ReadonlySet<string> | undefined;
const isCategory = (id: string): id is CategoryId => {
  known ??= new Set(listCategories().map(({ id }) => id as string));
  return (
    known.has(id) ||
    /^(?:id\.(?:national|tax|health|driver)\.[a-z]{2}|secret\.[a-z0-9_.]+)$/.test(id)
  );
};

function levelOf(category: CategoryId): Level {
  try {
    return describeCategory(category).level;
  } catch {
    return 3;
  }
}

/** The name of the nearest field, component or parameter that a schema describes. */
export function fieldNameOf(node: ApiNode): string | undefined {
  for (let at: ApiNode | undefined = node; at !== undefined; at = at.parent) {
    if (at.kind === 'parameter') return textAt(at.value, 'name');
    if (at.via === '/properties' || at.kind === 'header') return String(at.key);
    if (at.kind !== 'schema') return undefined;
    if (at.via.startsWith('/components/') || at.via === '/definitions') return undefined;
    // Below a map the name is that of the map's values.
    if (at.key === 'not' || at.key === 'if' || at.key === 'propertyNames') return undefined;
  }
  return undefined;
}

/** The name of the object that a field belongs to: a component, or the field that holds the object. */
export function ownerNameOf(node: ApiNode): string {
  for (let at = node.parent; at !== undefined; at = at.parent) {
    if (at.via === '/properties' || at.via.endsWith('/schemas') || at.via === '/definitions') {
      return String(at.key);
    }
    if (at.kind === 'operation') return '';
  }
  return '';
}

function declaredClass(value: JsonObject): FieldClass | 'none' | undefined {
  const declared = value['x-data-classification'] ?? value['x-sensitive-data'];
  if (declared === undefined || declared === null) return undefined;
  if (declared === false) return 'none';
  if (declared === true) return { category: 'secret.generic', level: 3, evidence: 'declared' };
  const entry: JsonObject = isObject(declared)
    ? declared
    : typeof declared === 'string'
      ? { category: declared }
      : {};
  const name = textAt(entry, 'category') ?? textAt(entry, 'type');
  const sensitivity = textAt(entry, 'sensitivity')?.toLowerCase();
  if (sensitivity === 'public') return 'none';
  const category =
    name === undefined
      ? 'secret.generic'
      : (declaredCategories[name.toLowerCase()] ?? (isCategory(name) ? name : 'secret.generic'));
  const level = declaredLevels[sensitivity ?? 'confidential'] ?? levelOf(category);
  return { category, level, evidence: 'declared' };
}

/** Types that cannot hold text or numbers of a person. */
function isFlag(value: JsonObject): boolean {
  const { type } = value;
  return type === 'boolean' || type === 'null';
}

/** Whether a schema only groups others: its name is that of a thing, not of a value. */
const isContainer = (value: JsonObject): boolean =>
  value['type'] === 'object' ||
  objectAt(value, 'properties') !== undefined ||
  value['type'] === 'array';

/**
 * Says what the fields of one description hold; each schema is looked at once.
 *
 * @example
 * ```ts
 * import { auditDescription } from '@yushu/api-security';
 *
 * const properties = { email: { type: 'string' } };
 * const { fields } = auditDescription({ openapi: '3.1.0', components: { schemas: { User: { properties } } } });
 * console.log(fields?.all()[0]?.field.category); // contact.email
 * ```
 */
export class FieldClasses {
  private readonly model: Pick<ApiModel, 'schemas' | 'resolve'>;
  private readonly classes = new Map<ApiNode, FieldClass | undefined>();
  private fields: readonly ClassifiedField[] | undefined;

  constructor(model: Pick<ApiModel, 'schemas' | 'resolve'>) {
    this.model = model;
  }

  /** What a schema, parameter or header holds. */
  classify(node: ApiNode): FieldClass | undefined {
    if (this.classes.has(node)) return this.classes.get(node);
    const found = this.look(node);
    this.classes.set(node, found);
    return found;
  }

  /** All fields of schemas that hold something that is known, where they are defined. */
  all(): readonly ClassifiedField[] {
    if (this.fields === undefined) {
      const fields: ClassifiedField[] = [];
      for (const node of this.model.schemas) {
        // A field is where its name is: elements and alternatives below are the same field.
        if (node.via !== '/properties' && node.parent?.kind !== 'parameter') {
          if (node.value['x-data-classification'] === undefined) continue;
        }
        const field = this.classify(node);
        if (field === undefined) continue;
        fields.push({ node, name: fieldNameOf(node) ?? String(node.key), field });
      }
      this.fields = fields;
    }
    return this.fields;
  }

  /** What a name alone says. */
  classifyName(name: string): FieldClass | undefined {
    const category = classifyFieldName(name)?.category;
    return category === undefined
      ? undefined
      : { category, level: levelOf(category), evidence: 'name' };
  }

  private look(node: ApiNode): FieldClass | undefined {
    const { value } = node;
    const declared = declaredClass(value);
    if (declared !== undefined) return declared === 'none' ? undefined : declared;
    if (isFlag(value)) return undefined;
    const format = textAt(value, 'format');
    if (format !== undefined && Object.hasOwn(formats, format)) {
      const category = formats[format]!;
      return { category, level: levelOf(category), evidence: 'format' };
    }
    const name = node.kind === 'parameter' ? textAt(value, 'name') : fieldNameOf(node);
    if (name === undefined) return undefined;
    const category = this.byName(node, name);
    return category === undefined
      ? undefined
      : { category, level: levelOf(category), evidence: 'name' };
  }

  private byName(node: ApiNode, name: string): CategoryId | undefined {
    const { value } = node;
    if (isContainer(value) && value['type'] !== 'array') return undefined;
    if (node.reference !== undefined) {
      const target = this.model.resolve(node);
      if (target !== undefined && isContainer(target.value)) return undefined;
    }
    const list = listAt(value, 'enum');
    if (list !== undefined && list.length > 0) return undefined;
    const found = classifyFieldName(name)?.category;
    if (found !== undefined) {
      // Dates are said in words; numbers hold no credentials.
      if (found.startsWith('secret.') && /^(?:integer|number)$/.test(String(value['type']))) {
        return /otp|pin/i.test(name) ? found : undefined;
      }
      return found;
    }
    const plain = name.toLowerCase();
    if (plain === 'name' || plain === 'address') {
      const owner = snake(ownerNameOf(node));
      if (personWords.test(owner)) return plain === 'name' ? 'person.name' : 'location.address';
    }
    if (plain === 'token' && value['type'] === 'string') {
      const owner = snake(ownerNameOf(node));
      if (/auth|login|session|credential|token/.test(owner)) return 'secret.generic';
    }
    return undefined;
  }
}
